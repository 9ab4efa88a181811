import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Blobs } from '../app/index.ts';
import { ReadError } from '../model/index.ts';

/** A name is durable only when its folder is on disk too. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** An upload still going on is younger than this. */
const ABANDONED_MS = 24 * 3600 * 1000;

/** Parts that a killed process left behind. */
const sweep = async (incoming: string): Promise<void> => {
  for (const name of await readdir(incoming)) {
    const part = join(incoming, name);
    const found = await stat(part).catch(() => null);
    if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(part, { force: true });
  }
};

/** Bytes as files `<folder>/ab/abcd…`, written beside and renamed: a name is there only when its bytes are. */
export const openFileBlobs = async (folder: string): Promise<Blobs> => {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  await sweep(incoming);
  const shelf = (sha256: string) => join(folder, sha256.slice(0, 2));
  const file = (sha256: string) => join(shelf(sha256), sha256);

  const has = (sha256: string) =>
    stat(file(sha256)).then(
      (found) => found.isFile(),
      () => false,
    );

  const keep = async (part: string, sha256: string): Promise<void> => {
    if (await has(sha256)) return;
    if (await mkdir(shelf(sha256), { recursive: true })) await syncFolder(folder);
    await rename(part, file(sha256));
    await syncFolder(shelf(sha256));
  };

  return {
    put: async (source, limit) => {
      const part = join(incoming, randomUUID());
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        await pipeline(
          source,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              bytes += chunk.length;
              if (bytes > limit) throw new ReadError('too_large', `more than ${limit} bytes`);
              hash.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(part, { flags: 'wx', flush: true, mode: 0o640 }),
        );
        const sha256 = hash.digest('hex');
        await keep(part, sha256);
        return { sha256, bytes };
      } finally {
        await rm(part, { force: true });
      }
    },
    get: async (sha256): Promise<Readable> => {
      const handle = await open(file(sha256), 'r');
      return handle.createReadStream();
    },
    has,
    path: async (sha256) => file(sha256),
    ready: () =>
      access(incoming, constants.W_OK).then(
        () => true,
        () => false,
      ),
  };
};

/** `file:` URLs only; configuration has refused the others. */
export const openBlobs = (url: string): Promise<Blobs> => openFileBlobs(fileURLToPath(url));
