import type { Context } from './context.ts';
import type { Service } from './service.ts';
import { enqueue } from './submit.ts';

const PAGE = 500;

/** The queue can be lost: what the ledger holds as unfinished and the queue does not know is queued again. */
export const recover =
  (context: Context): Service['recover'] =>
  async () => {
    const { ledger, queue, log } = context;
    let queued = 0;
    let after: string | undefined;
    for (;;) {
      const documents = await ledger.unfinished(after === undefined ? { limit: PAGE } : { after, limit: PAGE });
      const absent = await queue.absent(documents.map(({ id, run }) => ({ documentId: id, run })));
      const lost = new Set(absent.map(({ documentId }) => documentId));
      for (const document of documents.filter(({ id }) => lost.has(id))) await enqueue(context, document);
      queued += lost.size;
      after = documents.at(-1)?.id;
      if (documents.length < PAGE) break;
    }
    if (queued > 0) log.warn({ queued }, 'documents missing from the queue were queued again');
    return queued;
  };
