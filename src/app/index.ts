import { batches } from './batches/index.ts';
import type { Context } from './context.ts';
import { documentQueries } from './documents.ts';
import { processDocument } from './process.ts';
import { recover } from './recover.ts';
import { review } from './review/index.ts';
import { search } from './search.ts';
import type { Service } from './service.ts';
import { extractAgain, submit } from './submit.ts';

export type * from './accounts.ts';
export * from './check/index.ts';
export type { Context, Limits } from './context.ts';
export { type RefusalCode, RefusedRequest } from './errors.ts';
export { HandedBack } from './handed-back.ts';
export type * from './ports.ts';
export { recover } from './recover.ts';
export type * from './service.ts';

const answers = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    (value) => value !== false,
    () => false,
  );

/** The use cases over their ports. */
export const createService = (context: Context): Service => ({
  submit: submit(context),
  extractAgain: extractAgain(context),
  ...documentQueries(context),
  ...review(context),
  ...search(context),
  ...batches(context),
  process: processDocument(context),
  recover: recover(context),
  health: async () => {
    const [database, queue, blobs] = await Promise.all([
      answers(context.ledger.ready()),
      answers(context.queue.depth()),
      answers(context.blobs.ready()),
    ]);
    return { database, queue, blobs };
  },
});
