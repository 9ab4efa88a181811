import { join } from 'node:path';
import { pino } from 'pino';
import { everyRow, sideBySide } from '../app/index.ts';
import type { Config } from '../config.ts';
import { openFolderBlobs } from '../store/blobs-folder.ts';
import { copyBlobs } from '../store/copy-blobs.ts';
import { MIGRATIONS, migrate } from '../store/database.ts';
import { holdsRows, loadRows, schemaOf } from '../store/dump.ts';
import { blobsOf, readManifest } from './backup.ts';
import { EXIT, UsageError } from './exit.ts';
import { type Store, withStore } from './store.ts';

const PAGE = 1_000;

const requireEmpty = async (url: string, schema: string): Promise<void> => {
  const found = await schemaOf(url);
  if (found === null) return;
  if (await holdsRows(url)) {
    throw new UsageError('There is a store already. Restore into an empty database, or a DATA_DIR that is not there.');
  }
  if (found === schema) return;
  throw new UsageError(`The database is at ${found} and the backup at ${schema}. Restore into an empty database.`);
};

async function* namesOf(blobs: Store['blobs']): AsyncGenerator<string> {
  for await (const { sha256 } of blobs.list()) yield sha256;
}

const withoutBytes = async ({ audit, blobs }: Store): Promise<number> => {
  let missing = 0;
  const documents = everyRow('', PAGE, audit.documents, ({ sha256 }) => sha256);
  for await (const [document, blob] of sideBySide(documents, blobs.list())) {
    if (document && (blob === null || blob.bytes !== document.bytes)) missing += 1;
  }
  return missing;
};

/**
 * `ansinh restore`: bytes first, then all rows in one transaction, then forward to this version's schema, and what was
 * unfinished into the queue. Broken off, it can be called again.
 */
export const restoreStore = async (config: Config, folder: string): Promise<number> => {
  const manifest = await readManifest(folder);
  if (manifest === null) throw new UsageError(`There is no complete backup in ${folder}.`);
  if (!MIGRATIONS.includes(manifest.schema)) {
    throw new UsageError(
      `The backup is at ${manifest.schema}, which this version does not know. Use ansinh ${manifest.version} or later.`,
    );
  }
  return withStore(config, pino({ level: 'silent' }), { make: true }, async (store) => {
    const { databaseUrl, db, blobs } = store;
    await requireEmpty(databaseUrl, manifest.schema);
    const source = await openFolderBlobs(blobsOf(folder));
    const { copied, kept, missing: damaged } = await copyBlobs(source, blobs, namesOf(source));
    await migrate(db, manifest.schema);
    await loadRows(databaseUrl, manifest, join(folder, manifest.rows));
    await migrate(db);
    const missing = await withoutBytes(store);
    const queued = await store.recover(await store.openQueue()).catch(() => null);
    const count = manifest.tables.find(({ name }) => name === 'documents')?.rows ?? 0;
    process.stdout.write(
      `${count} documents of ${manifest.taken} are restored with ${copied + kept} files; ${queued ?? 'none'} of them wait in the queue.\n`,
    );
    if (queued === null) process.stderr.write('The queue does not answer; the service fills it when it starts.\n');
    for (const sha256 of damaged) process.stderr.write(`${sha256}: its bytes in the backup are damaged\n`);
    if (missing > manifest.missing) {
      process.stderr.write(
        `${missing} documents have no bytes. "ansinh check" says which; upload their files again.\n`,
      );
    }
    return missing > manifest.missing ? EXIT.someFailed : EXIT.done;
  });
};
