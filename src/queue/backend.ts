import { setTimeout as sleep } from 'node:timers/promises';
import { type BackendFactory, createPostgresBackend, createRedisBackend, runMigrations } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Log } from '../app/index.ts';
import { straighten } from './clocks.ts';

export const NAME = 'documents';
const SCHEMA = 'bullmq';
/** The braces keep all keys of the queue in one slot of a cluster, as its scripts need. */
export const PREFIX = '{ansinh}';
const PAGE = 1_000;
const RETRY_MS = 500;
/** How long starting waits for a Redis that may be away. */
const PATIENCE_MS = 2_000;

/** A connection of BullMQ's, and what BullMQ answers only one by one or by going through whole lists. */
export interface Backend {
  // biome-ignore lint/suspicious/noExplicitAny: each backend has a connection type of its own
  connection: any;
  // biome-ignore lint/suspicious/noExplicitAny: each backend has a connection type of its own
  factory: BackendFactory<any, any>;
  /** Those of `ids` that are no job in any state. */
  absent(ids: string[]): Promise<string[]>;
  /** The ids of all jobs; one that comes or goes meanwhile may or may not be among them. */
  ids(): AsyncIterable<string[]>;
  /** Rejects where the connection does not answer. */
  reach(): Promise<void>;
  /** Mends what a clock that ran ahead has written; `lockMs`: how long a worker has a job before it must say so again. */
  straighten(lockMs: number): Promise<void>;
  /** Throws a sentence where the queue answers and cannot be trusted. */
  trust(): void;
  close(): Promise<void>;
}

export interface BackendOptions {
  /** Redis where given, else PostgreSQL. */
  redisUrl: string | null;
  databaseUrl: string;
  log: Log;
}

/** BullMQ on PostgreSQL, in a schema of its own. */
const postgresBackend = async (url: string, onDrop: (error: Error) => void): Promise<Backend> => {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c search_path=${SCHEMA}`,
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.on('error', onDrop);
  pool.on('connect', (connected) => connected.on('error', onDrop));
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    client.release();
  }
  const ask = async (sql: string, values: unknown[]): Promise<string[]> =>
    (await pool.query<{ id: string }>(sql, values)).rows.map(({ id }) => id);
  return {
    connection: pool,
    factory: createPostgresBackend,
    absent: (ids) =>
      ask(
        `SELECT id FROM unnest($2::text[]) AS asked (id)
          WHERE NOT EXISTS (SELECT FROM job WHERE job.queue = $1 AND job.id = asked.id)`,
        [NAME, ids],
      ),
    ids: async function* () {
      for (let after = ''; ; ) {
        const page = await ask('SELECT id FROM job WHERE queue = $1 AND id > $2 ORDER BY id LIMIT $3', [
          NAME,
          after,
          PAGE,
        ]);
        yield page;
        if (page.length < PAGE) return;
        after = page.at(-1) as string;
      }
    },
    reach: async () => {},
    straighten: (lockMs) => straighten(pool, NAME, lockMs),
    trust: () => {},
    close: () => pool.end(),
  };
};

/** Whether each of the keys is there, in one answer. */
const EXIST = `local found = {}
for i, key in ipairs(KEYS) do found[i] = redis.call('EXISTS', key) end
return found`;

const ofMemory = (info: string, field: string): string => new RegExp(`^${field}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';

/** Null where this Redis keeps what it is given until it says that it is full. */
const evicting = async (redis: Redis): Promise<string | null> => {
  const info = await redis.info('memory');
  const policy = ofMemory(info, 'maxmemory_policy');
  if (ofMemory(info, 'maxmemory') === '0' || policy === '' || policy === 'noeviction') return null;
  return `Redis may throw waiting documents away when its memory is full (maxmemory-policy is ${policy}). Set maxmemory-policy to noeviction in its configuration, then start again.`;
};

/** A request must not wait for a Redis that is away; a worker waits for as long as it takes. */
const redisBackend = async ({ redisUrl, log }: BackendOptions, patient: boolean): Promise<Backend> => {
  const redis = new Redis(redisUrl as string, {
    maxRetriesPerRequest: patient ? null : 1,
    retryStrategy: (times) => Math.min(times * 50, RETRY_MS),
  });
  redis.on('error', (error) => log.warn({ reason: error.message }, 'connection to the queue dropped'));
  let distrust: string | null = null;
  const inspect = async () => {
    distrust = await evicting(redis).catch(() => distrust);
    if (distrust !== null) log.error({}, distrust);
  };
  const inspected = new Promise<void>((resolve) => {
    redis.on('ready', () => void inspect().then(resolve));
  });
  const waited = new AbortController();
  const away = sleep(PATIENCE_MS, true, { signal: waited.signal, ref: false }).catch(() => false);
  if (await Promise.race([inspected.then(() => false), away])) {
    log.warn({}, 'Redis does not answer: documents are taken all the same, and queued when it is there');
  }
  waited.abort();
  const trust = () => {
    if (distrust !== null) throw new Error(distrust);
  };
  const key = (id: string) => `${PREFIX}:${NAME}:${id}`;
  try {
    trust();
  } catch (error) {
    redis.disconnect();
    throw error;
  }
  return {
    connection: redis,
    factory: createRedisBackend,
    absent: async (ids) => {
      if (ids.length === 0) return [];
      const found = (await redis.call('EVAL_RO', EXIST, ids.length, ...ids.map(key))) as number[];
      return ids.filter((_, index) => found[index] === 0);
    },
    ids: async function* () {
      const job = new RegExp(`^${key('').replaceAll(/[{}]/g, '\\$&')}([^:]+-\\d+)$`);
      for (let cursor = '0'; ; ) {
        const [next, keys] = await redis.scan(cursor, 'MATCH', key('*'), 'COUNT', PAGE);
        yield keys.flatMap((name) => job.exec(name)?.[1] ?? []);
        if (next === '0') return;
        cursor = next;
      }
    },
    reach: async () => {
      await redis.ping();
    },
    straighten: async () => {},
    trust,
    close: async () => redis.disconnect(),
  };
};

/**
 * Opens the connection. A Redis that is away does not keep the service from starting: uploads are in the ledger, and
 * queued from there. One that may evict keys does: it would lose jobs without a word, where a minute's work of the
 * operator prevents it. Met later (it was away, or was set otherwise), it is told in the log and makes the service not
 * ready, and nothing stops: what is lost of the queue, the ledger still knows.
 */
export const openBackend = (options: BackendOptions, patient: boolean): Promise<Backend> => {
  const onDrop = (error: Error) => options.log.warn({ reason: error.message }, 'connection to the queue dropped');
  return options.redisUrl === null ? postgresBackend(options.databaseUrl, onDrop) : redisBackend(options, patient);
};
