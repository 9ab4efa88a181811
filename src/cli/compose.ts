import { type Logger, pino } from 'pino';
import { openAccounts } from '../accounts/index.ts';
import {
  type Accounts,
  createService,
  type Extract,
  type Read,
  type Service,
  type Unpack,
  type Word,
} from '../app/index.ts';
import type { Config } from '../config.ts';
import { boxesOf } from '../extract/boxes.ts';
import { extract, infer } from '../extract/index.ts';
import { mayAs, type PlacedWord } from '../model/index.ts';
import { openQueue, openWorker, type QueueOptions } from '../queue/queue.ts';
import { unpack } from '../read/archive/unpack.ts';
import { pictureToPdf } from '../read/image/to-pdf.ts';
import { read } from '../read/index.ts';
import { openBlobs } from '../store/blobs.ts';
import { migrate, openDatabase } from '../store/database.ts';
import { startEmbedded } from '../store/embedded.ts';
import { createLedger } from '../store/ledger.ts';

const MINUTE = 60_000;
const ATTEMPTS = 3;

export interface Composition {
  service: Service;
  accounts: Accounts;
  log: Logger;
  config: Config;
  /** Works on the queue in this process, `config.workers` documents at once. */
  startWorkers(): Promise<void>;
  /** Finishes the jobs in hand, then lets everything go; what it started, it stops. */
  close(): Promise<void>;
}

export interface Parts {
  read: Read;
  extract: Extract;
  log: Logger;
}

/** Addresses may hold passwords. */
const createLog = (config: Config): Logger =>
  pino({ level: config.logLevel, redact: ['databaseUrl', 'redisUrl', 'authSecret', 'password', '*.password'] });

const limitedRead =
  ({ readTimeoutMs, readMemoryMb, maxUploadBytes, ocr, ocrPageMs, ocrDocumentMs }: Config): Read =>
  (file, onProgress) =>
    read(
      file,
      {
        timeoutMs: readTimeoutMs,
        memoryMb: readMemoryMb,
        maxBytes: maxUploadBytes,
        ocr,
        ocrPageMs,
        ocrDocumentMs,
      },
      onProgress,
    );

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
    const databaseUrl = config.databaseUrl ?? (await embedded(config, onClose));
    const db = openDatabase(databaseUrl, (error) =>
      log.warn({ reason: error.message }, 'connection to the database dropped'),
    );
    onClose(() => db.destroy());
    await migrate(db);
    const accounts = await openAccounts(db, { secret: config.authSecret, log });
    const queueOptions: QueueOptions = { redisUrl: config.redisUrl, databaseUrl, log };
    const queue = await openQueue(queueOptions);
    onClose(() => queue.close());
    const service = createService({
      ledger: createLedger(db),
      blobs: await openBlobs(config.blobUrl),
      queue,
      read: parts.read ?? limitedRead(config),
      unpack: limitedUnpack(config),
      pictureToPdf: (file) => pictureToPdf(file, { timeoutMs: config.readTimeoutMs, memoryMb: config.readMemoryMb }),
      extract: parts.extract ?? extract,
      infer,
      boxes: (words, span) => boxesOf(placed(words), span),
      findReviewer: (id) => reviewer(accounts, id),
      log,
      limits: { uploadBytes: config.maxUploadBytes, attempts: ATTEMPTS },
    });
    onClose(recoverEveryMinute(service, log));
    const startWorkers = async () => {
      const start = await openWorker(queueOptions, config.workers);
      const worker = start(({ documentId }) => service.process(documentId));
      onClose(() => worker.close());
    };
    return { service, accounts, log, config, startWorkers, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const placed = (words: ReadonlyMap<number, Word[]>): PlacedWord[] =>
  [...words]
    .sort(([a], [b]) => a - b)
    .flatMap(([page, some]) => some.map(({ start, end, ...box }) => ({ span: { start, end }, box: { page, ...box } })));

const reviewer = async (accounts: Accounts, id: string): Promise<{ id: string; name: string } | null> => {
  const account = await accounts.find(id);
  return account && !account.disabled && mayAs(account.role, 'reviewer') ? account : null;
};

const embedded = async ({ dataDir }: Config, onClose: (step: () => Promise<unknown>) => void): Promise<string> => {
  const server = await startEmbedded(dataDir);
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
