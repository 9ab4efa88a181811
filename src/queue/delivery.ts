import { type Job as BullJob, DelayedError } from 'bullmq';
import { z } from 'zod';
import { type Delivery, HandedBack } from '../app/index.ts';

/** What travels in the queue, checked where it comes out. */
export const JobData = z.object({
  documentId: z.string().min(1),
  run: z.int().min(1),
  /** The deaths at the beginning of its last try with nothing beside it; later ones have made it true or not. */
  aloneAt: z.int().optional(),
  deathsAlone: z.int().default(0),
});
export type JobData = z.infer<typeof JobData>;

/** How long until a job that was handed back is tried again, in milliseconds; up to twice as long. */
const LATER_MS = 3_000;

/** What BullMQ knows of a job's earlier tries: it counts as stalled those whose worker was not heard of any more. */
export const deliveryOf = (job: BullJob, data: JobData): Delivery => {
  const deaths = job.stalledCounter;
  const deathsAlone = data.deathsAlone + (data.aloneAt !== undefined && deaths > data.aloneAt ? 1 : 0);
  return {
    faults: job.attemptsMade,
    deaths,
    deathsAlone,
    alone: () => job.updateData({ ...data, aloneAt: deaths, deathsAlone } satisfies JobData),
  };
};

/** Puts a job back if that is what `error` asks for; throws what tells BullMQ what became of it. */
export const putBack = async (job: BullJob, token: string | undefined, error: unknown, isClosing: boolean) => {
  if (!(error instanceof HandedBack)) throw error;
  await job.moveToDelayed(Date.now() + (isClosing ? 0 : LATER_MS * (1 + Math.random())), token);
  throw new DelayedError();
};
