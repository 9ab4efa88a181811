import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DataStore, ERRORS, type Lock, type Locker, MemoryLocker, Server, type Upload } from '@tus/server';
import type { Service } from '../app/index.ts';
import { Problem, type ProblemCode } from './problem.ts';
import { storable } from './storable.ts';

/** Where pieces are kept until their file is whole, and how servers keep out of one another's way. */
export interface Resumable {
  store: DataStore & { read(id: string): Readable | Promise<Readable> };
  maxBytes: number;
  locks: { take(name: string): Promise<boolean>; free(name: string): Promise<void> };
}

export const UPLOADS = '/api/v1/uploads';

/** The headers of tus 1.0 that we look at. */
export const TUS_HEADERS = {
  'Tus-Resumable': '`1.0.0`',
  'Upload-Length': 'Bytes of the whole file.',
  'Upload-Metadata': '`filename` (its path in the batch) and `batch`, each in base64.',
  'Upload-Offset': 'Bytes that have come before this piece.',
} as const;

const FORWARDED = [...Object.keys(TUS_HEADERS), 'Upload-Defer-Length', 'Content-Type', 'Content-Length'];

/** How long a request waits for another on the same upload, in milliseconds. */
const PATIENCE = 10_000;
const RETRY = 100;
/** Of a path in a batch. */
const MOST_LETTERS = 4000;

/** One request at a time has an upload: within this process the earlier one is asked to let go, others are waited for. */
const lockerOf = ({ locks }: Resumable): Locker => {
  const here = new MemoryLocker({ acquireLockTimeout: PATIENCE });
  const lockOf = (id: string, own: Lock): Lock => ({
    lock: async (signal, letGo) => {
      await own.lock(signal, letGo);
      const deadline = performance.now() + PATIENCE;
      try {
        while (!(await locks.take(id))) {
          if (signal.aborted || performance.now() > deadline) throw ERRORS.ERR_LOCK_TIMEOUT;
          await sleep(RETRY);
        }
      } catch (error) {
        await own.unlock();
        throw error;
      }
    },
    unlock: async () => {
      await locks.free(id).catch(() => undefined);
      await own.unlock();
    },
  });
  return { newLock: (id) => lockOf(id, here.newLock(id)) };
};

const PROBLEMS: Record<number, ProblemCode> = {
  404: 'not_found',
  409: 'wrong_offset',
  410: 'not_found',
  413: 'too_large',
};

export interface Exchange {
  method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
  id?: string;
  header(name: string): string | undefined;
  content: Readable;
}

/** An answer of tus: no body, its outcome in headers. */
export type TusAnswer = { status: number; headers: Record<string, string> };

export interface ResumableUploads {
  handle(exchange: Exchange): Promise<TusAnswer>;
}

type Become = { document: string; duplicate: boolean };

const documentHeaders = ({ document, duplicate }: Become) => ({
  'Ansinh-Document': document,
  'Ansinh-Duplicate': String(duplicate),
});

/** Throws Problem where tus has an error, and what our own part of it threw as it was. */
const refuse = (status: number, error: unknown): never => {
  if (error !== undefined && !(error instanceof Object && 'status_code' in error)) throw error;
  if (error === ERRORS.ERR_LOCK_TIMEOUT || error === ERRORS.ABORTED) throw new Problem('upload_busy');
  if (status === 412) throw new Problem('tus_required', { headers: { 'Tus-Version': '1.0.0' } });
  throw new Problem(PROBLEMS[status] ?? (status < 500 ? 'invalid_request' : 'internal'));
};

/** Throws Problem where there is no name, or no such batch. */
const checkMetadata = async (service: Service, { metadata }: Upload): Promise<void> => {
  const { filename, batch } = metadata ?? {};
  if (!filename || filename.length > MOST_LETTERS || !storable(metadata)) throw new Problem('no_file');
  if (batch && !(await service.batchExists(batch))) throw new Problem('unknown_batch');
};

/**
 * Uploads in pieces, by tus 1.0. A whole file goes the way of every upload; the ledger remembers for a day which document
 * it became, so that a client which lost the last answer learns it by asking how far the upload is.
 */
export const resumableUploads = (resumable: Resumable, service: Service): ResumableUploads => {
  const { store, maxBytes } = resumable;
  const thrown = new WeakMap<object, unknown>();

  const submit = async ({ id, metadata }: Pick<Upload, 'id' | 'metadata'>): Promise<Become> => {
    const { filename, batch } = metadata ?? {};
    const content = await store.read(id);
    const document = await service.submit({ filename: filename ?? '', content, batch: batch || null, upload: id });
    await store.remove(id).catch(() => undefined);
    return { document: document.id, duplicate: document.duplicate };
  };

  /** Of two at once the later finds the pieces gone, and what they became in the ledger. */
  const finish = (upload: Pick<Upload, 'id' | 'metadata'>): Promise<Become> =>
    submit(upload).catch(async (error: unknown) => {
      const finished = await service.finishedUpload(upload.id);
      if (!finished) throw error;
      return finished;
    });

  const server = new Server({
    path: UPLOADS,
    datastore: store,
    locker: lockerOf(resumable),
    maxSize: maxBytes,
    relativeLocation: true,
    allowedOrigins: [],
    onUploadCreate: async (_request, upload) => {
      await checkMetadata(service, upload);
      return {};
    },
    onUploadFinish: async (_request, upload) => ({ headers: documentHeaders(await finish(upload)) }),
    onResponseError: (request, error) => {
      thrown.set(request, error);
      return undefined;
    },
  });

  const forward = async ({ method, id, header, content }: Exchange): Promise<TusAnswer> => {
    const sent = FORWARDED.flatMap((name): [string, string][] => {
      const value = header(name);
      return value === undefined ? [] : [[name, value]];
    });
    const hasBody = method === 'POST' || method === 'PATCH';
    const request = new Request(`http://ansinh${UPLOADS}${id === undefined ? '' : `/${id}`}`, {
      method,
      headers: sent,
      ...(hasBody && { body: Readable.toWeb(content) as ReadableStream, duplex: 'half' }),
    });
    const { status, headers } = await server.handleWeb(request);
    if (status >= 400) refuse(status, thrown.get(request));
    return { status, headers: Object.fromEntries(headers) };
  };

  /** Whole, and what it becomes not yet in the ledger: the process that had it was killed, or the database was away. */
  const finishLate = async (id: string): Promise<Become | null> => {
    const upload = await store.getUpload(id).catch(() => null);
    if (!upload) return service.finishedUpload(id);
    return upload.size === upload.offset ? finish(upload) : null;
  };

  const headOf = (bytes: string, become: Become): TusAnswer => ({
    status: 200,
    headers: {
      'Tus-Resumable': '1.0.0',
      'Cache-Control': 'no-store',
      'Upload-Offset': bytes,
      'Upload-Length': bytes,
      ...documentHeaders(become),
    },
  });

  const howFar = async (exchange: Exchange & { id: string }): Promise<TusAnswer> => {
    const finished = await service.finishedUpload(exchange.id);
    if (finished) return headOf(String(finished.bytes), finished);
    const answer = await forward(exchange);
    const { 'upload-offset': offset = '', 'upload-length': length } = answer.headers;
    const become = offset === length ? await finishLate(exchange.id) : null;
    return become ? headOf(offset, become) : answer;
  };

  return {
    handle: async (exchange) => {
      const { method, id } = exchange;
      if (method === 'HEAD' && id !== undefined) return howFar({ ...exchange, id });
      if (method === 'PATCH' && id !== undefined && (await service.finishedUpload(id)))
        throw new Problem('wrong_offset');
      return forward(exchange);
    },
  };
};
