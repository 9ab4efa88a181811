import { ArchiveError, type Progress, ReadError } from '../model/index.ts';
import { unpackArchive } from './archive.ts';
import type { Context } from './context.ts';
import type { LedgerDocument } from './ports.ts';
import { extracted } from './review/extracted.ts';
import type { Service } from './service.ts';

/** A document whose worker died this often, without a word each time, is not tried again. */
const MAX_STARTS = 10;

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
  const { blobs, read, extract, ledger } = context;
  const { id, filename, sha256 } = document;
  const noted = noting(context, id);
  const source = await blobs
    .withFile(sha256, (path) => read({ path, filename, sha256 }, noted.note))
    .finally(noted.end);
  await ledger.finish(id, extracted(context, extract(source), source.words));
};

const work = async (context: Context, document: LedgerDocument): Promise<void> => {
  try {
    await readAndExtract(context, document);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    await unpackArchive(context, document);
  }
};

/**
 * One job. A file that cannot be read is an answer and not an error; anything else is thrown so that the queue
 * tries again, until the ledger has counted enough attempts. Run twice, it leaves the same record.
 */
export const processDocument =
  (context: Context): Service['process'] =>
  async (id) => {
    const { ledger, limits, log } = context;
    const document = await ledger.begin(id);
    if (!document) return;
    const began = performance.now();
    const fields = () => ({ document: id, attempt: document.attempts, ms: Math.round(performance.now() - began) });
    if (document.attempts > MAX_STARTS) {
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
      log.error({ ...fields(), err: error }, 'processing failed');
      if (document.attempts < limits.attempts) throw error;
      return ledger.fail(id, 'internal');
    }
  };
