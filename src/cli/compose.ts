import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import { openAccounts } from '../accounts/index.ts';
import { type Accounts, createService, type Extract, type Service, type Unpack, type Word } from '../app/index.ts';
import type { Config } from '../config.ts';
import { boxesOf } from '../extract/boxes.ts';
import { recheck } from '../extract/check/again.ts';
import { infer } from '../extract/index.ts';
import type { Resumable } from '../http/resumable.ts';
import { mayAs, type PlacedWord } from '../model/index.ts';
import { openPipeline, type Pipeline } from '../pipeline/index.ts';
import { openQueue, openWorker, type QueueOptions } from '../queue/queue.ts';
import { unpack } from '../read/archive/unpack.ts';
import { pictureToPdf } from '../read/image/to-pdf.ts';
import { openBlobs } from '../store/blobs.ts';
import { migrate, openDatabase } from '../store/database.ts';
import { startEmbedded } from '../store/embedded.ts';
import { createLedger } from '../store/ledger.ts';
import { openLocks } from '../store/locks.ts';
import { openPieces } from '../store/pieces.ts';

const MINUTE = 60_000;
const ATTEMPTS = 3;
/** Docker kills what has not ended ten seconds after it was told to. */
const GRACE_MS = 7_000;
const HAND_BACK_MS = 1_500;

export interface Composition {
  service: Service;
  accounts: Accounts;
  log: Logger;
  config: Config;
  /**
   * Works on the queue in this process, `config.workers` documents at once. Answers with what stops it: documents in hand
   * are finished, or handed back where that takes long.
   */
  startWorkers(): Promise<() => Promise<void>>;
  /** Where uploads in pieces are kept until they are whole. */
  openUploads(): Promise<Resumable>;
  /** Finishes the jobs in hand, then lets everything go; what it started, it stops. */
  close(): Promise<void>;
}

export interface Parts {
  extract: Extract;
  log: Logger;
}

/** Addresses may hold passwords. */
const createLog = (config: Config): Logger =>
  pino({ level: config.logLevel, redact: ['databaseUrl', 'redisUrl', 'authSecret', 'password', '*.password'] });

/** Processes that read and extract, started with the first file or before; `close` ends them. */
const warmPipeline = (config: Config) => {
  let opened: Pipeline | null = null;
  const open = (): Pipeline => {
    opened ??= openPipeline(config.workers, {
      timeoutMs: config.readTimeoutMs,
      memoryMb: config.readMemoryMb,
      maxBytes: config.maxUploadBytes,
      ocr: config.ocr,
      ocrPageMs: config.ocrPageMs,
      ocrDocumentMs: config.ocrDocumentMs,
    });
    return opened;
  };
  const extract: Extract = (file, onProgress) => open().extract(file, onProgress);
  return { open, extract, close: async () => opened?.close() };
};

const limitedUnpack =
  ({ readTimeoutMs, readMemoryMb, maxUploadBytes }: Config): Unpack =>
  (file, take) =>
    unpack(file, take, { timeoutMs: readTimeoutMs, memoryMb: readMemoryMb, maxBytes: maxUploadBytes });

/** Closes in the opposite order of opening, each whatever became of the others. */
const closing = (log: Logger) => {
  const steps: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of steps.splice(0).reverse()) {
      await step().catch((error: unknown) => log.error({ err: error }, 'closing failed'));
    }
  };
  return { onClose: (step: () => Promise<unknown>) => steps.push(step), close };
};

/**
 * Wires the service of `config`: the embedded PostgreSQL or DATABASE_URL, the queue in it or on REDIS_URL.
 * `parts` replaces a port. Closes what it opened where something does not open.
 */
export const compose = async (config: Config, parts: Partial<Parts> = {}): Promise<Composition> => {
  const log = parts.log ?? createLog(config);
  const { onClose, close } = closing(log);
  try {
    const databaseUrl = config.databaseUrl ?? (await embedded(config, log, onClose));
    const db = openDatabase(databaseUrl, (error) =>
      log.warn({ reason: error.message }, 'connection to the database dropped'),
    );
    onClose(() => db.destroy());
    await migrate(db);
    const accounts = await openAccounts(db, { secret: config.authSecret, log });
    const queueOptions: QueueOptions = { redisUrl: config.redisUrl, databaseUrl, log };
    const queue = await openQueue(queueOptions);
    onClose(() => queue.close());
    const pipeline = warmPipeline(config);
    onClose(() => pipeline.close());
    const service = createService({
      ledger: createLedger(db),
      blobs: await openBlobs(config.blobUrl),
      queue,
      unpack: limitedUnpack(config),
      pictureToPdf: (file) => pictureToPdf(file, { timeoutMs: config.readTimeoutMs, memoryMb: config.readMemoryMb }),
      extract: parts.extract ?? pipeline.extract,
      infer,
      recheck,
      boxes: (words, span) => boxesOf(placed(words), span),
      findReviewer: (id) => reviewer(accounts, id),
      log,
      limits: { uploadBytes: config.maxUploadBytes, attempts: ATTEMPTS },
    });
    onClose(recoverEveryMinute(service, log));
    const startWorkers = async () => {
      const start = await openWorker(queueOptions, config.workers);
      if (!parts.extract) pipeline.open();
      const worker = start(({ documentId }, delivery) => service.process(documentId, delivery));
      let stopped: Promise<void> | null = null;
      const stop = () => {
        stopped ??= withinGrace(worker.close(), pipeline.close);
        return stopped;
      };
      onClose(stop);
      return stop;
    };
    let uploads: Promise<Resumable> | null = null;
    const open = async (): Promise<Resumable> => {
      const locks = openLocks(databaseUrl, (error) => log.warn({ reason: error.message }, 'upload locks dropped'));
      onClose(() => locks.close());
      const pieces = await openPieces(config.blobUrl);
      onClose(async () => pieces.close());
      return { store: pieces.store, maxBytes: config.maxUploadBytes, locks };
    };
    const openUploads = (): Promise<Resumable> => {
      uploads ??= open();
      return uploads;
    };
    return { service, accounts, log, config, startWorkers, openUploads, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** What is in hand may be finished; what takes longer is handed back, for another worker to begin anew. */
const withinGrace = async (finished: Promise<void>, handBack: () => Promise<unknown>): Promise<void> => {
  const late = setTimeout(() => void handBack(), GRACE_MS);
  const tooLate = sleep(GRACE_MS + HAND_BACK_MS, undefined, { ref: false });
  await Promise.race([finished, tooLate]).finally(() => clearTimeout(late));
};

const placed = (words: ReadonlyMap<number, Word[]>): PlacedWord[] =>
  [...words]
    .sort(([a], [b]) => a - b)
    .flatMap(([page, some]) => some.map(({ start, end, ...box }) => ({ span: { start, end }, box: { page, ...box } })));

const reviewer = async (accounts: Accounts, id: string): Promise<{ id: string; name: string } | null> => {
  const account = await accounts.find(id);
  return account && !account.disabled && mayAs(account.role, 'reviewer') ? account : null;
};

const embedded = async (
  { dataDir }: Config,
  log: Logger,
  onClose: (step: () => Promise<unknown>) => void,
): Promise<string> => {
  const server = await startEmbedded(dataDir);
  server.keepRunning((failure) => {
    if (failure === null) log.warn('the embedded PostgreSQL had died and was started again');
    else log.error({ err: failure }, 'the embedded PostgreSQL has died and does not start; it is tried again');
  });
  onClose(() => server.close());
  return server.url;
};

/** Now and every minute, one at a time. The step that stops it waits for the one under way. */
const recoverEveryMinute = (service: Service, log: Logger): (() => Promise<void>) => {
  const run = () =>
    service.recover().then(
      () => undefined,
      (error: unknown) => log.warn({ err: error }, 'recovering failed; tried again in a minute'),
    );
  let running: Promise<void> = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, MINUTE).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
};
