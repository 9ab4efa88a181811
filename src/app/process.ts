import { ArchiveError, Interrupted, type Progress, ReadError } from '../model/index.ts';
import { unpackArchive } from './archive.ts';
import type { Context } from './context.ts';
import { HandedBack } from './handed-back.ts';
import { Hands } from './hands.ts';
import type { Delivery, LedgerDocument } from './ports.ts';
import { extracted } from './review/extracted.ts';
import type { Service } from './service.ts';

/** A document whose worker died this often with nothing else in hand is not tried again. */
const MOST_DEATHS = 3;

/** How often the ledger is told how far a document is, in milliseconds. */
const NOTE = 1000;

/** Notes the latest progress in the ledger. What is lost of it is only not shown. */
const noting = ({ ledger, log }: Context, id: string) => {
  let latest: Progress | null = null;
  let noted: Progress | null = null;
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    if (latest === null || latest === noted) return;
    noted = latest;
    ledger
      .progress(id, latest)
      .catch((error: unknown) => log.warn({ err: error, document: id }, 'progress was not noted'));
  };
  return {
    note: (progress: Progress): void => {
      latest = progress;
      if (timer) return;
      write();
      timer = setInterval(write, NOTE);
    },
    end: (): void => clearInterval(timer),
  };
};

const readAndExtract = async (context: Context, document: LedgerDocument): Promise<void> => {
  const { blobs, extract, ledger } = context;
  const { id, filename, sha256, given } = document;
  const noted = noting(context, id);
  const { record, words } = await blobs
    .withFile(sha256, (path) => extract({ path, filename, sha256, given }, noted.note))
    .finally(noted.end);
  await ledger.finish(id, extracted(context, record, words));
};

const work = async (context: Context, document: LedgerDocument): Promise<void> => {
  try {
    await readAndExtract(context, document);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    await unpackArchive(context, document);
  }
};

/** Faults of the machine, by their codes in Node: of the disk, the network, open files, memory. */
const PASSING = /^(?:ECONN|EHOST|ENET|EAI_|E(?:TIMEDOUT|PIPE|NOSPC|DQUOT|MFILE|NFILE|AGAIN|NOMEM|IO|ROFS)$)/;

/** Whether an error says nothing of the document: what it needed was not there, or it was stopped. */
const isPassing = ({ ledger }: Context, error: unknown): boolean =>
  error instanceof Interrupted || ledger.isAway(error) || PASSING.test((error as NodeJS.ErrnoException)?.code ?? '');

/** One that comes for the first time. */
const FIRST: Delivery = { faults: 0, deaths: 0, deathsAlone: 0, alone: async () => {} };

/**
 * One job. A file that cannot be read is an answer and not an error; anything else is thrown so that the queue tries
 * again, until the faults are too many. Run twice, it leaves the same record. A document whose worker has died before is
 * worked on with nothing beside it, so that what kills a worker is found out, and at nobody else's cost.
 */
export const processDocument = (context: Context): Service['process'] => {
  const hands = new Hands();
  return (id, delivery = FIRST) =>
    delivery.deaths === 0
      ? hands.beside(() => begin(context, id, delivery))
      : hands.alone(async () => {
          await delivery.alone();
          await begin(context, id, delivery);
        });
};

const begin = async (context: Context, id: string, delivery: Delivery): Promise<void> => {
  const { ledger, log } = context;
  try {
    const document = await ledger.begin(id);
    if (document) await attempt(context, document, delivery);
  } catch (error) {
    if (!isPassing(context, error)) throw error;
    log.warn({ document: id, err: error }, 'document put down; it is taken up again later');
    await ledger.putDown(id).catch(() => undefined);
    throw new HandedBack(error);
  }
};

const attempt = async (
  context: Context,
  document: LedgerDocument,
  { faults, deathsAlone }: Delivery,
): Promise<void> => {
  const { ledger, limits, log } = context;
  const { id, attempts } = document;
  const began = performance.now();
  const fields = () => ({ document: id, attempt: attempts, ms: Math.round(performance.now() - began) });
  if (deathsAlone >= MOST_DEATHS) {
    log.error(fields(), 'document given up: its workers died');
    return ledger.fail(id, 'internal');
  }
  try {
    await work(context, document);
    log.info(fields(), 'document extracted');
  } catch (error) {
    if (error instanceof ReadError) {
      log.info({ ...fields(), code: error.code, detail: error.detail }, 'document cannot be read');
      return ledger.fail(id, error.code);
    }
    if (isPassing(context, error)) throw error;
    log.error({ ...fields(), err: error }, 'processing failed');
    if (faults + 1 < limits.attempts) throw error;
    return ledger.fail(id, 'internal');
  }
};
