import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readManifest, readRows } from './manifest.ts';

const rowsOf = (text: string | Buffer) => readRows('m.csv', Buffer.from(text as string)).map(({ cells }) => cells);

describe('a manifest is read', () => {
  const ROW = { file: '2014/bc, 1.doc', place: 'Xã Tân Hưng; Long Phú', year: '2014' };
  test.each<[string, string | Buffer]>([
    ['with commas', 'file,place,year\n"2014/bc, 1.doc",Xã Tân Hưng; Long Phú,2014\n'],
    ['with semicolons', 'file;place;year\r\n2014/bc, 1.doc;"Xã Tân Hưng; Long Phú";2014\r\n'],
    ['with a byte order mark', '\ufeffFile;Place;Year\n2014/bc, 1.doc;"Xã Tân Hưng; Long Phú";2014'],
    [
      'as Excel writes Unicode text',
      Buffer.from('\ufefffile\tplace\tyear\r\n2014/bc, 1.doc\tXã Tân Hưng; Long Phú\t2014\r\n', 'utf16le'),
    ],
  ])('%s', (_, text) => expect(rowsOf(text)).toEqual([ROW]));

  test('short rows and empty lines', () =>
    expect(rowsOf('year,file\n2014,a.doc\n\n,b.doc\n2015\n')).toEqual([
      { year: '2014', file: 'a.doc' },
      { year: '', file: 'b.doc' },
      { year: '2015', file: '' },
    ]));
});

describe('what is no manifest says so, and what one looks like', () => {
  test.each<[RegExp, ...string[]]>([
    [/no column "file"/, 'place,year\nx,2014\n', '', '\n\n'],
    [/a column "tệp"/, 'tệp,năm\nx,2014\n'],
    [/a column "name"/, 'file,name\nx,y\n'],
    [/twice/, 'file,year,file\nx,2014,y\n'],
    [/m\.csv: /, 'file,year\n"x,2014\n', 'file,year\nx,2014,z\n'],
  ])('%s', (why, ...texts) => {
    for (const text of texts) {
      expect(() => rowsOf(text)).toThrow(why);
      expect(() => rowsOf(text)).toThrow(/"file" and any of "place", "year" and "batch"/);
    }
  });
});

describe('files are found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ansinh-manifest-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const roots = [{ name: 'bc', place: join(folder, 'bc') }];
  const manifest = (text: string) => {
    writeFileSync(join(folder, 'm.csv'), text);
    return readManifest(join(folder, 'm.csv'), roots, 2026);
  };

  test.each([
    'bc/2014/a.doc',
    './bc/2014/a.doc',
    '2014/a.doc',
    'bc\\2014\\a.doc',
    `${folder}/bc/2014/a.doc`,
  ])('%s', async (file) => {
    const { find, unfound } = await manifest(`file,year,batch\n${file},2014,x\nbc/b.doc,2015,\n`);
    expect(find('bc/2014/a.doc')).toMatchObject({ given: { year: 2014 }, batch: 'x' });
    expect(find('bc/2015/a.doc')).toBeNull();
    expect(unfound().map((one) => one.file)).toEqual(['bc/b.doc']);
  });

  test('cells that say nothing are named by their line', async () => {
    const { doubts, find } = await manifest(
      'file,place,year\na.doc,huyện Không Có,2014\nb.doc,Sóc Trăng,20x4\n,Sóc Trăng,\n',
    );
    expect(doubts.map((doubt) => doubt.slice(folder.length + 1))).toEqual([
      expect.stringMatching(/^m\.csv, line 2: "huyện Không Có" is no place/),
      expect.stringMatching(/^m\.csv, line 3: "20x4" is no year/),
      'm.csv, line 4: it names no file',
    ]);
    expect(find('bc/a.doc')?.given).toEqual({ place: null, year: 2014 });
    expect(find('bc/b.doc')?.given).toEqual({ place: 'tỉnh Sóc Trăng', year: null });
  });
});
