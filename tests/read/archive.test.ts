/** ZIP archives of reports: what is in them comes out member by member, whatever they are. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ArchiveError, type ReadError } from '../../src/model/index.ts';
import { readArchive } from '../../src/read/archive/read-archive.ts';
import { type UnpackOptions, unpack } from '../../src/read/archive/unpack.ts';
import { read } from '../../src/read/index.ts';
import { fixture, REPORTS } from './fixtures.ts';
import { ENCRYPTED, type ZipEntry, zipOf } from './zips.ts';

const MB = 1024 * 1024;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ansinh-archive-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const written = (bytes: Uint8Array): string => {
  files += 1;
  const path = join(folder, `${files}.zip`);
  writeFileSync(path, bytes);
  return path;
};

/** [path, bytes of the member or its code], then the code of the archive where it failed. */
type Seen = [path: string, outcome: number | string][];
async function unpacked(bytes: Uint8Array, options?: UnpackOptions): Promise<{ members: Seen; failed: string | null }> {
  const members: Seen = [];
  const work = unpack(
    { path: written(bytes) },
    async ({ path, content }) => {
      let size = 0;
      try {
        for await (const chunk of content) size += chunk.length;
        members.push([path, size]);
      } catch (error) {
        members.push([path, (error as ReadError).code]);
      }
    },
    options,
  );
  return {
    members,
    failed: await work.then(
      () => null,
      (error: ReadError) => error.code,
    ),
  };
}
const paths = async (entries: ZipEntry[]): Promise<string[]> =>
  (await unpacked(zipOf(entries))).members.map(([path]) => path);
const stored = (name: string, content: Uint8Array): ZipEntry => ({ name, content, method: 0 });

describe('a name', () => {
  const bytes = (...parts: (string | number)[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))));
  test.each<[string, string | Uint8Array, number]>([
    ['Báo cáo quý I.docx', 'Báo cáo quý I.docx', 0x800],
    ['Báo cáo quý I.docx', 'Báo cáo quý I.docx'.normalize('NFD'), 0x800],
    ['Xã Tây Sơn/Báo cáo.doc', 'Xã Tây Sơn/Báo cáo.doc', 0],
    // Code page 437: á is 0xA0, é is 0x82.
    ['Báo cáo.doc', bytes('B', 0xa0, 'o c', 0xa0, 'o.doc'), 0],
    // Windows-1258: ô is a letter of its own, its tones are marks behind it: 0xEC acute, 0xF2 dot below.
    ['Hộ nghèo, báo cáo.doc', bytes('H', 0xf4, 0xf2, ' ngh', 0xe8, 'o, b', 0xe1, 'o c', 0xe1, 'o.doc'), 0],
    // TCVN3: "B¸o c¸o hé nghÌo".
    ['Báo cáo hộ nghèo.doc', bytes('B', 0xb8, 'o c', 0xb8, 'o h', 0xe9, ' ngh', 0xcc, 'o.doc'), 0],
    // No Vietnamese at all: as APPNOTE.TXT says.
    ["rapport d'été.doc", bytes("rapport d'", 0x82, 't', 0x82, '.doc'), 0],
    ['thư mục/báo cáo.doc', 'thư mục\\báo cáo.doc', 0x800],
    ['etc/passwd', '../../../etc/passwd', 0x800],
    ['Windows/a.txt', 'C:\\Windows\\..\\..\\a.txt', 0x800],
    ['etc/passwd', '/etc/./passwd', 0x800],
    ['document', '..', 0x800],
    ['a.txt', 'a\u0000\u202e.t\nxt', 0x800],
  ])('is %s', async (expected, name, flags) => {
    expect(await paths([{ name, flags, content: 'x' }])).toEqual([expected]);
  });

  test('that is as long as a ZIP file can have one keeps its end', async () => {
    const [path = ''] = await paths([{ name: `${'thư mục/'.repeat(5000)}báo cáo.txt`, content: 'x' }]);
    expect(path).toMatch(/\/báo cáo\.txt$/);
    expect(path.length).toBeLessThanOrEqual(1000);
  });

  test('may come twice: both are members', async () => {
    const twice = ['một', 'hai hai'].map((content) => ({ name: 'a.txt', content }));
    expect((await unpacked(zipOf(twice))).members).toEqual([
      ['a.txt', 5],
      ['a.txt', 7],
    ]);
  });
});

test('what systems and office programs leave behind is left out', async () => {
  const strays = [
    '__MACOSX/._báo cáo.docx',
    'xã/.DS_Store',
    'xã/Thumbs.db',
    'desktop.ini',
    '~$báo cáo.docx',
    'xã/~WRL0001.tmp',
    '.~lock.báo cáo.odt#',
    'thư mục/',
  ];
  const link = { name: 'lối tắt', content: '/etc/passwd', mode: 0o120777 };
  expect(await paths([...strays.map((name) => ({ name })), link, { name: 'xã/báo cáo.docx' }])).toEqual([
    'xã/báo cáo.docx',
  ]);
});

describe('archives in archives', () => {
  const deepest = zipOf([{ name: 'ba.txt', content: 'ba' }]);
  const inner = zipOf([{ name: 'hai.txt', content: 'hai' }, stored('sâu hơn.zip', deepest)]);

  test('give their members in their place, one level down; deeper ones are refused', async () => {
    const outer = zipOf([{ name: 'một.txt', content: 'm' }, stored('năm 2022/xã.zip', inner), { name: 'cuối.txt' }]);
    expect(await unpacked(outer)).toEqual({
      failed: null,
      members: [
        ['một.txt', 1],
        ['năm 2022/xã.zip/hai.txt', 3],
        ['năm 2022/xã.zip/sâu hơn.zip', 'bomb'],
        ['cuối.txt', 0],
      ],
    });
  });

  test('count together, and one that is damaged goes on as the file it is', async () => {
    const many = zipOf(Array.from({ length: 9 }, (_, n) => ({ name: `${n}.txt` })));
    const outer = zipOf([stored('a.zip', many), stored('b.zip', many), stored('c.zip', many.subarray(0, 100))]);
    const { members, failed } = await unpacked(outer, { maxEntries: 15 });
    expect(failed).toBeNull();
    expect(members.slice(9)).toEqual([
      ['b.zip', 'bomb'],
      ['c.zip', 100],
    ]);
  });

  test('documents that are ZIP files are members themselves', async () => {
    const names = ['docx/004_0fa445c9fb98d59f.docx', 'renditions/odt/004_0fa445c9fb98d59f.odt'];
    const outer = zipOf(names.map((name) => stored(name, readFileSync(fixture(name)))));
    expect((await unpacked(outer)).members).toEqual(names.map((name) => [name, readFileSync(fixture(name)).length]));
  });
});

describe('a member that cannot be unpacked fails alone', () => {
  const sound = { name: 'tốt.txt', content: 'tốt' };
  const zeros = () => Buffer.alloc(12 * MB);
  test.each<[string, () => ZipEntry, UnpackOptions?]>([
    ['encrypted', () => ({ name: 'x', content: 'x'.repeat(20), flags: ENCRYPTED, method: 0 })],
    ['bomb', () => ({ name: 'x', content: zeros() })],
    ['bomb', () => ({ name: 'x', content: zeros(), size: 1000 })],
    ['bomb', () => ({ name: 'x', content: 'hai mươi', method: 0, size: 2 })],
    ['damaged', () => ({ name: 'x', content: 'hai mươi', size: 2000 })],
    ['damaged', () => ({ name: 'x', content: 'hai mươi', crc: 1 })],
    ['unsupported_type', () => ({ name: 'x', content: 'x', method: 12 })],
    ['too_large', () => ({ name: 'x', content: Buffer.alloc(9000) }), { maxBytes: 8192 }],
  ])('%s', async (code, make, options = {}) => {
    const { members, failed } = await unpacked(zipOf([sound, make(), { ...sound, name: 'sau.txt' }]), options);
    expect(failed).toBeNull();
    expect(members).toEqual([
      ['tốt.txt', 5],
      ['x', code],
      ['sau.txt', 5],
    ]);
  });
});

describe('an archive that cannot be unpacked', () => {
  const one = zipOf([{ name: 'a.txt', content: 'một' }]);
  test.each<[string, () => Uint8Array, UnpackOptions?]>([
    ['empty', () => Buffer.alloc(0)],
    ['damaged', () => one.subarray(0, -10)],
    ['damaged', () => one.subarray(0, 40)],
    ['encrypted', () => zipOf([{ name: 'a.txt', flags: 0x841, method: 0 }])],
    ['bomb', () => zipOf(Array.from({ length: 20_000 }, (_, n) => ({ name: `${n}`, method: 0 })))],
    ['bomb', () => zipOf(Array.from({ length: 30 }, (_, n) => ({ name: `${n}`, size: 0xfffffff0 })))],
    [
      'bomb',
      () => zipOf(Array.from({ length: 21 }, (_, n) => ({ name: `${n}`, content: Buffer.alloc(1000) }))),
      { maxBytes: 1000 + 8000, maxTotalBytes: 20_000 },
    ],
    ['too_large', () => one, { maxBytes: 50 }],
    ['timed_out', () => one, { timeoutMs: 1 }],
    ['out_of_memory', () => one, { memoryMb: 20 }],
  ])('%s', async (code, make, options = {}) => {
    const began = performance.now();
    expect(await unpacked(make(), options)).toEqual({ members: [], failed: code });
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

describe('whoever takes the members', () => {
  const three = zipOf([1, 2, 3].map((n) => ({ name: `${n}.txt`, content: Buffer.alloc(3 * MB, `${n}`) })));

  test('may leave them unread', async () => {
    const seen: string[] = [];
    await unpack({ path: written(three) }, async ({ path }) => {
      seen.push(path);
    });
    expect(seen).toEqual(['1.txt', '2.txt', '3.txt']);
  });

  test('may take as long as it likes', async () => {
    let taken = 0;
    const slowly = async ({ content }: { content: AsyncIterable<Buffer> }): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      for await (const chunk of content) taken += chunk.length;
    };
    await unpack({ path: written(three) }, slowly, { timeoutMs: 4000 });
    expect(taken).toBe(9 * MB);
  });

  test('ends it all by an error', async () => {
    const seen: string[] = [];
    const work = unpack({ path: written(three) }, async ({ path }) => {
      seen.push(path);
      if (path === '2.txt') throw new Error('no room');
    });
    await expect(work).rejects.toThrow('no room');
    expect(seen).toEqual(['1.txt', '2.txt']);
  });
});

test('read tells an archive from a document, and readArchive reads what is in it and leaves nothing behind', async () => {
  const [report = ''] = REPORTS;
  const document = readFileSync(fixture('docx', `${report}.docx`));
  const path = written(
    zipOf([
      stored('Xã/báo cáo.docx', document),
      { name: 'trống.txt' },
      { name: 'khoá.pdf', content: 'x'.repeat(20), flags: ENCRYPTED, method: 0 },
    ]),
  );
  await expect(read({ path, filename: 'a.zip' })).rejects.toBeInstanceOf(ArchiveError);
  await expect(read({ path, filename: 'a.zip' })).rejects.toMatchObject({
    code: 'unsupported_type',
    detail: expect.stringContaining('readArchive'),
  });
  const left = () =>
    readdirSync(tmpdir()).filter((name) => name.startsWith('ansinh-archive-') && !name.includes('test'));
  const before = left();
  const seen: unknown[] = [];
  await readArchive({ path }, (member) => {
    seen.push('document' in member ? [member.path, member.document.filename] : [member.path, member.error.code]);
    if ('document' in member) expect(member.document.text.length).toBeGreaterThan(1000);
  });
  expect(seen).toEqual([
    ['Xã/báo cáo.docx', 'báo cáo.docx'],
    ['trống.txt', 'empty'],
    ['khoá.pdf', 'encrypted'],
  ]);
  expect(left().filter((name) => !before.includes(name))).toEqual([]);
  await expect(readArchive({ path: written(zipOf([{ name: 'thư mục/' }])) }, () => undefined)).rejects.toMatchObject({
    code: 'empty',
  });
});
