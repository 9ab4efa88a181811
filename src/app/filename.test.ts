import { describe, expect, test } from '@jest/globals';
import { cleanFilename } from './filename.ts';

describe('cleanFilename', () => {
  const table: [string, string[]][] = [
    ['passwd', ['../../etc/passwd', 'C:\\Users\\a\\passwd', '/etc/passwd', 'passwd\u0000', ' passwd ']],
    [
      'Báo cáo 6 tháng.docx',
      ['Báo cáo 6 tháng.docx', 'Báo cáo 6 tháng.docx'.normalize('NFD'), '\u202eBáo cáo 6 tháng.docx'],
    ],
    ['document', ['', '..', '.', 'a/', '../', '\u0001\u0002']],
    ['.hidden', ['.hidden']],
  ];
  test.each(
    table.flatMap(([clean, names]) => names.map((name) => [name, clean] as const)),
  )('%j → %j', (name, clean) => {
    expect(cleanFilename(name)).toBe(clean);
  });

  test('a name of 300 letters is cut to 255 bytes between letters and keeps its extension', () => {
    const name = cleanFilename(`${'ộ'.repeat(300)}.pdf`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^ộ+\.pdf$/u);
  });

  test('half a surrogate pair cannot reach the database', () => {
    expect(cleanFilename('a\ud800b.txt').isWellFormed()).toBe(true);
  });
});
