import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Stack, startStack } from '../http/stack.ts';
import { zipOf } from '../read/zips.ts';
import { MAIN } from './run.ts';

const home = mkdtempSync(join(tmpdir(), 'ansinh-backfill-'));
// PostgreSQL and an unprivileged run have to get to what lies in it.
chmodSync(home, 0o755);
const data = join(home, 'data');
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Line = { event: string } & Record<string, unknown>;
interface Running {
  child: ChildProcess;
  /** Resolves to the first line that `is`. */
  line(is: (line: Line) => boolean): Promise<Line>;
  ended: Promise<{ code: number | null; lines: Line[]; summary: Line | undefined; stderr: string; stdout: string }>;
}

/** Starts `ansinh backfill`, in the folder of the tests. */
function start(args: readonly string[], how: { env?: Record<string, string>; uid?: number } = {}): Running {
  const env: NodeJS.ProcessEnv = { ...process.env, LANG: 'C', LC_ALL: '', DATA_DIR: data, WORKERS: '2', ...how.env };
  for (const name of ['NODE_OPTIONS', 'DATABASE_URL', 'REDIS_URL', 'BLOB_URL']) delete env[name];
  const child = spawn(process.execPath, [MAIN, 'backfill', ...args], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(how.uid !== undefined && { uid: how.uid }),
  });
  const lines: Line[] = [];
  const text: string[] = [];
  const waiting: { is: (line: Line) => boolean; tell: (line: Line) => void }[] = [];
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (written) => {
    text.push(written);
    if (!written.startsWith('{')) return;
    const line = JSON.parse(written) as Line;
    lines.push(line);
    for (const { is, tell } of waiting) if (is(line)) tell(line);
  });
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    lines,
    summary: lines.find(({ event }) => event === 'summary'),
    stderr,
    stdout: text.join('\n'),
  }));
  return {
    child,
    line: (is) =>
      new Promise((tell, fail) => {
        const known = lines.find(is);
        if (known) tell(known);
        waiting.push({ is, tell });
        void ended.then(({ code }) => fail(new Error(`It ended with ${code}:\n${stderr}\n${text.join('\n')}`)));
      }),
    ended,
  };
}
const backfill = (...args: string[]) => start([...args, '--json']).ended;

/** Files below a new folder of the tests, changed long enough ago to be settled. */
function folder(name: string, files: Record<string, string | Uint8Array>): string {
  for (const [path, content] of Object.entries(files)) put(join(home, name, path), content);
  return name;
}
function put(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  const before = new Date(Date.now() - 3_600_000);
  utimesSync(file, before, before);
}
const report = (n: number | string) => `BÁO CÁO\nNăm 2014 toàn xã có ${n} hộ nghèo.\n`;
const many = (count: number, from = 0) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`bc ${i}.txt`, report(from + i)]));
const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(home, file)), { bom: true, columns: true, escape: '"' });

const counts = (line: Line | undefined) => {
  const { found, done, duplicate, failed, pending } = Object(line) as Record<string, number>;
  return { found, done, duplicate, failed, pending };
};

describe('with everything in one process', () => {
  test('a dry run says what would be sent, and writes nothing', async () => {
    const name = folder('dry', {
      '2014/Huyện Long Phú/Xã Tân Hưng/bc.txt': report('dry'),
      '2014/copy.txt': report('dry'),
      'Thumbs.db': 'x',
    });
    const { code, lines } = await backfill(name, '--dry-run');
    expect({ code, lines }).toEqual({
      code: 0,
      lines: [
        expect.objectContaining({
          path: 'dry/2014/Huyện Long Phú/Xã Tân Hưng/bc.txt',
          state: 'new',
          given: { place: 'xã Tân Hưng, huyện Long Phú, tỉnh Sóc Trăng', year: 2014 },
        }),
        expect.objectContaining({ path: 'dry/2014/copy.txt', state: 'copy', given: { place: null, year: 2014 } }),
        { event: 'plan', new: 1, known: 0, copy: 1, failed: 0, skipped: 1 },
      ],
    });
    expect(existsSync(data)).toBe(false);
  });

  test('every file of a folder is accounted for, and a second run sends nothing', async () => {
    const name = folder('mixed', {
      '2014/Huyện Long Phú/bc.txt': report(1),
      '=1+2.txt': report(2),
      'copy of 1.txt': report(1),
      'empty.pdf': '',
      '.DS_Store': 'x',
      '~$bc.docx': 'x',
      'tinh.zip': zipOf([
        { name: 'a/bc.txt', content: report(3) },
        { name: 'broken.txt', content: report(4), crc: 1 },
        { name: '__MACOSX/a', content: 'x' },
      ]),
      'cut.zip': zipOf([
        { name: 'whole.txt', content: report(5) },
        { name: 'gone.txt', content: report(6) },
      ]).subarray(0, -150),
    });
    symlinkSync('/etc', join(home, name, 'link'));
    const first = await start([name, '--report', 'out/r.csv']).ended;
    expect(first.code).toBe(1);
    expect(first.stdout).toMatch(/^found +8\ndone +4\nduplicate +1\nfailed +3\npending +0\n/);
    expect(first.stdout).toMatch(/left out: 3 hidden or temporary, 1 links/);
    const damaged = expect.objectContaining({ state: 'failed', code: 'damaged', document: '' });
    expect(rowsOf('out/r.csv').sort((a, b) => ((a.file as string) < (b.file as string) ? -1 : 1))).toEqual([
      expect.objectContaining({ file: 'mixed/.DS_Store', state: 'skipped', code: 'system' }),
      expect.objectContaining({
        file: 'mixed/2014/Huyện Long Phú/bc.txt',
        state: 'done',
        document: expect.stringMatching(/./),
      }),
      expect.objectContaining({ file: 'mixed/=1+2.txt', state: 'done' }),
      expect.objectContaining({ file: 'mixed/copy of 1.txt', state: 'duplicate' }),
      damaged,
      expect.objectContaining({ file: 'mixed/cut.zip/whole.txt', state: 'done' }),
      expect.objectContaining({
        file: 'mixed/empty.pdf',
        state: 'failed',
        code: 'empty',
        remedy: expect.stringMatching(/./),
      }),
      expect.objectContaining({ file: 'mixed/link', state: 'skipped', code: 'link' }),
      expect.objectContaining({ file: 'mixed/tinh.zip/__MACOSX/a', state: 'skipped' }),
      expect.objectContaining({ file: 'mixed/tinh.zip/a/bc.txt', state: 'done' }),
      damaged,
      expect.objectContaining({ file: 'mixed/~$bc.docx', state: 'skipped' }),
    ]);

    const again = await backfill(name);
    expect(again.summary).toMatchObject({ found: 8, done: 4, duplicate: 1, failed: 3, pending: 0, sent: 0 });
    const dry = await backfill(name, '--dry-run', '--include', '*.txt', '--exclude', '2014');
    expect(dry.lines.at(-1)).toMatchObject({ new: 0, known: 4, failed: 2 });
    const older = await backfill(name, '--extract-below', '99.0.0');
    expect({ code: older.code, ...counts(older.summary) }).toEqual({
      code: 0,
      found: 4,
      done: 4,
      duplicate: 0,
      failed: 0,
      pending: 0,
    });
  });

  test('two at once of one folder end with the same sum', async () => {
    const name = folder('twice', { ...many(30, 1000), 'copy.txt': report(1000) });
    const both = await Promise.all([backfill(name), backfill(name)]);
    for (const { code, summary } of both) {
      expect({ code, ...counts(summary) }).toEqual({
        code: 0,
        found: 31,
        done: 30,
        duplicate: 1,
        failed: 0,
        pending: 0,
      });
    }
  });

  test('killed and started again, it goes on where it stopped', async () => {
    const name = folder('killed', many(40, 2000));
    for (const isHere of [
      ({ event }: Line) => event === 'batch',
      ({ event, sent, done }: Line) => event === 'progress' && Number(sent) > 0 && Number(done) < 40,
    ]) {
      const { child, line, ended } = start([name, '--json', '--concurrency', '1']);
      await line(isHere);
      child.kill('SIGKILL');
      await ended;
    }
    const { code, summary } = await backfill(name);
    expect({ code, ...counts(summary) }).toEqual({ code: 0, found: 40, done: 40, duplicate: 0, failed: 0, pending: 0 });
  });

  test('a folder that is watched, until somebody ends it', async () => {
    const name = folder('scanner', { 'first.txt': report('first') });
    const { child, line, ended } = start([name, '--json', '--watch', '1', '--report', 'watched.csv']);
    await line(({ event, done }) => event === 'progress' && done === 1);
    writeFileSync(join(home, name, 'second.txt'), report('sec'));
    appendFileSync(join(home, name, 'second.txt'), report('ond'));
    await line(({ event, done }) => event === 'progress' && done === 2);
    child.kill('SIGINT');
    const { code, summary } = await ended;
    expect({ code, ...counts(summary) }).toEqual({ code: 0, found: 2, done: 2, duplicate: 0, failed: 0, pending: 0 });
    expect(rowsOf('watched.csv')).toHaveLength(2);
  });
});

describe('what was asked for wrongly', () => {
  const WRONG: [what: string, sentence: RegExp, args: string[]][] = [
    ['no folder', /Name the folders/, []],
    ['an address that is none', /--server must be an address/, ['dry', '--server', 'ftp://host']],
    [
      'a manifest with wrong columns',
      /a column "tên".*"file" and any of "place", "year" and "batch"/,
      ['dry', '--manifest', 'wrong.csv'],
    ],
    ['a manifest that is not there', /manifest cannot be read/, ['dry', '--manifest', 'none.csv']],
    ['a report that nobody can write', /report cannot be written/, ['dry', '--report', 'wrong.csv/r.csv']],
    ['what contradicts itself', /--dry-run goes without --watch/, ['dry', '--dry-run', '--watch']],
    ['a number that is none', /whole number/, ['dry', '--concurrency', '0']],
  ];
  test('is refused with a sentence, and nothing is begun', async () => {
    put(join(home, 'wrong.csv'), 'tên;năm\nx;2014\n');
    const ends = await Promise.all(
      WRONG.map(async ([what, , args]) => {
        const { code, stderr } = await start(args).ended;
        return { what, code, stderr };
      }),
    );
    expect(ends).toEqual(WRONG.map(([what, sentence]) => ({ what, code: 2, stderr: expect.stringMatching(sentence) })));
  });
});

/** A way to the server that can be cut. */
class Bridge {
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async open(to: string): Promise<void> {
    const { hostname, port } = new URL(to);
    this.#server = createServer((socket) => {
      const far = connect(Number(port), hostname);
      for (const one of [socket, far]) {
        this.#sockets.add(one);
        one.on('error', () => undefined).on('close', () => this.#sockets.delete(one));
      }
      socket.pipe(far).pipe(socket);
      socket.on('close', () => far.destroy());
      far.on('close', () => socket.destroy());
    });
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as { port: number }).port;
  }

  cut(): void {
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

describe('against a server', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack({ LOG_LEVEL: 'warn', MAX_UPLOAD_MB: '10' });
  });
  afterAll(async () => {
    await stack?.stop();
  });
  const at = (name: string, ...args: string[]) => backfill(name, '--server', stack.url, ...args);

  test('names of every kind arrive as they are; the manifest tells place, year and batch', async () => {
    const name = folder('names', {
      'Huyện "Long Phú"; a=%20b\\c/báo cáo (1).txt': report(3001),
      "tab\tand 'quotes'\r\n.txt": report(3002),
      [`${'ô'.repeat(100)}.txt`]: report(3003),
      'thang 12.txt': report(3004),
    });
    put(
      join(home, 'm.csv'),
      '\ufefffile;place;year;batch\r\nnames/thang 12.txt;Xã Tân Hưng, huyện Long Phú, Sóc Trăng;2013;Tháng 12\r\nnames/không có.txt;;;\r\n',
    );
    const { code, summary, lines } = await at(name, '--manifest', 'm.csv', '--report', 'names.csv');
    expect({ code, ...counts(summary) }).toEqual({ code: 1, found: 5, done: 4, duplicate: 0, failed: 1, pending: 0 });
    expect(
      lines
        .filter(({ event }) => event === 'batch')
        .map((batch) => batch.name)
        .sort(),
    ).toEqual(['Tháng 12', 'names']);
    expect(lines.filter(({ event }) => event === 'failed')).toEqual([
      expect.objectContaining({ file: 'names/không có.txt', code: 'missing' }),
    ]);
    expect(rowsOf('names.csv').filter(({ state }) => state === 'done')).toHaveLength(4);
  });

  test('what cannot be read is named, and the rest goes on', async () => {
    const name = folder('rights', { 'a.txt': report(4001), 'closed/b.txt': report(4002), 'c.txt': report(4003) });
    chmodSync(join(home, name, 'closed'), 0o000);
    chmodSync(join(home, name, 'c.txt'), 0o000);
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const { code, summary, lines } = await start([name, 'nowhere', '--json', '--server', stack.url], uid).ended;
    chmodSync(join(home, name, 'closed'), 0o755);
    expect({ code, ...counts(summary) }).toEqual({ code: 1, found: 4, done: 1, duplicate: 0, failed: 3, pending: 0 });
    expect(lines.filter(({ event }) => event === 'failed').map(({ file, code }) => `${file} ${code}`)).toEqual([
      'nowhere vanished',
      'rights/c.txt unreadable',
      'rights/closed unreadable',
    ]);
  });

  test('a file that is written on while it is read ends as it is then', async () => {
    const name = folder('written', many(3, 5000));
    const growing = join(home, name, 'growing.txt');
    writeFileSync(growing, report('x'));
    const running = start([name, '--json', '--server', stack.url]);
    for (let i = 0; i < 5; i += 1) {
      await new Promise((go) => setTimeout(go, 300));
      appendFileSync(growing, report(i));
    }
    const { code, summary } = await running.ended;
    expect({ code, ...counts(summary) }).toEqual({ code: 0, found: 4, done: 4, duplicate: 0, failed: 0, pending: 0 });
    const [row] = (await at(name, '--dry-run')).lines.filter(({ path }) => path === `${name}/growing.txt`);
    expect(row).toMatchObject({ state: 'known' });
  });

  test("large files go in pieces; one that is too large is the ledger's to refuse", async () => {
    const noise = Buffer.alloc(9 * 1024 * 1024, Buffer.from([0, 1, 2, 3, 5, 8, 13, 21]));
    const name = folder('large', { 'noise.bin': noise, 'copy.bin': noise, 'huge.bin': Buffer.alloc(11 * 1024 * 1024) });
    const { code, summary } = await at(name, '--report', 'large.csv');
    expect({ code, ...counts(summary) }).toEqual({ code: 1, found: 3, done: 0, duplicate: 1, failed: 2, pending: 0 });
    expect(rowsOf('large.csv').map(({ file, state, code }) => `${file} ${state} ${code}`)).toEqual([
      'large/copy.bin failed unsupported_type',
      'large/huge.bin failed too_large',
      'large/noise.bin duplicate ',
    ]);
    expect((await at(name)).summary).toMatchObject({ found: 3, sent: 0 });
  });

  test('ended by a person, it says how far it is and writes its report', async () => {
    const name = folder('ended', many(60, 9000));
    const { child, line, ended } = start([
      name,
      '--json',
      '--server',
      stack.url,
      '--concurrency',
      '1',
      '--report',
      'ended.csv',
    ]);
    await line(({ event }) => event === 'batch');
    child.kill('SIGINT');
    const { code, summary } = await ended;
    expect({ code, summary }).toMatchObject({ code: 1, summary: { stopped: 'interrupted', failed: 0 } });
    expect(rowsOf('ended.csv')).toHaveLength(Number(summary?.found));
    expect(Number(summary?.pending)).toBeGreaterThan(0);
  });

  test('nothing to bring', async () => {
    const name = folder('nothing', { '.DS_Store': 'x' });
    const { code, lines } = await at(name);
    expect({ code, last: lines.at(-1) }).toMatchObject({
      code: 1,
      last: { event: 'nothing', message: expect.stringMatching(/no files/) },
    });
  });

  test('a server that goes away is waited for, and given up in the end', async () => {
    const bridge = new Bridge();
    await bridge.open(stack.url);
    const name = folder('away', many(40, 6000));
    const { line, ended } = start([name, '--json', '--server', bridge.url, '--concurrency', '2', '--patience', '60']);
    await line(({ event }) => event === 'batch');
    bridge.cut();
    await line(({ event }) => event === 'waiting');
    await bridge.open(stack.url);
    await line(({ event }) => event === 'back');
    const back = await ended;
    expect({ code: back.code, ...counts(back.summary) }).toEqual({
      code: 0,
      found: 40,
      done: 40,
      duplicate: 0,
      failed: 0,
      pending: 0,
    });

    bridge.cut();
    const gone = await start([name, '--server', bridge.url, '--patience', '1']).ended;
    expect({ code: gone.code, stdout: gone.stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(/Given up: ECONNREFUSED\. Run the same command again/),
    });
  });

  test('a server with accounts asks who it is', async () => {
    const name = folder('accounts', { 'bc.txt': report(7001) });
    const post = (path: string, body: object, headers = {}) =>
      fetch(`${stack.url}/api/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const me = { email: 'van@example.vn', name: 'Vân', role: 'administrator' };
    const { password } = (await (await post('accounts', me)).json()) as { password: string };
    const cookie =
      (await post('sign-in', { email: me.email, password })).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const own = 'một mật khẩu của riêng tôi';
    expect((await post('me/password', { current: password, next: own }, { cookie })).ok).toBe(true);

    const stranger = await start([name, '--server', stack.url]).ended;
    expect(stranger).toMatchObject({ code: 2, stderr: expect.stringMatching(/ANSINH_EMAIL and ANSINH_PASSWORD/) });
    const env = { ANSINH_EMAIL: me.email, ANSINH_PASSWORD: own };
    const { code, summary } = await start([name, '--json', '--server', stack.url], { env }).ended;
    expect({ code, ...counts(summary) }).toMatchObject({ code: 0, found: 1, done: 1 });
    const wrong = await start([name, '--server', stack.url], { env: { ...env, ANSINH_PASSWORD: 'x' } }).ended;
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringMatching(/password is wrong/) });
  });
});
