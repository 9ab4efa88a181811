import { access, constants, mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BlobStore, StoredBlob, StrayFile } from '../app/index.ts';
import { openSpool } from './spool.ts';

const SHELF = /^[0-9a-f]{2}$/;
const NAME = /^[0-9a-f]{64}$/;

/** A name is durable only when its folder is on disk too. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Bytes as files `<folder>/ab/abcd…`, written beside and renamed: a name is there only when its bytes are. */
export const openFolderBlobs = async (folder: string): Promise<BlobStore> => {
  const spool = await openSpool(join(folder, 'incoming'));
  const aside = join(folder, 'quarantine');
  const shelf = (sha256: string) => join(folder, sha256.slice(0, 2));
  const file = (sha256: string) => join(shelf(sha256), sha256);

  const keep = async (part: string, sha256: string): Promise<void> => {
    if (await mkdir(shelf(sha256), { recursive: true })) await syncFolder(folder);
    await rename(part, file(sha256));
    await syncFolder(shelf(sha256));
  };

  /** A blob that checking put aside, and that is asked for after all, comes back. */
  const recall = async (sha256: string): Promise<boolean> => {
    if (!(await isFile(join(aside, sha256)))) return false;
    // Somebody else may be faster: it is back all the same.
    await keep(join(aside, sha256), sha256).catch((error) => {
      if (!isMissing(error)) throw error;
    });
    return true;
  };
  const has = async (sha256: string) => (await isFile(file(sha256))) || (await recall(sha256));

  const names = async (path: string, pattern: RegExp, wanted: boolean): Promise<string[]> =>
    (await readdir(path).catch(() => [])).filter((name) => pattern.test(name) === wanted).sort();

  return {
    put: (source, limit) =>
      spool.with(source, limit, async (part, blob) => {
        if (!(await isFile(file(blob.sha256)))) await keep(part, blob.sha256);
        return blob;
      }),
    get: async (sha256): Promise<Readable> => {
      const handle = await open(file(sha256), 'r').catch(async (error) => {
        if (isMissing(error) && (await recall(sha256))) return open(file(sha256), 'r');
        throw error;
      });
      return handle.createReadStream();
    },
    has,
    withFile: async (sha256, use) => {
      await has(sha256);
      return use(file(sha256));
    },
    ready: () =>
      access(spool.folder, constants.W_OK).then(
        () => true,
        () => false,
      ),

    list: async function* (): AsyncGenerator<StoredBlob> {
      for (const first of await names(folder, SHELF, true)) {
        for (const sha256 of await names(join(folder, first), NAME, true)) {
          const found = sha256.startsWith(first) && (await stat(file(sha256)).catch(() => null));
          if (found) yield { sha256, bytes: found.size, modified: found.mtime };
        }
      }
    },
    strays: async function* (): AsyncGenerator<StrayFile> {
      yield* spool.list();
      for (const first of await names(folder, SHELF, true)) {
        for await (const { name } of await opendir(join(folder, first))) {
          const path = join(folder, first, name);
          const found = NAME.test(name) && name.startsWith(first) ? null : await stat(path).catch(() => null);
          if (found) yield { name: path, modified: found.mtime, part: false };
        }
      }
    },
    removeStray: (name) => rm(name, { force: true }),
    quarantine: async (sha256, why) => {
      if (await mkdir(aside, { recursive: true })) await syncFolder(folder);
      await rename(file(sha256), join(aside, why === 'unused' ? sha256 : `${sha256}.damaged`));
      await syncFolder(aside);
    },
  };
};
