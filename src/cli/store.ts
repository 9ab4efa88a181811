import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Audit, type BlobStore, type JobQueue, type Ledger, recover } from '../app/index.ts';
import type { Config } from '../config.ts';
import { openQueue } from '../queue/queue.ts';
import { createAudit } from '../store/audit.ts';
import { openBlobs } from '../store/blobs.ts';
import { type Database, MIGRATIONS, openDatabase } from '../store/database.ts';
import { schemaOf } from '../store/dump.ts';
import { startEmbedded } from '../store/embedded.ts';
import { createLedger } from '../store/ledger.ts';
import { UsageError } from './exit.ts';

/** Ledger, blobs and queue without the service over them: nothing is migrated, mended or worked on. */
export interface Store {
  databaseUrl: string;
  db: Database;
  audit: Audit;
  ledger: Ledger;
  blobs: BlobStore;
  openQueue(): Promise<JobQueue>;
  /** Queues what is unfinished and not in the queue. */
  recover(queue: JobQueue): Promise<number>;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** `make`: an embedded database that is not there is made. */
const databaseOf = async ({ databaseUrl, dataDir }: Config, make: boolean) => {
  if (databaseUrl !== null) return { url: databaseUrl, close: async () => {} };
  if (!make && !(await isThere(join(dataDir, 'postgres', 'PG_VERSION')))) {
    throw new UsageError(
      `There is no store in ${dataDir}. Set DATA_DIR to its folder, or DATABASE_URL to its database.`,
    );
  }
  return startEmbedded(dataDir);
};

/** Opens what there is, calls `use`, and closes it again. */
export const withStore = async <T>(
  config: Config,
  log: Logger,
  { make = false }: { make?: boolean },
  use: (store: Store) => Promise<T>,
): Promise<T> => {
  const { url, close } = await databaseOf(config, make);
  const db = openDatabase(url);
  let queue: JobQueue | null = null;
  try {
    const ledger = createLedger(db);
    return await use({
      databaseUrl: url,
      db,
      audit: createAudit(db),
      ledger,
      blobs: await openBlobs(config.blobUrl),
      openQueue: async () => {
        queue ??= await openQueue({ redisUrl: config.redisUrl, databaseUrl: url, log });
        return queue;
      },
      recover: (opened) => recover({ ledger, queue: opened, log })(),
    });
  } finally {
    await (queue as JobQueue | null)?.close();
    await db.destroy();
    await close();
  }
};

/** Throws a UsageError where the database is not of this version. */
export const requireSchema = async (url: string): Promise<string> => {
  const [found, wanted] = [await schemaOf(url), MIGRATIONS.at(-1)];
  if (found === null) throw new UsageError('The database holds no store. Set DATABASE_URL to the one that does.');
  if (found === wanted) return found;
  throw new UsageError(
    MIGRATIONS.includes(found)
      ? `The database is at ${found}, and this version needs ${wanted}. Run "ansinh migrate" first.`
      : `The database is at ${found}, which this version does not know. Use the version of ansinh that serves it.`,
  );
};
