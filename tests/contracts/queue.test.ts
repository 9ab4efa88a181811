import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { pino } from 'pino';
import type { Job, JobQueue } from '../../src/app/index.ts';
import { openQueue, openWorker, type QueueOptions } from '../../src/queue/queue.ts';
import { type PostgresServer, postgres, type RedisServer, redis } from '../servers/index.ts';
import { all } from './all.ts';

const log = pino({ level: 'silent' });
let database: PostgresServer;
let server: RedisServer;
beforeAll(async () => {
  [database, server] = await Promise.all([postgres(), redis()]);
}, 120_000);
afterAll(async () => {
  await server.stop();
  await database.stop();
}, 60_000);

const job = (n: number, run = 1): Job => ({ documentId: `0193-document-${n}`, run });
const within = async (ask: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; !(await ask()); tries += 1) {
    if (tries === 400) throw new Error('It did not happen within 20 s.');
    await sleep(50);
  }
};

describe.each(['PostgreSQL', 'Redis'])('the queue on %s', (kind) => {
  let options: QueueOptions;
  let queue: JobQueue;
  beforeAll(async () => {
    options = { redisUrl: kind === 'Redis' ? server.url : null, databaseUrl: await database.database(), log };
    queue = await openQueue(options);
  });
  afterAll(() => queue.close());

  test('it says which jobs it does not hold, whatever their state', async () => {
    await queue.addAll([job(1), { ...job(2), batched: true }, job(3, 2)]);
    const asked = [job(1), job(2), job(3), job(3, 2), job(4)];
    expect(await queue.absent(asked)).toEqual([job(3), job(4)]);
    expect(await queue.absent([])).toEqual([]);
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const worker = (await openWorker(options, 1))(() => held);
    await within(async () => (await queue.depth()).active === 1);
    expect(await queue.absent(asked)).toEqual([job(3), job(4)]);
    release();
    await within(async () => (await queue.absent(asked)).length === asked.length);
    await worker.close();
  });

  test('what was uploaded by itself goes before batches, though it came later', async () => {
    await queue.addAll([1, 2, 3].map((n) => ({ ...job(100 + n), batched: true })));
    await queue.add({ ...job(104), batched: true });
    await queue.add(job(105));
    await queue.addAll([{ ...job(106), batched: true }, job(107)]);
    const done: string[] = [];
    const worker = (await openWorker(options, 1))(async ({ documentId }) => {
      done.push(documentId);
    });
    await within(async () => done.length === 7);
    await worker.close();
    const order = [105, 107, 101, 102, 103, 104, 106];
    expect(done).toEqual(order.map((n) => job(n).documentId));
  });

  test('it lists all its jobs, more than a page of them, and lets go of one', async () => {
    const many = Array.from({ length: 2_100 }, (_, n) => job(n));
    await queue.addAll(many);
    const listed = (await all(queue.jobs())).flat();
    expect(new Set(listed.map(({ documentId, run }) => `${documentId} ${run}`)).size).toBe(many.length);
    expect(await queue.absent(listed)).toEqual([]);
    await queue.remove(job(7));
    expect(await queue.absent(many)).toEqual([job(7)]);
    expect(await queue.depth()).toEqual({ waiting: many.length - 1, active: 0 });
  }, 30_000);
});

test('on PostgreSQL, what a clock that ran ahead has written is brought back to the present', async () => {
  const options = { redisUrl: null, databaseUrl: await database.database(), log };
  const queue = await openQueue(options);
  const client = new pg.Client({ connectionString: options.databaseUrl });
  await client.connect();
  const now = '(extract(epoch FROM now()) * 1000)::bigint';
  const hours = `${now} + 7200000`;
  const set = (n: number, columns: string) =>
    client.query(`UPDATE bullmq.job SET ${columns} WHERE id LIKE '%document-${n}-1'`);
  const aheadOf = async (n: number): Promise<number> =>
    Number(
      (await client.query(`SELECT locked_until_ms - ${now} AS ms FROM bullmq.job WHERE id LIKE '%document-${n}-1'`))
        .rows[0].ms,
    );
  await queue.addAll([job(1), job(2), job(3)]);
  await set(1, `state = 'delayed', process_at_ms = ${hours}, delay_ms = 3000`);
  await set(2, `state = 'active', locked_until_ms = ${hours}`);
  await set(3, `state = 'active', locked_until_ms = ${now} + 50000`);
  await client.query(`INSERT INTO bullmq.meta (queue, field, value) VALUES ('documents', 'stalled-check', (${hours})::text)
    ON CONFLICT (queue, field) DO UPDATE SET value = EXCLUDED.value`);

  const done: string[] = [];
  const worker = (await openWorker(options, 1))(async ({ documentId }) => {
    done.push(documentId);
  });
  await within(async () => done.includes(job(1).documentId));
  expect(await aheadOf(2)).toBeLessThanOrEqual(10_000);
  expect(await aheadOf(3)).toBeGreaterThan(10_000);
  const { rows } = await client.query(
    `SELECT value::bigint - ${now} AS ms FROM bullmq.meta WHERE field = 'stalled-check'`,
  );
  for (const { ms } of rows) expect(Number(ms)).toBeLessThanOrEqual(1_000);
  await worker.close();
  await client.end();
  await queue.close();
}, 60_000);

describe('Redis', () => {
  const withRedis = async <T>(use: (client: Redis) => Promise<T>): Promise<T> => {
    const client = new Redis(server.url);
    try {
      return await use(client);
    } finally {
      client.disconnect();
    }
  };
  const set = (settings: Record<string, string>) =>
    withRedis(async (client) => {
      for (const [name, value] of Object.entries(settings)) await client.config('SET', name, value);
    });
  const open = () => openQueue({ redisUrl: server.url, databaseUrl: '', log });

  test('all keys are in one slot of a cluster', async () => {
    const queue = await open();
    await queue.add(job(1));
    const keys = await withRedis((client) => client.keys('*'));
    expect(keys.length).toBeGreaterThan(1);
    expect(keys.filter((key) => !key.startsWith('{ansinh}:documents'))).toEqual([]);
    await queue.close();
  });

  test.each([
    'allkeys-lru',
    'volatile-lru',
  ])('one that may throw jobs away (%s) is refused in a sentence', async (policy) => {
    await set({ maxmemory: '100mb', 'maxmemory-policy': policy });
    await expect(open()).rejects.toThrow(`maxmemory-policy is ${policy}). Set maxmemory-policy to noeviction`);
    await set({ maxmemory: '0' });
    await (await open()).close();
    await set({ 'maxmemory-policy': 'noeviction' });
  });

  test('one that is set so later, or was away, makes the service not ready and stops nothing', async () => {
    const queue = await open();
    await set({ maxmemory: '100mb', 'maxmemory-policy': 'allkeys-lru' });
    await server.kill();
    await server.revive();
    await set({ maxmemory: '100mb', 'maxmemory-policy': 'allkeys-lru' });
    await withRedis((client) => client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
    await within(() =>
      queue.depth().then(
        () => false,
        (error) => /may throw waiting documents away/.test(error.message),
      ),
    );
    await queue.add(job(11));
    await set({ maxmemory: '0', 'maxmemory-policy': 'noeviction' });
    await withRedis((client) => client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
    await within(() =>
      queue.depth().then(
        () => true,
        () => false,
      ),
    );
    expect(await queue.absent([job(11)])).toEqual([]);
    await queue.close();
  }, 60_000);

  test('one that is away keeps nothing from starting, and is used as soon as it is there', async () => {
    await server.kill();
    const queue = await open();
    await expect(queue.add(job(21))).rejects.toThrow();
    await expect(queue.depth()).rejects.toThrow();
    await expect(queue.absent([job(21)])).rejects.toThrow();
    const done: string[] = [];
    const worker = (await openWorker({ redisUrl: server.url, databaseUrl: '', log }, 1))(async ({ documentId }) => {
      done.push(documentId);
    });
    await server.revive();
    await within(() =>
      queue.add(job(21)).then(
        () => true,
        () => false,
      ),
    );
    await within(async () => done.includes(job(21).documentId));
    await worker.close();
    await queue.close();
  }, 60_000);

  test('one that is full refuses jobs, says what it holds, and takes them when it has room', async () => {
    const queue = await open();
    await queue.add(job(31));
    // Less than an empty Redis takes.
    await set({ maxmemory: '100kb' });
    await expect(queue.add(job(32))).rejects.toThrow('OOM');
    await expect(queue.addAll([job(32), job(33)])).rejects.toThrow('OOM');
    expect(await queue.absent([job(31), job(32), job(33)])).toEqual([job(32), job(33)]);
    await set({ maxmemory: '0' });
    await queue.addAll([job(32), job(33)]);
    expect(await queue.absent([job(31), job(32), job(33)])).toEqual([]);
    await queue.close();
  });
});
