import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ENCRYPTED, type ZipEntry, zipOf } from '../../tests/read/zips.ts';
import { hashOf } from './content.ts';
import { asFailure, look } from './look.ts';
import { keyOf, rootsOf } from './roots.ts';
import { walk } from './walk.ts';
import { wanted } from './wanted.ts';

let home: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'ansinh-look-')));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const put = (path: string | Buffer, content: string | Uint8Array = `${path}`, age = 3_600_000): void => {
  if (typeof path === 'string') mkdirSync(dirname(join(home, path)), { recursive: true });
  const file = typeof path === 'string' ? join(home, path) : Buffer.concat([Buffer.from(`${home}/`), path]);
  writeFileSync(file, content);
  const at = new Date(Date.now() - age);
  utimesSync(file, at, at);
};

interface How {
  include?: string[];
  exclude?: string[];
  own?: string[];
  folders?: string[];
}

/** What is found: a path, and what became of it where it is no file to send. */
const found = async ({ include = [], exclude = [], own = [], folders = ['.'] }: How = {}): Promise<string[]> => {
  const { roots } = await rootsOf(folders.map((folder) => join(home, folder)));
  const how = { wanted: wanted({ include, exclude }), own: new Set(own.map((path) => join(home, path))) };
  const findings = look(walk(roots, how), { ...how, isKnown: () => false, signal: new AbortController().signal });
  const out: string[] = [];
  const start = folders.length === 1 && folders[0] === '.' ? `${home.slice(home.lastIndexOf('/') + 1)}/` : '';
  for await (const one of findings) {
    if (one.kind === 'moment') continue;
    const path = (one.kind === 'file' ? one.found.path : one.path).slice(start.length);
    if (one.kind === 'skipped') out.push(`${path}: ${one.why}`);
    else if (one.kind === 'failed') out.push(`${path}: ${one.failure.code}`);
    else
      await hashOf(one.found.open()).then(
        () => out.push(path),
        (error: unknown) => out.push(`${path}: ${asFailure(error).code}`),
      );
  }
  return out;
};

describe('folders', () => {
  test('files in the order of names, strays and links left out', async () => {
    for (const path of ['b/2.doc', 'b/10.doc', 'a.doc', '.hidden/x.doc', 'b/Thumbs.db', 'b/~$2.doc', 'own/x', 'r.csv'])
      put(path);
    symlinkSync('/etc', join(home, 'out'));
    symlinkSync(home, join(home, 'b/loop'));
    symlinkSync(join(home, 'a.doc'), join(home, 'b/in.doc'));
    expect(await found({ own: ['own', 'r.csv'] })).toEqual([
      '.hidden: system',
      'a.doc',
      'b/10.doc',
      'b/2.doc',
      'b/Thumbs.db: system',
      'b/in.doc: link',
      'b/loop: link',
      'b/~$2.doc: system',
      'out: link',
      'own: own',
      'r.csv: own',
    ]);
  });

  test('names that are no UTF-8 are read, and never made one', async () => {
    const legacy = Buffer.from([0xd4, 0xe3, ...Buffer.from('.txt')]);
    put(legacy);
    put(legacy.toString());
    const names = await found();
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
  });

  test.each<[string, How, string[]]>([
    ['by name', { include: ['*.DOC', '*.pdf'] }, ['2014/a.doc', '2014/b.pdf', '2015/x/c.pdf']],
    ['by path', { include: ['2014/**'] }, ['2014/a.doc', '2014/b.pdf', '2014/d.tmp']],
    ['not by name', { exclude: ['*.{tmp,pdf}'] }, ['2014/a.doc']],
    ['no folder', { exclude: ['2014', '2015/x'] }, []],
    ['both', { include: ['*.pdf'], exclude: ['x'] }, ['2014/b.pdf']],
  ])('what is wanted: %s', async (_, how, expected) => {
    for (const path of ['2014/a.doc', '2014/b.pdf', '2014/d.tmp', '2015/x/c.pdf']) put(path);
    expect((await found(how)).filter((path) => !path.includes(': '))).toEqual(expected);
  });

  test('a young file is waited for', async () => {
    put('old.doc');
    put('young.doc', 'x', 0);
    put('future.doc', 'x', -3_600_000);
    expect(await found()).toEqual(['old.doc', 'future.doc', 'young.doc']);
  });
});

describe('archives', () => {
  const members: ZipEntry[] = [
    { name: 'a/1.doc', content: 'one' },
    { name: 'Xã Tân Hưng/2.doc', content: 'two' },
  ];
  test.each<[string, Uint8Array, string[]]>([
    [
      'members',
      zipOf([...members, { name: '__MACOSX/._1.doc' }, { name: 'a/' }]),
      ['z.ZIP/__MACOSX/._1.doc: system', 'z.ZIP/a/1.doc', 'z.ZIP/Xã Tân Hưng/2.doc'],
    ],
    [
      'one name twice',
      zipOf([
        { name: 'a.doc', content: '1' },
        { name: '../a.doc', content: '2' },
      ]),
      ['z.ZIP/a.doc', 'z.ZIP/a.doc (2)'],
    ],
    [
      'names in code page 437',
      zipOf([{ name: Buffer.from([0x83, 0x6e, 0x2e, 0x64]), content: 'x', flags: 0 }]),
      ['z.ZIP/ân.d'],
    ],
    [
      'a broken member',
      zipOf([...members, { name: 'b.doc', content: 'x', crc: 1 }]),
      ['z.ZIP/a/1.doc', 'z.ZIP/Xã Tân Hưng/2.doc', 'z.ZIP/b.doc: damaged'],
    ],
    [
      'a member with a password',
      zipOf([...members, { name: 'b.doc', content: 'x', flags: ENCRYPTED }]),
      ['z.ZIP/a/1.doc', 'z.ZIP/Xã Tân Hưng/2.doc', 'z.ZIP/b.doc: encrypted'],
    ],
    [
      'one cut off',
      zipOf([...members, { name: 'long.doc', content: createHash('sha512').update('x').digest('hex') }]).subarray(
        0,
        -230,
      ),
      ['z.ZIP: damaged', 'z.ZIP/a/1.doc', 'z.ZIP/Xã Tân Hưng/2.doc'],
    ],
    ['a bomb', zipOf([{ name: 'a.doc', content: Buffer.alloc(11 * 1024 * 1024) }]), ['z.ZIP/a.doc: bomb']],
    ['a member that lies', zipOf([{ name: 'a.doc', content: 'longer', size: 2 }]), ['z.ZIP/a.doc: bomb']],
    // The reader says what is wrong with these, and the ledger keeps it.
    ['rubbish', Buffer.from('PK rubbish'), ['z.ZIP']],
    ['nothing', zipOf([]), ['z.ZIP']],
    ['a document', zipOf([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }]), ['z.ZIP']],
  ])('%s', async (_, bytes, expected) => {
    put('z.ZIP', bytes);
    expect((await found()).sort()).toEqual([...expected].sort());
  });

  test('members are wanted by their own names', async () => {
    put('z.zip', zipOf(members));
    put('y.doc');
    expect(await found({ include: ['1.doc'] })).toEqual([
      'y.doc: excluded',
      'z.zip/a/1.doc',
      'z.zip/Xã Tân Hưng/2.doc: excluded',
    ]);
    expect(await found({ exclude: ['*.zip'] })).toEqual(['y.doc', 'z.zip: excluded']);
  });
});

describe('several folders', () => {
  test('are named so that no two files are one, and looked at once', async () => {
    for (const path of ['a/bc/1.doc', 'b/bc/1.doc', 'c/1.doc']) put(path);
    const expected = ['a/bc/1.doc', 'b/bc/1.doc', 'c/1.doc'];
    expect(await found({ folders: ['c', 'b/bc', 'a/bc', 'a/../c', 'c/1.doc'] })).toEqual(expected);
  });

  test('are the same batch in whatever order and by whatever way', async () => {
    for (const path of ['a/1.doc', 'b/1.doc']) put(path);
    symlinkSync(join(home, 'a'), join(home, 'way'));
    const key = async (name: string, ...folders: string[]) =>
      keyOf((await rootsOf(folders.map((folder) => join(home, folder)))).roots, name);
    const expected = await key('x', 'a', 'b');
    expect(await key('x', 'b', 'way', 'a/../a')).toBe(expected);
    expect(await key('y', 'a', 'b')).not.toBe(expected);
    expect(await key('x', 'a')).not.toBe(expected);
  });

  test('one that is not there is named', async () => {
    const { roots, failed } = await rootsOf([join(home, 'none'), home]);
    expect(roots).toHaveLength(1);
    expect(failed.map(({ error }) => asFailure(error).code)).toEqual(['vanished']);
  });
});
