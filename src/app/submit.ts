import { randomUUIDv7 } from 'node:crypto';
import type { Readable } from 'node:stream';
import { ReadError, type SubmittedDocument } from '../model/index.ts';
import type { Context } from './context.ts';
import { RefusedRequest } from './errors.ts';
import { cleanFilename } from './filename.ts';
import type { Job, MemberPlace, Unfinished } from './ports.ts';
import type { Service } from './service.ts';

const jobOf = ({ id, run, hold }: Unfinished): Job => ({ documentId: id, run, batched: hold !== null });

/** Sends documents to the queue. The ledger already has them, so a queue that does not answer only delays them. */
export const enqueue = async (
  { queue, log }: Pick<Context, 'queue' | 'log'>,
  ...documents: Unfinished[]
): Promise<boolean> => {
  try {
    await queue.addAll(documents.map(jobOf));
    return true;
  } catch (error) {
    const [first] = documents;
    log.warn(
      { err: error, document: first?.id, documents: documents.length },
      'the queue did not take the document; it is queued again later',
    );
    return false;
  }
};

type Incoming = {
  filename: string;
  content: Readable;
  batch: string | null;
  member: MemberPlace | null;
  upload?: string;
};

/**
 * Takes a file in, an upload or a member of an archive: bytes first, then the ledger, then the queue. A crash in between
 * leaves nothing that recovering does not mend. A file that is refused is counted as such, then its ReadError is thrown.
 */
export const takeIn = async (
  context: Context,
  { filename: originalName, content, batch, member, upload }: Incoming,
): Promise<SubmittedDocument> => {
  const { ledger, blobs, limits, log } = context;
  const filename = cleanFilename(originalName);
  const blob = await blobs.put(content, limits.uploadBytes).catch(async (error: unknown) => {
    if (member !== null && error instanceof ReadError) await ledger.refuseMember(member, error.code);
    else if (batch !== null && error instanceof ReadError) await ledger.refuse(batch, originalName, error.code);
    throw error;
  });
  const id = randomUUIDv7();
  const { document, duplicate, begin } = await ledger.submit({
    id,
    ...blob,
    filename,
    originalName,
    batch,
    member,
    ...(upload !== undefined && { upload }),
  });
  log.info({ document: document.id, sha256: blob.sha256, bytes: blob.bytes, duplicate }, 'document submitted');
  if (begin) await enqueue(context, document);
  return { id: document.id, filename, sha256: blob.sha256, status: document.status, duplicate };
};

export const submit =
  (context: Context): Service['submit'] =>
  async (upload) => {
    const { batch } = upload;
    if (batch !== null && !(await context.ledger.batchExists(batch))) throw new RefusedRequest('unknown_batch');
    return takeIn(context, { ...upload, member: null });
  };

export const extractAgain =
  (context: Context): Service['extractAgain'] =>
  async (id) => {
    const document = await context.ledger.requeue(id);
    if (document) await enqueue(context, document);
    return document !== null;
  };
