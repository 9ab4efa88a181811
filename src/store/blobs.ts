import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BlobStore } from '../app/index.ts';
import { openFolderBlobs } from './blobs-folder.ts';

/** The folder of a `file:` URL, or the bucket of an `s3:` one; configuration has refused the others. */
export const openBlobs = async (url: string): Promise<BlobStore> => {
  if (!url.startsWith('s3:')) return openFolderBlobs(fileURLToPath(url));
  // Half a second of loading that only those pay who need it.
  const { openS3Blobs } = await import('./blobs-s3.ts');
  return openS3Blobs(url, join(tmpdir(), 'ansinh-spool'));
};
