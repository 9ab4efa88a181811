/** Files that cannot be read: each gets its code, and nothing it does reaches beyond its own process. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { SourceDocument } from '../../src/model/index.ts';
import { type ReadOptions, read } from '../../src/read/index.ts';
import { readerRights } from '../../src/read/rights.ts';
import { shipped } from '../shipped.ts';
import { fixture, numberTokens, REPORTS } from './fixtures.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ansinh-read-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
/** The code that reading a file ends with; "read" where it is read. */
const outcome = (path: string, options?: ReadOptions): Promise<string> =>
  read({ path, filename: path }, options).then(
    () => 'read',
    (error) => error.code ?? String(error),
  );

/** A PDF of one page whose content is `operators`, compressed: small on disk, whatever it does. */
function pdf(operators: string): Buffer {
  const content = deflateSync(operators);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}/Filter/FlateDecode>>stream\n${content.toString('latin1')}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const xref = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${xref}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
const line = (text: string): string => `BT /F 12 Tf 72 700 Td (${text}) Tj ET\n`;

describe('codes', () => {
  test.each([
    ['bomb', 'bomb_300MB_whitespace.docx'],
    ['bomb', 'bomb_60MB_paragraphs.docx'],
    ['empty', 'empty.docx'],
    ['empty', 'empty.pdf'],
    ['encrypted', 'encrypted_user.pdf'],
    ['unsupported_type', 'random.pdf'],
    ['damaged', 'truncated.doc'],
    ['damaged', 'truncated.docx'],
    ['damaged', 'truncated.pdf'],
    ['read', 'encrypted_owner_only.pdf'],
    ['read', 'docx_named.doc'],
    ['read', 'pdf_named.docx'],
    ['read', 'text_named.pdf'],
    ['read', 'xxe.docx'],
  ])('%s: %s', async (code, name) => {
    expect(await outcome(fixture('bad', name))).toBe(code);
  });

  test.each<[string, string, string | Uint8Array]>([
    ['empty', 'blank.txt', ' \r\n\t \u200b\n'],
    ['unsupported_type', 'tcvn3.txt', Buffer.from([0x4b, 0xd5, 0x74, 0x20, 0x71, 0x75, 0xb6])],
    ['read', 'page.html', '<!DOCTYPE html><html><body>1.855 hộ nghèo</body></html>'],
    ['read', 'report.rtf', '{\\rtf1 1.855}'],
    ['damaged', 'image.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['unsupported_type', 'image.webp', Buffer.from('524946460000000057454250', 'hex')],
    [
      'encrypted',
      'locked.docx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['damaged', 'header only.pdf', '%PDF-1.7\n'],
    ['damaged', 'cut off.pdf', pdf(line('1.855')).subarray(0, -120)],
    ['no_text', 'no letters.pdf', pdf('0 0 m 100 100 l S')],
    ['read', 'letters.pdf', pdf(line('1.855'))],
  ])('%s: %s', async (code, name, content) => {
    expect(await outcome(write(name, content))).toBe(code);
  });

  test('too_large: a file of 60 MB is not even opened by a reader', async () => {
    const path = write('large.txt', '');
    truncateSync(path, 60 * 1024 * 1024);
    expect(await outcome(path)).toBe('too_large');
  });

  test('no_text: pictures, and no engine to recognise them', async () => {
    expect(await outcome(fixture('bad', 'image_only.pdf'), { ocr: 'off' })).toBe('no_text');
  });

  test('too_many_pages', async () => {
    expect(await outcome(fixture('pdf', `${REPORTS[1]}.pdf`), { maxPages: 8 })).toBe('too_many_pages');
  });

  test('unsupported_type: another kind of ZIP file', async () => {
    const zip = new JSZip().file('[Content_Types].xml', '<Types/>').file('ppt/presentation.xml', '<p/>');
    expect(await outcome(write('slides.docx', await zip.generateAsync({ type: 'nodebuffer' })))).toBe(
      'unsupported_type',
    );
  });

  test('bomb: a ZIP file that lies about its sizes', async () => {
    const zip = new JSZip().file('word/document.xml', 'x'.repeat(20_000_000));
    const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(20_000_000);
    for (let at = bytes.indexOf(size); at !== -1; at = bytes.indexOf(size, at)) bytes.writeUInt32LE(1000, at);
    expect(await outcome(write('liar.docx', bytes))).toBe('bomb');
  });
});

test('an external entity brings nothing in', async () => {
  const { text } = await read({ path: fixture('bad', 'xxe.docx'), filename: 'xxe.docx' });
  expect(text).not.toContain('root:');
});

test.each([
  '../../etc/passwd',
  `${'ă'.repeat(150)}.pdf`,
  '‮fdp.exe',
  '',
])('a name is only remembered: %j', async (filename) => {
  const document = await read({ path: fixture('bad', 'text_named.pdf'), filename });
  expect(document.filename).toBe(filename);
});

test('paths with characters that mean something elsewhere', async () => {
  mkdirSync(join(folder, 'a, b * --x'));
  expect(await outcome(write('a, b * --x/báo cáo.txt', '1.855 hộ nghèo'))).toBe('read');
});

test('a document from a child process is a valid one with its own hash', async () => {
  const path = fixture('struct', 'formal.pdf');
  const document = await read({ path, filename: 'formal.pdf' });
  expect(SourceDocument.parse(document)).toEqual(document);
  const bytes = readFileSync(path);
  expect(document).toMatchObject({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType: 'application/pdf',
  });
});

describe('a reading process', () => {
  /** Process ids of this process's children. */
  const children = (): string[] =>
    readdirSync('/proc/self/task').flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    );

  test('is killed when its time is up', async () => {
    const slow = write('slow.pdf', pdf(line('a').repeat(2_000_000)));
    const before = performance.now();
    expect(await outcome(slow, { timeoutMs: 1000, memoryMb: 4000 })).toBe('timed_out');
    expect(performance.now() - before).toBeLessThan(6000);
    expect(children()).toEqual([]);
  });

  test('is killed when it grows too big', async () => {
    const swelling = write('swelling.pdf', pdf(line('a').repeat(2_000_000)));
    expect(await outcome(swelling, { memoryMb: 200 })).toBe('out_of_memory');
    expect(children()).toEqual([]);
  });

  test.each([
    ['write a file', `fs.writeFileSync('${tmpdir()}/x', '')`],
    ['read a file', `fs.readFileSync('/etc/passwd')`],
    ['start a process', `child_process.spawnSync('true')`],
    ['start a thread', `new worker_threads.Worker('0', { eval: true })`],
  ])('may not %s', (_, code) => {
    const modules = ['fs', 'child_process', 'worker_threads'].map((name) => `const ${name} = require('node:${name}')`);
    const { status, stderr } = spawnSync(process.execPath, [...readerRights(), '-e', [...modules, code].join(';')]);
    expect(String(stderr)).toContain('ERR_ACCESS_DENIED');
    expect(status).not.toBe(0);
  });

  test('may not connect', () => {
    const rights = shipped('src/read/rights');
    const code = `import { denyNetwork } from '${rights}'; denyNetwork(); await fetch('http://127.0.0.1:8099/')`;
    const { stderr } = spawnSync(process.execPath, [...readerRights(), '--input-type=module', '-e', code]);
    expect(String(stderr)).toContain('a reader may not use the network');
  });
});

test('twenty files at once, one of them a bomb and one hanging, are read as if alone', async () => {
  const slow = write('hanging.pdf', pdf(line('a').repeat(2_000_000)));
  const bomb = fixture('bad', 'bomb_60MB_paragraphs.docx');
  const healthy = Array.from({ length: 18 }, (_, i) => fixture(`${REPORTS[i % REPORTS.length]}.txt`));
  const [hung, bombed, ...documents] = await Promise.all([
    outcome(slow, { timeoutMs: 2000, memoryMb: 4000 }),
    outcome(bomb),
    ...healthy.map((path) => read({ path, filename: path })),
  ]);
  expect([hung, bombed]).toEqual(['timed_out', 'bomb']);
  for (const [i, document] of documents.entries()) {
    const source = readFileSync(healthy[i] as string, 'utf8').normalize('NFC');
    expect(numberTokens(document.text)).toEqual(numberTokens(source));
  }
});
