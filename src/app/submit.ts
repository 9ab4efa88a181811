import { randomUUIDv7 } from 'node:crypto';
import { ReadError } from '../model/index.ts';
import type { Context } from './context.ts';
import { RefusedRequest } from './errors.ts';
import { cleanFilename } from './filename.ts';
import type { LedgerDocument } from './ports.ts';
import type { Service } from './service.ts';

/** Sends a document to the queue. The ledger already has it, so a queue that does not answer only delays it. */
export const enqueue = async ({ queue, log }: Context, { id, run }: LedgerDocument): Promise<void> => {
  try {
    await queue.add({ documentId: id, run });
  } catch (error) {
    log.warn({ err: error, document: id }, 'the queue did not take the document; it is queued again later');
  }
};

/** Bytes first, then the ledger, then the queue: a crash in between leaves nothing that recovering does not mend. */
export const submit =
  (context: Context): Service['submit'] =>
  async ({ filename: originalName, content, batch }) => {
    const { ledger, blobs, limits, log } = context;
    if (batch !== null && !(await ledger.batch(batch))) throw new RefusedRequest('unknown_batch');
    const filename = cleanFilename(originalName);
    const blob = await blobs.put(content, limits.uploadBytes).catch(async (error: unknown) => {
      if (batch !== null && error instanceof ReadError) await ledger.refuse(batch, filename, error.code);
      throw error;
    });
    const { document, duplicate } = await ledger.submit({ id: randomUUIDv7(), ...blob, filename, originalName, batch });
    log.info({ document: document.id, sha256: blob.sha256, bytes: blob.bytes, duplicate }, 'document submitted');
    if (!duplicate) await enqueue(context, document);
    return { id: document.id, filename, sha256: blob.sha256, status: document.status, duplicate };
  };

export const extractAgain =
  (context: Context): Service['extractAgain'] =>
  async (id) => {
    const document = await context.ledger.requeue(id);
    if (document) await enqueue(context, document);
    return document !== null;
  };
