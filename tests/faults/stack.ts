import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '../../src/store/embedded.ts';
import { freePort, type RedisServer, redis } from '../servers/index.ts';
import { shipped } from '../shipped.ts';
import { childrenOf, isRunning, launch, type Running } from './processes.ts';
import { startProxy, type TcpProxy } from './proxy.ts';

/** `embedded`: one process and its own PostgreSQL; `servers`: an API, two workers, PostgreSQL and Redis. */
export type SizeName = 'embedded' | 'servers';

/** A process of the service by what it does: embedded there is only `api`, which works as well. */
export type Role = 'api' | 'worker' | 'worker-2';

export interface Stack {
  size: SizeName;
  url: string;
  /** Where bytes are kept, and what temporary files the service makes. */
  blobs: string;
  temporary: string;
  /** The folder of everything. */
  home: string;
  /** Null where there is none. */
  redis: RedisServer | null;
  /** The way of the service to PostgreSQL; null embedded. */
  proxy: TcpProxy | null;
  /** The environment of a process of the service. */
  environment(role: Role): NodeJS.ProcessEnv;
  roles: readonly Role[];
  /** Starts those processes that do not run, and waits until the API answers. */
  ensure(...roles: Role[]): Promise<void>;
  /** Starts a process, whether it will answer or not. */
  start(role: Role): void;
  running(role: Role): Running;
  /** Kills a process as by a power cut; what it had started is asked about at the end. */
  kill(role: Role): Promise<void>;
  /** Processes that were started by those that were killed. */
  orphans: number[];
  /** The clock of a process, off by so many milliseconds; it takes a tenth of a second. */
  setClock(role: Role, offset: number): Promise<void>;
  sql<T = Record<string, unknown>>(query: string, values?: unknown[]): Promise<T[]>;
  /** A transaction that has begun with `statement`; ends it when called. */
  hold(statement: string): Promise<() => Promise<void>>;
  /** Ends what is still held, and lets Redis go on. */
  releaseAll(): Promise<void>;
  killDatabase(): Promise<void>;
  reviveDatabase(): Promise<void>;
  /** An empty ledger, queue and store; the processes may run on. */
  reset(): Promise<void>;
  log(role: Role): Promise<string>;
  /** Ends everything; `keep`: its folder stays. */
  stop(keep?: boolean): Promise<void>;
}

const program = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const SERVE = program('../http/process.ts');
const API = program('api.ts');
const WORKER = shipped('workers/index');
const CLOCK = pathToFileURL(program('clock.ts')).href;

/** Everybody's processes die here, not power: what PostgreSQL has handed to the system is safe. */
const FAST = ['-c', 'fsync=off'];

/** Tables that hold no files, documents or figures. */
const KEPT = "'accounts', 'sessions', 'credentials', 'verifications', 'attempts', 'secrets'";

const withClient = async <T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
};

export const until = async (done: () => Promise<boolean> | boolean, what: string, seconds = 60): Promise<void> => {
  const deadline = Date.now() + seconds * 1000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}`);
    await sleep(20);
  }
};

export interface StackOptions {
  /** Variables of the service beside those of its size. */
  environment?: NodeJS.ProcessEnv;
}

export const startStack = async (size: SizeName, options: StackOptions = {}): Promise<Stack> => {
  const home = await mkdtemp(join(tmpdir(), `ansinh-faults-${size}-`));
  const folder = (name: string) => join(home, name);
  const [temporary, data, blobs, logs] = [folder('tmp'), folder('data'), folder('blobs'), folder('logs')];
  for (const made of [temporary, data, blobs, logs]) await mkdir(made, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = size === 'servers';

  const openDatabase = () => startEmbedded(data, FAST);
  let databaseUrl = (await openDatabase()).url;
  const queue = server ? await redis() : null;
  const proxy = server ? await startProxy(Number(new URL(databaseUrl).port)) : null;
  const throughProxy = () => {
    const through = new URL(databaseUrl);
    through.port = String(proxy?.port);
    return through.href;
  };

  const roles: readonly Role[] = server ? ['api', 'worker', 'worker-2'] : ['api'];
  const programs: Record<Role, string> = { api: server ? API : SERVE, worker: WORKER, 'worker-2': WORKER };
  const processes = new Map<Role, Running>();
  const orphans: number[] = [];
  const held = new Set<() => Promise<void>>();

  const environment = (role: Role): NodeJS.ProcessEnv => {
    const { NODE_OPTIONS: _, DATABASE_URL: __, REDIS_URL: ___, ...inherited } = process.env;
    return {
      ...inherited,
      TMPDIR: temporary,
      DATA_DIR: data,
      BLOB_URL: pathToFileURL(blobs).href,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'info',
      OCR: 'off',
      WORKERS: server ? '1' : '2',
      CLOCK_FILE: folder(`clock-${role}`),
      ...(server ? { DATABASE_URL: throughProxy(), REDIS_URL: queue?.url } : {}),
      ...options.environment,
    };
  };

  const logOf = (role: Role) => join(logs, `${role}.log`);
  const start = (role: Role): void => {
    const before = processes.get(role);
    if (before && isRunning(before)) return;
    processes.set(role, launch(['--import', CLOCK, programs[role]], environment(role), logOf(role)));
  };
  const running = (role: Role): Running => {
    const found = processes.get(role);
    if (!found) throw new Error(`${role} was never started`);
    return found;
  };
  const log = (role: Role) => readFile(logOf(role), 'utf8').catch(() => '');
  const answers = async (): Promise<boolean> => {
    const api = running('api');
    if (!isRunning(api)) throw new Error(`The API ended:\n${(await log('api')).slice(-3000)}`);
    return fetch(`${url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  };

  /** The postmaster and all that it has started. */
  const databaseProcesses = async (): Promise<number[]> => {
    const pidFile = await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number(pidFile.split('\n')[0]);
    return pid > 0 ? [pid, ...(await childrenOf(pid))] : [];
  };
  const kill = (pid: number) => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  const reviveDatabase = async () => {
    databaseUrl = (await openDatabase()).url;
    proxy?.leadTo(Number(new URL(databaseUrl).port));
  };

  const sql = <T>(query: string, values: unknown[] = []): Promise<T[]> =>
    withClient(databaseUrl, async (client) => (await client.query(query, values)).rows as T[]);

  return {
    size,
    url,
    blobs,
    temporary,
    home,
    redis: queue,
    proxy,
    environment,
    roles,
    start,
    running,
    orphans,
    ensure: async (...wanted) => {
      for (const role of wanted.length > 0 ? wanted : roles) start(role);
      if (processes.has('api')) await until(answers, 'the API answers', 240);
      // Embedded, PostgreSQL ended with the last process and may have another port now.
      if (!server) databaseUrl = (await openDatabase()).url;
    },
    kill: async (role) => {
      orphans.push(...(await running(role).kill()));
    },
    setClock: async (role, offset) => {
      await writeFile(folder(`clock-${role}`), String(offset));
      await sleep(150);
    },
    sql,
    hold: async (statement) => {
      const client = new pg.Client({ connectionString: databaseUrl });
      client.on('error', () => undefined);
      await client.connect();
      await client.query('BEGIN');
      await client.query(statement);
      const release = async () => {
        if (!held.delete(release)) return;
        await client.query('COMMIT').catch(() => undefined);
        await client.end().catch(() => undefined);
      };
      held.add(release);
      return release;
    },
    releaseAll: async () => {
      queue?.goOn();
      for (const release of held) await release();
    },
    killDatabase: async () => {
      for (const pid of await databaseProcesses()) kill(pid);
    },
    reviveDatabase,
    reset: async () => {
      await reviveDatabase();
      const tables = await sql<{ name: string }>(
        `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
         WHERE (schemaname = 'public' AND tablename NOT LIKE 'kysely%' AND tablename NOT IN (${KEPT}))
           OR (schemaname = 'bullmq' AND tablename = 'job')`,
      );
      if (tables.length > 0) await sql(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} CASCADE`);
      await queue?.wipe();
      for (const name of await readdir(blobs))
        if (!['incoming', 'uploads'].includes(name)) await rm(join(blobs, name), { recursive: true, force: true });
      orphans.length = 0;
    },
    log,
    stop: async (keep = false) => {
      await Promise.all([...processes.values()].map((running) => running.end()));
      await queue?.stop();
      await proxy?.close();
      await (await openDatabase()).close();
      if (!keep) await rm(home, { recursive: true, force: true });
    },
  };
};
