import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredBlob, StrayFile } from '../app/index.ts';
import { measure } from './measure.ts';

/** An upload still going on is younger than this. */
const ABANDONED_MS = 24 * 3600 * 1000;

/** A folder for bytes that have no name yet, or only for a while; several processes may share it. */
export interface Spool {
  folder: string;
  /** Writes and syncs `source` to a file that is there until `use` has settled. */
  with<T>(
    source: Readable,
    limit: number,
    use: (file: string, blob: Pick<StoredBlob, 'sha256' | 'bytes'>) => Promise<T>,
  ): Promise<T>;
  /** Files that are in it now. */
  list(): AsyncGenerator<StrayFile>;
}

/** Opens the folder, and clears it of what killed processes left there. */
export const openSpool = async (folder: string): Promise<Spool> => {
  await mkdir(folder, { recursive: true });
  const list = async function* (): AsyncGenerator<StrayFile> {
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (found) yield { name: path, modified: found.mtime, part: true };
    }
  };
  for await (const { name, modified } of list()) {
    if (Date.now() - modified.getTime() > ABANDONED_MS) await rm(name, { force: true });
  }
  return {
    folder,
    list,
    with: async (source, limit, use) => {
      const file = join(folder, randomUUID());
      const { through, result } = measure(limit);
      try {
        await pipeline(source, through, createWriteStream(file, { flags: 'wx', flush: true, mode: 0o640 }));
        return await use(file, result());
      } finally {
        await rm(file, { force: true });
      }
    },
  };
};
