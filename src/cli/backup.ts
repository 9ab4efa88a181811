import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { type Audit, everyRow } from '../app/index.ts';
import type { Config } from '../config.ts';
import { VERSION } from '../model/index.ts';
import { openFolderBlobs } from '../store/blobs-folder.ts';
import { copyBlobs } from '../store/copy-blobs.ts';
import { dumpRows } from '../store/dump.ts';
import { EXIT } from './exit.ts';
import { requireSchema, withStore } from './store.ts';

/** What a backup is. It is written last, and names everything that belongs to it: without it there is no backup. */
export const Manifest = z.object({
  format: z.literal(1),
  version: z.string(),
  taken: z.iso.datetime(),
  schema: z.string(),
  /** The folder of the rows, in the backup's. */
  rows: z.string().regex(/^rows-[\w-]+$/),
  tables: z.array(
    z.object({
      name: z.string().regex(/^\w+$/),
      columns: z.array(z.string()),
      rows: z.int().min(0),
      sha256: z.string(),
    }),
  ),
  /** Documents whose bytes were gone already. */
  missing: z.int().min(0),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST = 'manifest.json';
export const blobsOf = (folder: string): string => join(folder, 'blobs');

const ABANDONED_MS = 24 * 3600 * 1000;
const PAGE = 1_000;

/** Null where there is none. */
export const readManifest = async (folder: string): Promise<Manifest | null> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : Manifest.parse(JSON.parse(text));
};

/** Whole or not at all, and on disk. */
const writeManifest = async (folder: string, manifest: Manifest): Promise<void> => {
  const part = join(folder, `${manifest.rows}.json`);
  const file = await open(part, 'w', 0o600);
  await file.writeFile(JSON.stringify(manifest, null, 2));
  await file.sync();
  await file.close();
  await rename(part, join(folder, MANIFEST));
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
};

/** Rows of the backup before, and of backups that broke off long ago. */
const removeOthers = async (folder: string, before: string | undefined, now: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('rows-') || name.startsWith(now)) continue;
    const age = Date.now() - (await stat(join(folder, name))).mtimeMs;
    if (name === before || age > ABANDONED_MS) await rm(join(folder, name), { recursive: true });
  }
};

export async function* hashesOf(audit: Pick<Audit, 'documents'>): AsyncGenerator<string> {
  for await (const { sha256 } of everyRow('', PAGE, audit.documents, (row) => row.sha256)) yield sha256;
}

/**
 * `ansinh backup`: the rows of one moment, then the bytes they name (which were there before them), then the manifest.
 * The service goes on. Bytes that the folder has from an earlier backup are not copied again, and until the manifest is
 * replaced the earlier backup stands.
 */
export const backupStore = (config: Config, folder: string): Promise<number> =>
  withStore(config, pino({ level: 'silent' }), {}, async ({ databaseUrl, audit, blobs }) => {
    const schema = await requireSchema(databaseUrl);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const before = await readManifest(folder);
    const taken = new Date().toISOString();
    const rows = `rows-${taken.replace(/\D/g, '').slice(0, 14)}-${randomUUID().slice(0, 8)}`;
    await mkdir(join(folder, rows), { mode: 0o700 });
    const dump = await dumpRows(databaseUrl, schema, join(folder, rows));
    const { kept, copied, missing } = await copyBlobs(blobs, await openFolderBlobs(blobsOf(folder)), hashesOf(audit));
    await writeManifest(folder, { format: 1, version: VERSION, taken, rows, ...dump, missing: missing.length });
    await removeOthers(folder, before?.rows, rows);
    const count = dump.tables.find(({ name }) => name === 'documents')?.rows ?? 0;
    process.stdout.write(
      `${count} documents of ${taken} are backed up in ${folder}: ${copied} files copied, ${kept} there already.\n`,
    );
    for (const sha256 of missing) process.stderr.write(`${sha256}: its bytes are gone or damaged\n`);
    if (missing.length > 0) process.stderr.write('Run "ansinh check --deep" to see of which documents.\n');
    return missing.length === 0 ? EXIT.done : EXIT.someFailed;
  });
