import type { Context } from './context.ts';
import type { Service } from './service.ts';
import { enqueue } from './submit.ts';

const PAGE = 1_000;

/**
 * The queue can be lost: what the ledger holds as unfinished and the queue does not know is queued again, whether it
 * waited or its worker is gone. Doing so twice is harmless (a document and run is one job); one process at a time does it
 * all the same, so that its cost does not grow with the number of processes.
 */
export const recover = (context: Pick<Context, 'ledger' | 'queue' | 'log'>): Service['recover'] => {
  const { ledger, queue, log } = context;
  const sweep = async (): Promise<number> => {
    const arrived = await ledger.settleArrived();
    if (arrived > 0) log.warn({ arrived }, 'announced files whose bytes are here waited for them no longer');
    let queued = 0;
    let after: string | undefined;
    for (;;) {
      const documents = await ledger.unfinished(after === undefined ? { limit: PAGE } : { after, limit: PAGE });
      const absent = await queue.absent(documents.map(({ id, run }) => ({ documentId: id, run })));
      const missing = new Set(absent.map(({ documentId }) => documentId));
      const lost = documents.filter(({ id }) => missing.has(id));
      // A queue that takes nothing, because it is full or away, is asked again in a minute and not for each page.
      if (lost.length > 0 && !(await enqueue(context, ...lost))) break;
      queued += lost.length;
      after = documents.at(-1)?.id;
      if (documents.length < PAGE) break;
    }
    if (queued > 0) log.warn({ queued }, 'documents missing from the queue were queued again');
    return queued;
  };
  return async () => (await ledger.alone('recover', sweep)) ?? 0;
};
