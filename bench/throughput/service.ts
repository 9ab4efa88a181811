/** The service as it runs, in processes of its own: what it is given, what is left of it, and what it costs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../../src/store/embedded.ts';
import { redis } from '../../tests/servers/redis.ts';
import { postmaster } from './usage.ts';

const API = join(import.meta.dirname, 'api.ts');
const WORKER = join(import.meta.dirname, '../../workers/index.ts');
/** Uploads at once. */
const AT_ONCE = 8;
const LOOK = 250;

export interface Running {
  /** Process ids by what they are. */
  roots: Record<string, number>;
  sql<Row extends pg.QueryResultRow>(query: string): Promise<Row[]>;
  upload(paths: readonly string[]): Promise<void>;
  /** Documents that are not done yet. */
  left(): Promise<number>;
  /** Waits until at most so many documents are left, and calls `look` meanwhile. */
  until(left: number, look?: (left: number) => void): Promise<void>;
  startWorker(workers: number): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

type Environment = Record<string, string>;

async function started(
  program: string,
  environment: Environment,
  word: string,
): Promise<{ child: ChildProcess; line: string }> {
  const env = { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'info', ...environment };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    lines.on('line', (said) => said.includes(word) && resolve(said));
    child.once('exit', (code) => reject(new Error(`${basename(program)} ended with ${code}`)));
  });
  return { child, line };
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
};

/** What an embedded PostgreSQL in `folder` is reached by. */
const embeddedUrl = (folder: string): string => {
  const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://ansinh:${readFileSync(join(folder, 'postgres.password'), 'utf8').trim()}@127.0.0.1:${port}/ansinh`;
};

const running = async (
  folder: string,
  environment: Environment,
  databaseUrl: () => string,
  roots: Record<string, number>,
  release: () => Promise<void>,
): Promise<Running> => {
  const { child, line } = await started(API, { PORT: '0', DATA_DIR: folder, ...environment }, 'LISTENING');
  const url = line.slice('LISTENING '.length);
  const all: Record<string, number> = { api: child.pid as number, ...roots };
  const pool = new pg.Pool({ connectionString: databaseUrl(), max: 2 });
  pool.on('error', () => undefined);
  const sql = async <Row extends pg.QueryResultRow>(query: string): Promise<Row[]> =>
    (await pool.query<Row>(query)).rows;
  const left = async (): Promise<number> =>
    (
      await sql<{ left: number }>(
        "SELECT count(*)::int AS left FROM documents WHERE status IN ('queued', 'processing')",
      )
    )[0]?.left ?? 0;
  const send = async (path: string): Promise<void> => {
    const body = new FormData();
    body.append('file', new Blob([readFileSync(path)]), basename(path));
    const response = await fetch(`${url}/api/v1/documents`, { method: 'POST', body });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  };
  return {
    roots: all,
    sql,
    left,
    upload: async (paths) => {
      const waiting = [...paths];
      const one = async (): Promise<void> => {
        for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await send(path);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, one));
    },
    until: async (most, look) => {
      for (let now = await left(); ; now = await left()) {
        look?.(now);
        if (now <= most) return;
        await sleep(LOOK);
      }
    },
    startWorker: async (workers) => {
      const worker = await started(
        WORKER,
        { DATA_DIR: folder, ...environment, WORKERS: String(workers) },
        'worker started',
      );
      const name = `worker ${worker.child.pid}`;
      all[name] = worker.child.pid as number;
      return () => ended(worker.child);
    },
    stop: async () => {
      await pool.end();
      await ended(child);
      await release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Everything in one process, with its embedded PostgreSQL. */
export const embedded = async (workers: number): Promise<Running> => {
  const folder = mkdtempSync(join(tmpdir(), 'ansinh-throughput-'));
  const service = await running(
    folder,
    { WITH_WORKERS: '1', WORKERS: String(workers) },
    () => embeddedUrl(folder),
    {},
    async () => {},
  );
  service.roots.postgres = postmaster(join(folder, 'postgres'));
  return service;
};

/** PostgreSQL and Redis as servers, both as safe as in production; the API and any number of workers as processes. */
export const servers = async (): Promise<Running> => {
  const folder = mkdtempSync(join(tmpdir(), 'ansinh-throughput-'));
  const [database, queue] = await Promise.all([startEmbedded(join(folder, 'database')), redis()]);
  const roots: Record<string, number> = {
    postgres: postmaster(join(folder, 'database', 'postgres')),
    redis: queue.pid,
  };
  return running(
    folder,
    { DATABASE_URL: database.url, REDIS_URL: queue.url },
    () => database.url,
    roots,
    async () => {
      await queue.stop();
      await database.close();
    },
  );
};
