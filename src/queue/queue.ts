import { Queue, Worker } from 'bullmq';
import type { Job, JobQueue, StartWorker } from '../app/index.ts';
import { type Backend, type BackendOptions, NAME, openBackend, PREFIX } from './backend.ts';
import { deliveryOf, JobData, putBack } from './delivery.ts';

/** The service gives up first; a job that fails all the same is queued again, since the ledger knows it as unfinished. */
const ATTEMPTS = 10;
/** A worker that was killed is noticed within LOCK_MS + STALLED_MS. */
const LOCK_MS = 10_000;
const STALLED_MS = 5_000;
const MINUTE = 60_000;

/** No ':' and not only digits: BullMQ refuses such ids. */
const jobId = ({ documentId, run }: Job): string => `${documentId}-${run}`;
const jobOf = (id: string): Job => {
  const dash = id.lastIndexOf('-');
  return { documentId: id.slice(0, dash), run: Number(id.slice(dash + 1)) };
};

const NAME_OF_JOB = 'read';
const dataOf = ({ documentId, run }: Job) => ({ documentId, run });
/** What has no priority goes before all that has one. */
const optionsOf = (job: Job) => ({ jobId: jobId(job), ...(job.batched && { priority: 1 }) });

export type QueueOptions = BackendOptions;

/**
 * BullMQ's queue, made when its connection first answers: one that is made while Redis is away never works again.
 */
const queueOn = (backend: Backend, { log }: QueueOptions) => {
  let made: Promise<Queue> | null = null;
  const make = async (): Promise<Queue> => {
    await backend.reach();
    const queue = new Queue(
      NAME,
      {
        connection: backend.connection,
        prefix: PREFIX,
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
    queue.on('error', (error) => log.warn({ reason: error.message }, 'queue error'));
    await queue.waitUntilReady().catch(async (error: unknown) => {
      await queue.close();
      throw error;
    });
    return queue;
  };
  return {
    get: (): Promise<Queue> => {
      made ??= make().catch((error: unknown) => {
        made = null;
        throw error;
      });
      return made;
    },
    close: async (): Promise<void> => (await made?.catch(() => null))?.close(),
  };
};

export const openQueue = async (options: QueueOptions): Promise<JobQueue> => {
  const backend = await openBackend(options, false);
  const queue = queueOn(backend, options);
  return {
    add: async (job) => {
      await (await queue.get()).add(NAME_OF_JOB, dataOf(job), optionsOf(job));
    },
    addAll: async (jobs) => {
      const entries = jobs.map((job) => ({ name: NAME_OF_JOB, data: dataOf(job), opts: optionsOf(job) }));
      await (await queue.get()).addBulk(entries);
    },
    absent: async (jobs) => {
      const absent = new Set(await backend.absent(jobs.map(jobId)));
      return jobs.filter((job) => absent.has(jobId(job)));
    },
    jobs: async function* () {
      for await (const page of backend.ids()) yield page.map(jobOf);
    },
    remove: async (job) => {
      await (await queue.get()).remove(jobId(job));
    },
    depth: async () => {
      backend.trust();
      const { waiting = 0, delayed = 0, prioritized = 0, active = 0 } = await (await queue.get()).getJobCounts();
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
    let isClosing = false;
    const worker = new Worker(
      NAME,
      async (job, token) => {
        const data = JobData.parse(job.data);
        await handle(data, deliveryOf(job, data)).catch((error) => putBack(job, token, error, isClosing));
      },
      {
        connection: backend.connection,
        prefix: PREFIX,
        concurrency,
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_MS,
        // A worker that dies stalls its healthy neighbours too: never is a job failed for it here. See app/process.ts.
        maxStalledCount: 2 ** 31 - 1,
      },
      backend.factory,
    );
    worker.on('error', (error) => options.log.warn({ reason: error.message }, 'worker error'));
    const straighten = () =>
      backend
        .straighten(LOCK_MS)
        .catch((error: Error) => options.log.warn({ reason: error.message }, 'clocks not compared'));
    let straightening = straighten();
    const timer = setInterval(() => {
      straightening = straightening.then(straighten);
    }, MINUTE).unref();
    return {
      close: async () => {
        isClosing = true;
        clearInterval(timer);
        await worker.close();
        await straightening;
        await backend.close();
      },
    };
  };
};
