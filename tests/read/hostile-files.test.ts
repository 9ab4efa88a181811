/**
 * Every hostile file that scripts/hostile makes comes to its code: within its limits, calling nobody, reading no other
 * file, leaving nothing behind, and without harm to a good file that is read at the same time.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WarmReader } from '../../scripts/fuzz/warm.ts';
import type { HostileFile, Lures } from '../../scripts/hostile/file.ts';
import { HOSTILE } from '../../scripts/hostile/index.ts';
import { type ReadOptions, read } from '../../src/read/index.ts';
import { fixture } from './fixtures.ts';

const SECRET = 'nobody may read this';
const LIMITS = { timeoutMs: 60_000, memoryMb: 768, ocr: 'off' } satisfies ReadOptions;
/** A child's memory is looked at from time to time, and it grows on until it has died. */
const OVERSHOOT_MB = 300;
/** Processor time of a file, and of the good one beside it, in seconds. */
const MOST_SECONDS = [10, 3] as const;

let folder: string;
let server: Server;
let lures: Lures;
let calls = 0;
const temporary = process.env.TMPDIR;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ansinh-hostile-'));
  mkdirSync(join(folder, 'tmp'));
  process.env.TMPDIR = join(folder, 'tmp');
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  server = createServer((socket) => {
    calls++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  lures = { url: `http://127.0.0.1:${port}`, secret: join(folder, 'secret.txt') };
});

afterAll(() => {
  server.close();
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  rmSync(folder, { recursive: true });
});

/** Processor time of this process's ended children, in seconds (proc(5), stat: cutime and cstime). */
function childrenSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

const children = (): string[] =>
  readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );

/** The most memory that any child of this process has had while `work` went on, in megabytes. */
async function watched<T>(work: Promise<T>): Promise<{ result: T; peakMb: number }> {
  let peakMb = 0;
  const look = setInterval(() => {
    for (const pid of children()) {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        peakMb = Math.max(peakMb, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
      } catch {
        // It has just ended.
      }
    }
  }, 25);
  try {
    return { result: await work, peakMb };
  } finally {
    clearInterval(look);
  }
}

type Result = { code: string; text: string };

const readingOf = (path: string): Promise<Result> =>
  read({ path, filename: path }, LIMITS).then(
    ({ text }) => ({ code: 'read', text }),
    (error) => ({ code: error.code ?? String(error.stack), text: '' }),
  );

async function check({ make, comesTo, says }: HostileFile): Promise<void> {
  const path = join(folder, 'file');
  writeFileSync(path, await make(lures));
  const before = childrenSeconds();
  const neighbour = readingOf(fixture('000_a452df1cee3d57cd.txt'));
  const { result, peakMb } = await watched(readingOf(path));
  expect(comesTo).toContain(result.code);
  if (says !== undefined && result.code === 'read') expect(result.text).toContain(says);
  expect(result.text).not.toContain(SECRET);
  expect((await neighbour).code).toBe('read');
  expect(childrenSeconds() - before).toBeLessThan(MOST_SECONDS[0] + MOST_SECONDS[1]);
  expect(peakMb).toBeLessThan(LIMITS.memoryMb + OVERSHOOT_MB);
  expect(children()).toEqual([]);
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  expect(calls).toBe(0);
}

/**
 * What the suite reads of each format, every kind of attack at least once: passwords, broken structures, depth, circles,
 * swelling, spinning, far files, programs. `HOSTILE=all npm test -- hostile-files` reads every file.
 */
const SUITE: Readonly<Record<string, readonly string[]>> = {
  PDF: [
    'user password.pdf',
    'xref that points nowhere.pdf',
    '10,000 pages.pdf',
    '100,000 objects on a page.pdf',
    'form that shows itself.pdf',
    'forms that fan out a milliard times.pdf',
    'Type 3 font whose letters are set in itself.pdf',
    'CMap that uses itself.pdf',
    'picture of 65,000 by 65,000.pdf',
    'JavaScript, programs and far files.pdf',
    'form in XFA with entities.pdf',
  ],
  DOCX: [
    'password.docx',
    'macros.docm',
    'far template, pictures and chunks.docx',
    'billion laughs.docx',
    'outside entities.docx',
    '100,000 entries.docx',
    'sizes that lie, too small.docx',
    'sizes that lie, too large.docx',
    'archives in archives.docx',
    'names that climb.docx',
    'elements 50,000 deep.docx',
  ],
  DOC: [
    'password.doc',
    'table of sectors in a circle.doc',
    'stream longer than the file.doc',
    'texts of four milliard characters.doc',
    'macros and an embedded program.doc',
  ],
  RTF: [
    'far pictures, templates and objects.rtf',
    'groups 2,000,000 deep.rtf',
    'bytes to skip without end.rtf',
    'a million fonts.rtf',
    'twelve million coded letters.rtf',
  ],
  ODT: [
    'password.odt',
    'far pictures, sections and templates.odt',
    'outside entities.odt',
    'sizes that lie.odt',
    'lists 50,000 deep.odt',
    'rows and cells repeated without end.odt',
  ],
  HTML: [
    'far pictures, frames, sheets and scripts.html',
    'outside entities.html',
    'elements 900 deep.html',
    'open brackets.html',
    'a million classes.html',
    'cells over milliards of columns.html',
  ],
  XLSX: [
    'far pictures, links and services.xlsx',
    'outside entities.xlsx',
    'sizes that lie.xlsx',
    'one cell merged over the whole sheet.xlsx',
  ],
  text: ['400,000 long lines.txt', 'marks over one letter.txt', 'UTF-16 halves.txt'],
  pictures: [
    'four milliard by four milliard.png',
    'data of 300 MB for one pixel.png',
    '65,000 by 65,000.jpg',
    'directory that follows itself.tif',
  ],
  polyglots: ['PDF before a DOCX.pdf', 'HTML around a PDF.html', 'program.exe'],
};

test('the suite reads files of every format', () => {
  expect(Object.keys(SUITE)).toEqual(Object.keys(HOSTILE));
  for (const [format, names] of Object.entries(SUITE)) {
    expect(HOSTILE[format]?.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
  }
});

describe.each(Object.entries(HOSTILE))('%s', (format, files) => {
  const chosen = process.env.HOSTILE === 'all' ? files : files.filter(({ name }) => SUITE[format]?.includes(name));
  test.each(chosen.map((file) => [file.name, file] as const))('%s', (_, file) => check(file));
});

/** What a reader's code tries when it is led to a server or a file: nothing may come of it, and nothing is tried at all. */
test('the server that the lures lead to is there', async () => {
  await fetch(lures.url).catch(() => undefined);
  expect(calls).toBe(1);
  calls = 0;
});

describe('a file cut off at every tenth', () => {
  const reader = new WarmReader();
  afterAll(() => reader.close());

  test.each([
    ['pdf', 'pdf/002_85d3af9a86ee4359.pdf', ['damaged']],
    ['docx', 'docx/004_0fa445c9fb98d59f.docx', ['damaged']],
    ['doc', 'renditions/doc/002_85d3af9a86ee4359.doc', ['damaged']],
    ['rtf', 'renditions/rtf/002_85d3af9a86ee4359.rtf', ['damaged']],
    ['odt', 'renditions/odt/002_85d3af9a86ee4359.odt', ['damaged']],
    // Pages and texts have no end that could be missing.
    ['html', 'renditions/html/002_85d3af9a86ee4359.html', ['read', 'empty']],
    ['txt', '002_85d3af9a86ee4359.txt', ['read', 'unsupported_type']],
  ])('%s', async (_format, name, codes) => {
    const whole = readFileSync(fixture(name));
    for (let tenth = 1; tenth < 10; tenth++) {
      const { code } = await reader.judge(whole.subarray(0, Math.floor((whole.length * tenth) / 10)));
      expect([`${tenth} tenths`, codes]).toEqual([`${tenth} tenths`, expect.arrayContaining([code])]);
    }
  });
});
