import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Blobs } from '../../src/app/index.ts';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const LIMIT = 1_000_000;

/** What every store of blobs promises. `left`: how many unfinished parts lie about. */
export const blobsContract = (name: string, open: () => Promise<{ blobs: Blobs; left(): Promise<number> }>): void => {
  describe(name, () => {
    let blobs: Blobs;
    let left: () => Promise<number>;
    beforeAll(async () => {
      ({ blobs, left } = await open());
    });

    const contentOf = async (id: string) => Buffer.concat(await (await blobs.get(id)).toArray());
    const inChunks = (bytes: Buffer, size = 1000) =>
      Readable.from(
        (function* () {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        })(),
      );

    test.each([
      0,
      1,
      999,
      1000,
      300_000,
      LIMIT,
    ])('%i bytes come back as they went in, under their hash', async (size) => {
      const bytes = randomBytes(size);
      const put = await blobs.put(inChunks(bytes), LIMIT);
      expect(put).toEqual({ sha256: sha256(bytes), bytes: size });
      expect(await contentOf(put.sha256)).toEqual(bytes);
      expect(await blobs.has(put.sha256)).toBe(true);
      expect(await left()).toBe(0);
    });

    test('the same bytes at the same time are one blob', async () => {
      const bytes = randomBytes(50_000);
      const puts = await Promise.all([1, 2, 3, 4].map(() => blobs.put(inChunks(bytes), LIMIT)));
      expect(new Set(puts.map((put) => put.sha256))).toEqual(new Set([sha256(bytes)]));
      expect(await contentOf(sha256(bytes))).toEqual(bytes);
      expect(await left()).toBe(0);
    });

    test('one byte too many is refused and leaves nothing', async () => {
      const bytes = randomBytes(LIMIT + 1);
      await expect(blobs.put(inChunks(bytes), LIMIT)).rejects.toMatchObject({ name: 'ReadError', code: 'too_large' });
      expect(await blobs.has(sha256(bytes))).toBe(false);
      expect(await left()).toBe(0);
    });

    test('an upload that breaks off leaves nothing', async () => {
      const bytes = randomBytes(10_000);
      const broken = Readable.from(
        (async function* () {
          yield bytes;
          throw new Error('connection reset');
        })(),
      );
      await expect(blobs.put(broken, LIMIT)).rejects.toThrow('connection reset');
      expect(await blobs.has(sha256(bytes))).toBe(false);
      expect(await left()).toBe(0);
    });

    test('bytes that are not there are an error to get and false to have', async () => {
      await expect(blobs.get('0'.repeat(64))).rejects.toThrow();
      expect(await blobs.has('0'.repeat(64))).toBe(false);
    });

    test('it says that it can be written', async () => {
      expect(await blobs.ready()).toBe(true);
    });
  });
};
