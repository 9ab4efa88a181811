import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { AnnouncedFile } from '../model/batch.ts';
import { Changed } from './failures.ts';
import type { DiskFile, Found } from './found.ts';

const CHUNK = 256 * 1024;

export const onDisk = (disk: DiskFile): Found => ({
  path: disk.path,
  disk,
  // No larger than the file: the buffers of ten thousand small ones were most of the work.
  open: () => createReadStream(disk.location, { highWaterMark: Math.min(CHUNK, disk.bytes + 1) }),
});

/** The SHA-256 and the size of a content, read once. */
export const hashOf = async (content: AsyncIterable<Buffer>): Promise<Pick<AnnouncedFile, 'sha256' | 'bytes'>> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
};

/** The content, its last piece held back until all of it is known to be what was announced; else throws Changed. */
export async function* verified(
  content: AsyncIterable<Buffer>,
  announced: Pick<AnnouncedFile, 'sha256' | 'bytes'>,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  let held: Buffer | null = null;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
    if (bytes > announced.bytes) throw new Changed();
    if (held) yield held;
    held = chunk;
  }
  if (bytes !== announced.bytes || hash.digest('hex') !== announced.sha256) throw new Changed();
  if (held) yield held;
}

/** The content in pieces of `size` bytes, the last one what is left; nothing of an empty one. */
export async function* pieces(content: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of content) {
    parts.push(chunk);
    length += chunk.length;
    while (length >= size) {
      const whole = Buffer.concat(parts);
      yield whole.subarray(0, size);
      parts = [whole.subarray(size)];
      length -= size;
    }
  }
  if (length > 0) yield Buffer.concat(parts);
}
