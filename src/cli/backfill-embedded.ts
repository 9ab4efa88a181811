import { Readable } from 'node:stream';
import { pino } from 'pino';
import { RefusedRequest, type Service } from '../app/index.ts';
import { type LedgerBatch, type LedgerFile, Refused, type Target, Unavailable } from '../backfill/index.ts';
import type { Config } from '../config.ts';
import { READ_FAILURES, ReadError } from '../model/index.ts';
import { compose } from './compose.ts';

const PAGE = 500;
const STANDARD_ERROR = 2;

/** The service composed in this process as what takes a back-fill. */
const serviceTarget = (service: Service, language: 'vi' | 'en'): Target => {
  /** The database may be away for a while, a disk full: everything but a refusal is worth trying again. */
  const asking = async <T>(call: () => Promise<T | null>): Promise<T> => {
    try {
      const answer = await call();
      if (answer === null) throw new RefusedRequest('unknown_batch');
      return answer;
    } catch (error) {
      if (error instanceof RefusedRequest) {
        throw new Refused(422, { code: error.code, message: error.sentence[language], remedy: '' });
      }
      throw new Unavailable((error as Error).message);
    }
  };

  return {
    name: 'this machine',
    openBatch: async (batch) => (await asking(() => service.createBatch(batch, language))).batch satisfies LedgerBatch,
    batch: (id) => asking(() => service.batch(id, language)),
    announce: (batch, files): Promise<LedgerFile[]> => asking(() => service.announce(batch, [...files], language)),
    send: async (batch, { path }, open) => {
      let failure: { error: unknown } | null = null;
      const content = Readable.from(
        noting(open(), (error) => {
          failure = { error };
        }),
        { objectMode: false },
      );
      try {
        await service.submit({ filename: path, content, batch });
      } catch (error) {
        // What went wrong with the file itself is the caller's to judge.
        if (failure !== null) throw (failure as { error: unknown }).error;
        if (!(error instanceof ReadError)) return await asking(() => Promise.reject(error));
        const { message, remedy } = READ_FAILURES[error.code];
        throw new Refused(422, { code: error.code, message: message[language], remedy: remedy[language] });
      }
    },
    files: (batch, query) => asking(() => service.batchFiles(batch, { ...query, limit: PAGE, language })),
    extractAgain: (what) => asking(() => service.extractBelow(what, language)),
    known: async (hashes) => {
      const found = new Set<string>();
      let cursor: string | null = '';
      while (cursor !== null && found.size < hashes.size) {
        const query = { limit: PAGE, language, ...(cursor && { cursor }) };
        const page: Awaited<ReturnType<Service['documents']>> = await asking(() => service.documents(query));
        for (const { sha256 } of page.items) if (hashes.has(sha256)) found.add(sha256);
        cursor = page.next;
      }
      return found;
    },
  };
};

async function* noting(content: AsyncIterable<Buffer>, note: (error: unknown) => void): AsyncGenerator<Buffer> {
  try {
    yield* content;
  } catch (error) {
    note(error);
    throw error;
  }
}

/** Composes the service of `config`, with its workers where it `works`. */
export const openEmbedded = async (
  config: Config,
  { language, works }: { language: 'vi' | 'en'; works: boolean },
): Promise<{ target: Target; close(): Promise<void> }> => {
  // Standard output is for results.
  const log = pino({ level: config.logLevel }, pino.destination(STANDARD_ERROR));
  const { service, startWorkers, close } = await compose(config, { log });
  try {
    if (works) await startWorkers();
  } catch (error) {
    await close();
    throw error;
  }
  return { target: serviceTarget(service, language), close };
};
