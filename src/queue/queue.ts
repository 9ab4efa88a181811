import { type BackendFactory, createPostgresBackend, createRedisBackend, Queue, runMigrations, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { z } from 'zod';
import type { Job, JobQueue, Log, StartWorker } from '../app/index.ts';

/** What travels in the queue, checked where it comes out. */
export const JobData = z.object({ documentId: z.string().min(1), run: z.int().min(1) });

const NAME = 'documents';
const SCHEMA = 'bullmq';
/** The ledger counts the attempts and gives up first. */
const ATTEMPTS = 10;
/** A worker that was killed is noticed within LOCK_MS + STALLED_MS. */
const LOCK_MS = 10_000;
const STALLED_MS = 5_000;

/** No ':' and not only digits: BullMQ refuses such ids. */
const jobId = ({ documentId, run }: Job): string => `${documentId}-${run}`;

// biome-ignore lint/suspicious/noExplicitAny: each backend has a connection type of its own
type Backend = { connection: any; factory: BackendFactory<any, any>; close(): Promise<void> };

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
  return { connection: pool, factory: createPostgresBackend, close: () => pool.end() };
};

/** A request must not wait for a Redis that is away; a worker waits for as long as it takes. */
const redisBackend = async (url: string, onDrop: (error: Error) => void, patient: boolean): Promise<Backend> => {
  const redis = new Redis(url, { maxRetriesPerRequest: patient ? null : 1 });
  redis.on('error', onDrop);
  return { connection: redis, factory: createRedisBackend, close: async () => redis.disconnect() };
};

export interface QueueOptions {
  /** Redis where given, else PostgreSQL. */
  redisUrl: string | null;
  databaseUrl: string;
  log: Log;
}

const openBackend = ({ redisUrl, databaseUrl, log }: QueueOptions, patient: boolean): Promise<Backend> => {
  const onDrop = (error: Error) => log.warn({ reason: error.message }, 'connection to the queue dropped');
  return redisUrl === null ? postgresBackend(databaseUrl, onDrop) : redisBackend(redisUrl, onDrop, patient);
};

export const openQueue = async (options: QueueOptions): Promise<JobQueue> => {
  const backend = await openBackend(options, false);
  const queue = new Queue(
    NAME,
    {
      connection: backend.connection,
      skipWaitingForReady: true,
      defaultJobOptions: {
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
        removeOnComplete: true,
        removeOnFail: true,
      },
    },
    backend.factory,
  );
  queue.on('error', (error) => options.log.warn({ reason: error.message }, 'queue error'));
  return {
    add: async (job) => {
      await queue.add('read', job, { jobId: jobId(job) });
    },
    absent: async (jobs) => {
      const states = await Promise.all(jobs.map((job) => queue.getJobState(jobId(job))));
      return jobs.filter((_, index) => states[index] === 'unknown');
    },
    depth: async () => {
      const { waiting = 0, delayed = 0, prioritized = 0, active = 0 } = await queue.getJobCounts();
      return { waiting: waiting + delayed + prioritized, active };
    },
    close: async () => {
      await queue.close();
      await backend.close();
    },
  };
};

/** `concurrency`: jobs in hand at once in this process. */
export const openWorker = async (options: QueueOptions, concurrency: number): Promise<StartWorker> => {
  const backend = await openBackend(options, true);
  return (handle) => {
    const worker = new Worker(
      NAME,
      async ({ data }) => handle(JobData.parse(data)),
      {
        connection: backend.connection,
        concurrency,
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_MS,
        // A worker that dies stalls its healthy neighbours too; the ledger tells the poisoned one by its attempts.
        maxStalledCount: 1_000,
      },
      backend.factory,
    );
    worker.on('error', (error) => options.log.warn({ reason: error.message }, 'worker error'));
    return {
      close: async () => {
        await worker.close();
        await backend.close();
      },
    };
  };
};
