import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { FileStore } from '@tus/file-store';
import type { DataStore } from '@tus/server';

const DAY = 24 * 3600 * 1000;
const HOUR = 3600 * 1000;

/** Where the pieces of an upload are kept until its file is whole. */
export type Pieces = DataStore & { read(id: string): Readable | Promise<Readable> };

const inFolder = async (directory: string): Promise<Pieces> => {
  await mkdir(directory, { recursive: true });
  return new FileStore({ directory, expirationPeriodInMilliseconds: DAY });
};

const inBucket = async (address: string): Promise<Pieces> => {
  const { BucketPieces } = await import('./pieces-s3.ts');
  return new BucketPieces(address, DAY);
};

/** Uploads in pieces, beside the blobs: every server sees them. What nobody has finished within a day is taken away. */
export const openPieces = async (blobUrl: string): Promise<{ store: Pieces; close(): void }> => {
  const store = await (blobUrl.startsWith('s3:')
    ? inBucket(blobUrl)
    : inFolder(join(fileURLToPath(blobUrl), 'uploads')));
  // One that another process has just taken away, or finished, is no fault.
  const sweep = () => void store.deleteExpired().catch(() => undefined);
  sweep();
  const timer = setInterval(sweep, HOUR).unref();
  return { store, close: () => clearInterval(timer) };
};
