import type { Context } from '../context.ts';
import { enqueue } from '../submit.ts';

const PAGE = 500;

/**
 * Queues every document that obeys a batch and waits. Nobody waits for it: what a crash or a lost queue leaves out,
 * recovering queues within a minute.
 */
export const begin = async (context: Pick<Context, 'ledger' | 'queue' | 'log'>, batch: string): Promise<void> => {
  const { ledger, log } = context;
  try {
    for (let after: string | undefined; ; ) {
      const documents = await ledger.waiting(batch, { limit: PAGE, ...(after !== undefined && { after }) });
      after = documents.at(-1)?.id;
      if (after === undefined || !(await enqueue(context, ...documents)) || documents.length < PAGE) return;
    }
  } catch (error) {
    log.warn({ err: error, batch }, 'the documents of a batch were not queued; they are queued later');
  }
};
