import { mkdir } from 'node:fs/promises';
import { FileStore } from '@tus/file-store';

const DAY = 24 * 3600 * 1000;
const HOUR = 3600 * 1000;

/** Uploads in pieces, as files of a folder until they are whole. What nobody has finished within a day is taken away. */
export const openPieces = async (folder: string): Promise<{ store: FileStore; close(): void }> => {
  await mkdir(folder, { recursive: true });
  const store = new FileStore({ directory: folder, expirationPeriodInMilliseconds: DAY });
  // One that another process has just taken away, or finished, is no fault.
  const sweep = () => void store.deleteExpired().catch(() => undefined);
  sweep();
  const timer = setInterval(sweep, HOUR).unref();
  return { store, close: () => clearInterval(timer) };
};
