import { spawn } from 'node:child_process';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts';
import { findBinaries, serverAccount, startAs } from './postgres-binaries.ts';

const FAST = ['-c', 'fsync=off'];

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

const pidOf = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

const OWNER = `
  import { startEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url).href)};
  const { url } = await startEmbedded(process.argv[1], ${JSON.stringify(FAST)});
  process.stdout.write(url, () => process.kill(process.pid, 'SIGKILL'));`;

/** The address of a server whose process was killed. */
const ownerKilled = async (dataDir: string): Promise<string> => {
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', OWNER, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return text(owner.stdout);
};

const isGone = (url: string) => expect(query(url, 'SELECT 1')).rejects.toThrow();

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  const start = (): Promise<EmbeddedPostgres> => startEmbedded(dataDir, FAST);

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ansinh-embedded-'));
    const [server, beside] = await Promise.all([start(), start()]);
    await query(server.url, 'CREATE TABLE kept (value int); INSERT INTO kept VALUES (42)');
    await server.close();
    await beside.close();
    await isGone(server.url);
    expect((await readdir(dataDir)).toSorted()).toEqual(['postgres', 'postgres.password']);
  }, 60_000);
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const holdsTheData = async ({ url }: EmbeddedPostgres) =>
    expect(await query(url, 'SELECT value FROM kept')).toEqual([{ value: 42 }]);

  const comesBack = async (server: EmbeddedPostgres): Promise<void> => {
    while (
      await query(server.url, 'SELECT 1').then(
        () => false,
        () => true,
      )
    )
      await sleep(100);
    await holdsTheData(server);
  };

  test('it is there again after a stop, and asks for a password', async () => {
    const server = await start();
    await holdsTheData(server);
    const stranger = new URL(server.url);
    stranger.password = 'guess';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o077).toBe(0);
    await server.close();
  });

  test('a server that outlived its owner is used on, and stopped in the end', async () => {
    const orphan = await ownerKilled(dataDir);
    const pid = await pidOf(dataDir);
    const server = await start();
    expect(server.url).toBe(orphan);
    expect(await pidOf(dataDir)).toBe(pid);
    await holdsTheData(server);
    await server.close();
    await isGone(server.url);
  });

  test('it stays while another process uses it, also one that is asking nothing', async () => {
    const server = await start();
    const neighbour = await start();
    await server.close();
    await holdsTheData(neighbour);
    await neighbour.close();
    await isGone(server.url);
  });

  test('the last to leave stops it, also when all leave at once and others come', async () => {
    for (let round = 0; round < 3; round += 1) {
      const servers = await Promise.all([start(), start(), start()]);
      const [, late] = await Promise.all([Promise.all(servers.map((server) => server.close())), start()]);
      await holdsTheData(late);
      await late.close();
      await isGone(late.url);
    }
  });

  test('processes that start at the same time share one server', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
    for (const server of servers) await server.close();
    await isGone((servers[0] as EmbeddedPostgres).url);
  });

  test('after a crash of the server it recovers', async () => {
    const server = await start();
    const pid = await pidOf(dataDir);
    process.kill(pid, 'SIGKILL');
    const again = await start();
    await holdsTheData(again);
    await again.close();
    await isGone(server.url);
  });

  test('whoever starts a dead server again starts it where its users look for it', async () => {
    const server = await start();
    server.keepRunning(() => undefined);
    process.kill(await pidOf(dataDir), 'SIGKILL');
    const again = await start();
    expect(again.url).toBe(server.url);
    await again.close();
    // Until the first has hold of it again the other is the last one out: it stops the server, and the first starts it.
    await comesBack(server);
    await server.close();
    await isGone(server.url);
  });

  test('the number of a dead server that another program has taken is not believed, nor is that program stopped', async () => {
    const lines = [process.pid, join(dataDir, 'postgres'), 0, 5432, '', '127.0.0.1', '', 'ready'];
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`);
    const server = await start();
    await holdsTheData(server);
    await server.close();
  });

  test('a server that cannot start says why', async () => {
    await expect(startEmbedded(dataDir, ['-c', 'shared_buffers=nonsense'])).rejects.toThrow(/shared_buffers/);
  });
});

const asRoot = process.getuid?.() === 0 && process.platform === 'linux' ? test : test.skip;

describe('as root, from a folder that nobody else may enter', () => {
  let closed: string;
  beforeAll(async () => {
    closed = await mkdtemp(join(tmpdir(), 'ansinh-closed-'));
    await chmod(closed, 0o700);
  });
  afterAll(() => rm(closed, { recursive: true, force: true }));

  asRoot(
    'the data may lie there',
    async () => {
      const server = await startEmbedded(join(closed, 'data'), FAST);
      expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await server.close();
      expect((await stat(closed)).mode & 0o777).toBe(0o700);
    },
    60_000,
  );

  asRoot('the programs may lie there', async () => {
    const binaries = await findBinaries();
    const native = dirname(dirname(binaries.initdb));
    await cp(native, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    const initdb = join(closed, 'native', 'bin', 'initdb');
    const start = await startAs(await serverAccount(), [initdb]);
    expect(String((await start(initdb, ['--version'])).stdout)).toContain('PostgreSQL');
  });
});
