import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredBlob, StrayFile } from '../app/index.ts';
import { measure } from './measure.ts';

/** An upload still going on, wherever, is younger than this. */
const ABANDONED_MS = 24 * 3600 * 1000;

/** Files that this process has begun and not ended, by name. */
const writing = new Set<string>();

/** `<host> <process> <chance>`: of whom it is can be told when it is found. */
const nameOf = (): string => `${hostname()} ${process.pid} ${randomUUID()}`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Its process on this machine is gone; another's number, or our own from an earlier life, may be taken anew. */
const isLeft = (name: string): boolean => {
  const [host, pid] = name.split(' ');
  if (host !== hostname()) return false;
  return Number(pid) === process.pid ? !writing.has(name) : !isAlive(Number(pid));
};

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
    if (isLeft(basename(name)) || Date.now() - modified.getTime() > ABANDONED_MS) await rm(name, { force: true });
  }
  return {
    folder,
    list,
    with: async (source, limit, use) => {
      const name = nameOf();
      const file = join(folder, name);
      writing.add(name);
      const { through, result } = measure(limit);
      try {
        await pipeline(source, through, createWriteStream(file, { flags: 'wx', flush: true, mode: 0o640 }));
        return await use(file, result());
      } finally {
        await rm(file, { force: true });
        writing.delete(name);
      }
    },
  };
};
