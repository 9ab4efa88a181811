import { open } from 'node:fs/promises';
import { ReadError } from '../model/read-error.ts';
import { contentAgain, type Entry, openArchive, refusal } from '../read/archive/entries.ts';
import { onDisk } from './content.ts';
import type { DiskFile, Found } from './found.ts';
import { salvage } from './salvage.ts';

const MB = 1024 * 1024;
/** No service takes a larger file (MAX_UPLOAD_MB). */
const LARGEST_MEMBER = 2048 * MB;
/** What an archive may unpack to: reports shrink 10 to 40 times, bombs a thousand times and more. */
const SWELLING = 100;
const AT_LEAST = 1024 * MB;
const MOST_ENTRIES = 200_000;

/** What an archive gave: a file, one that cannot be had, or what was left out. */
export type Unpacked =
  | { kind: 'file'; found: Found }
  | { kind: 'failed'; path: string; error: unknown }
  | { kind: 'skipped'; path: string };

/**
 * The files of the ZIP archive `disk`, none read yet; of a document that is a ZIP file, and of an archive of which nothing
 * can be had, the file itself, about which its reader knows best. A broken archive gives what is whole in it, and is
 * named. An archive in an archive is a file: the service unpacks it.
 */
export async function* unpacked(disk: DiskFile): AsyncGenerator<Unpacked> {
  const handle = await open(disk.location, 'r');
  try {
    const budget = { entries: MOST_ENTRIES, bytes: Math.max(AT_LEAST, SWELLING * disk.bytes) };
    const listed = await openArchive(handle.fd, budget).catch((error: unknown) => ({ error }));
    if ('error' in listed) return yield* broken(disk, listed.error);
    if (listed.isDocument || listed.files.length === 0) return yield { kind: 'file', found: onDisk(disk) };
    for (const path of listed.strays) yield { kind: 'skipped', path: `${disk.path}/${path}` };
    const free = freeNames(disk.path);
    for (const file of listed.files) yield member(disk, file, free(file.path));
  } finally {
    await handle.close();
  }
}

/** Two members may bear one name. */
const freeNames = (folder: string): ((path: string) => string) => {
  const taken = new Set<string>();
  return (path) => {
    let free = path;
    for (let copy = 2; taken.has(free); copy += 1) free = `${path} (${copy})`;
    taken.add(free);
    return `${folder}/${free}`;
  };
};

const member = (disk: DiskFile, { entry }: Entry, path: string): Unpacked => {
  const refused = refusal(entry, LARGEST_MEMBER);
  if (refused) return { kind: 'failed', path, error: refused };
  return { kind: 'file', found: { path, disk, open: () => again(disk, entry) } };
};

/** The archive is opened for each of its members: nothing is held between looking and sending. */
async function* again({ location }: DiskFile, entry: Entry['entry']): AsyncGenerator<Buffer> {
  const handle = await open(location, 'r');
  try {
    yield* contentAgain(handle.fd, entry);
  } finally {
    await handle.close();
  }
}

/** An archive without its directory, as a download that was cut off is: what lies whole before the cut. */
async function* broken(disk: DiskFile, error: unknown): AsyncGenerator<Unpacked> {
  const isCut = error instanceof ReadError && error.code === 'damaged';
  const files = isCut ? await salvage(disk) : [];
  if (isCut && files.length === 0) return yield { kind: 'file', found: onDisk(disk) };
  yield { kind: 'failed', path: disk.path, error };
  const free = freeNames(disk.path);
  for (const { path, open } of files) yield { kind: 'file', found: { path: free(path), disk, open } };
}
