/** Word 97 to 2003: what the file of each structure says, and what becomes of files that are broken or are something else. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ReadError } from '../../src/model/index.ts';
import { readBytes } from '../../src/read/bytes.ts';
import type { Reading } from '../../src/read/reading.ts';
import { blockTexts, fixture, readFixture } from './fixtures.ts';

const FILE = readFileSync(fixture('doc', 'structure.doc'));
const read = (bytes: Buffer): Promise<Reading> => readBytes(bytes, { maxPages: 100 });
const code = (bytes: Buffer): Promise<string> =>
  read(bytes).then(
    () => 'read',
    (error) => (error instanceof ReadError ? error.code : `${error.stack}`),
  );

describe('a document with every structure', () => {
  let document: Reading;
  let texts: string[];
  beforeAll(async () => {
    document = await readFixture('doc', 'structure.doc');
    texts = blockTexts(document);
  });

  test('is as the DOCX that it was made from', async () => {
    const docx = await readFixture('doc', 'structure.docx');
    expect(texts).toEqual(blockTexts(docx));
    expect(document.blocks.map(({ kind, level }) => [kind, level])).toEqual(
      docx.blocks.map(({ kind, level }) => [kind, level]),
    );
    expect(document.tables.map(({ rows, headerRows }) => [headerRows, rows.map((row) => row.map(shape))])).toEqual(
      docx.tables.map(({ rows, headerRows }) => [headerRows, rows.map((row) => row.map(shape))]),
    );
    expect(document.title).toBe(docx.title);
  });

  const shape = ({ text, colSpan, rowSpan }: { text: string; colSpan: number; rowSpan: number }) => [
    text,
    colSpan,
    rowSpan,
  ];

  test('has headings with the numbers and bullets that Word computes', () => {
    const headings = document.blocks.filter(({ kind }) => kind === 'heading');
    expect(headings.map(({ level, span }) => [level, document.text.slice(span.start, span.end)])).toEqual([
      [1, 'I. KẾT QUẢ THỰC HIỆN'],
      [2, '1. Công tác giảm nghèo'],
      [3, '1.1. Rà soát hộ nghèo'],
      [3, '1.2. Hỗ trợ nhà ở'],
      [2, '2. Bảo trợ xã hội'],
      [1, 'II. NHIỆM VỤ NĂM 2006'],
    ]);
    expect(texts).toEqual(
      expect.arrayContaining([
        'a) Xây mới 25 căn nhà đại đoàn kết, trị giá 500 triệu đồng.',
        '- Hộ nghèo: 10 căn;',
        '• Hộ cận nghèo: 2 căn.',
        'Điều 1. các cấp, các ngành chịu trách nhiệm thi hành.',
        '1. Giảm 120 hộ nghèo.',
      ]),
    );
  });

  test('has TCVN3 and VNI in Unicode, by the fonts of runs, styles and styles of letters', () => {
    expect(document.encoding).toBe('mixed');
    expect(document.messages).toContainEqual(expect.objectContaining({ code: 'encoding_converted' }));
    expect(texts).toEqual(
      expect.arrayContaining([
        'KẾT QUẢ THỰC HIỆN CÔNG TÁC AN SINH XÃ HỘI NĂM 2005',
        'Toàn xã có 1.855 hộ nghèo, với 4.839 nhân khẩu, chiếm tỷ lệ 12,5%; diện tích nhà tối thiểu 30 m² một hộ.',
        'Có 68 học sinh nghèo được miễn giảm học phí.',
      ]),
    );
  });

  test('has the accepted text, the results of fields, boxes, and notes at the end', () => {
    expect(texts).toContain('Trợ cấp hàng tháng cho 345 đối tượng, kinh phí 1.117.800.000 đồng. Xem phụ lục 3.');
    expect(texts).toContain('Tỷ lệ đạt ≥ 95%');
    expect(texts[texts.indexOf('Đoạn văn có khung chữ, 17 suất quà.') + 1]).toBe('Biểu mẫu số 5 trong khung chữ');
    expect(texts.slice(-2)).toEqual(['Theo chuẩn nghèo giai đoạn 2001-2005.', 'Số liệu đến hết ngày 31/12/2005.']);
    expect(document.text).not.toMatch(/Đầu trang số 88|Lời bình 77|example\.org|HYPERLINK|ghi chú ẩn/);
  });

  test('has its tables with merged cells', () => {
    expect(document.tables[0]?.rows.map((row) => row.map(shape))).toEqual([
      [
        ['STT', 1, 2],
        ['Thôn', 1, 2],
        ['Hộ nghèo', 2, 1],
        ['Kinh phí', 1, 2],
      ],
      [
        ['Năm 2004', 1, 1],
        ['Năm 2005', 1, 1],
      ],
      [
        ['1', 1, 1],
        ['Thôn Đông', 1, 1],
        ['120', 1, 1],
        ['98', 1, 1],
        ['1.250,5', 1, 1],
      ],
      [
        ['2', 1, 1],
        ['Thôn Đoài', 1, 1],
        ['75', 1, 1],
        ['60', 1, 1],
        ['830', 1, 1],
      ],
      [
        ['Cộng', 2, 1],
        ['195', 1, 1],
        ['158', 1, 1],
        ['2.080,5', 1, 1],
      ],
    ]);
    // A table inside of another.
    expect(document.tables[1]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['Suất', 'Đồng'],
      ['150', '45.000.000'],
    ]);
  });
});

/** Where the file information block begins. */
const FIB = FILE.indexOf(Buffer.from([0xec, 0xa5]));

describe('files that are not read', () => {
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(FILE);
    change(bytes);
    return bytes;
  };
  const renamed = (name: string): Buffer =>
    changed((bytes) => {
      const from = Buffer.from('WordDocument', 'utf16le');
      const at = bytes.indexOf(from);
      bytes.fill(0, at, at + 64);
      bytes.write(name, at, 'utf16le');
      bytes.writeUInt16LE(2 * name.length + 2, at + 64);
    });

  test.each<[string, string, Buffer]>([
    [
      'encrypted',
      'Word encryption',
      changed((bytes) => bytes.writeUInt16LE(bytes.readUInt16LE(FIB + 10) | 0x100, FIB + 10)),
    ],
    ['unsupported_type', 'Word 95', changed((bytes) => bytes.writeUInt16LE(104, FIB + 2))],
    ['unsupported_type', 'Word 95', changed((bytes) => bytes.writeUInt16LE(0xa5dc, FIB))],
    ['unsupported_type', 'XLS', renamed('Workbook')],
    ['unsupported_type', 'without a Word document', renamed('Other')],
    ['damaged', 'no Word document', changed((bytes) => bytes.writeUInt16LE(0, FIB))],
    [
      'damaged',
      'no stream 0Table',
      changed((bytes) => bytes.writeUInt16LE(bytes.readUInt16LE(FIB + 10) & ~0x200, FIB + 10)),
    ],
  ])('%s: %s', async (expected, detail, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: expected, detail: expect.stringContaining(detail) });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('cut off after %d tenths', async (tenths) => {
    expect(await code(FILE.subarray(0, Math.floor((FILE.length * tenths) / 10)))).toBe('damaged');
  });
});

/** Numerical Recipes' generator: the same mutants each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('six hundred files with wrong bytes', () => {
  /** Where a file is easiest to break: its header and directory, what says where everything is, the tables, or anywhere. */
  const regions: [string, number, number][] = [
    ['the container', 0, 512],
    ['the directory', (FILE.readUInt32LE(48) + 1) * 512, 512],
    ['the file information block', FIB, 900],
    ['all of it', 0, FILE.length],
  ];
  test.each(regions)('in %s', async (name, from, size) => {
    const below = numbers(size + from);
    for (let mutant = 0; mutant < 150; mutant++) {
      const bytes = Buffer.from(FILE);
      for (let change = below(12); change >= 0; change--) {
        const at = from + below(Math.min(size, FILE.length - from));
        bytes[at] = [below(256), 0xff, 0, (bytes[at] as number) ^ (1 << below(8))][below(4)] as number;
      }
      const before = performance.now();
      const outcome = await code(bytes);
      expect(`${name} ${mutant}: ${outcome}`).toMatch(
        /: (?:read|damaged|unsupported_type|encrypted|empty|no_text|bomb)$/,
      );
      expect(performance.now() - before).toBeLessThan(10_000);
    }
  });
});
