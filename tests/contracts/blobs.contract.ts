import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BlobStore } from '../../src/app/index.ts';
import { all } from './all.ts';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const LIMIT = 1_000_000;

export interface Opened {
  blobs: BlobStore;
  /** The same store, as another process sees it. */
  another: BlobStore;
  /** How many unfinished parts lie about. */
  left(): Promise<number>;
  /** Turns the bytes of a blob into others, as a failing disk does. */
  damage(sha256: string): Promise<void>;
}

/** What every store of blobs promises. */
export const blobsContract = (name: string, open: () => Promise<Opened>): void => {
  describe(name, () => {
    let blobs: BlobStore;
    let another: BlobStore;
    let left: Opened['left'];
    let damage: Opened['damage'];
    beforeAll(async () => {
      ({ blobs, another, left, damage } = await open());
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

    test('whoever asks gets a local file, and it is gone with its use where it was made for it', async () => {
      const { sha256: id } = await blobs.put(inChunks(Buffer.from('12 hộ nghèo')), LIMIT);
      expect(await another.withFile(id, (path) => readFile(path, 'utf8'))).toBe('12 hộ nghèo');
      await expect(blobs.withFile(id, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
      await expect(blobs.withFile('0'.repeat(64), (path) => readFile(path))).rejects.toThrow();
      expect(await left()).toBe(0);
    });

    test('all are listed in the order of their names, whoever put them', async () => {
      await another.put(inChunks(randomBytes(10)), LIMIT);
      const listed = await all(blobs.list());
      const names = listed.map(({ sha256 }) => sha256);
      expect(names).toEqual([...names].sort());
      expect(names.length).toBeGreaterThan(8);
      for (const { sha256: id, bytes, modified } of listed) {
        expect((await contentOf(id)).length).toBe(bytes);
        expect(Date.now() - modified.getTime()).toBeLessThan(3600_000);
      }
      expect(await all(blobs.strays())).toEqual([]);
    });

    test('an unused blob that is put aside is no longer listed, and comes back to whoever asks for it', async () => {
      const names = async () => (await all(blobs.list())).map((blob) => blob.sha256);
      const { sha256: id } = await blobs.put(inChunks(Buffer.from('put aside')), LIMIT);
      for (const ask of [
        async () => expect(String(await contentOf(id))).toBe('put aside'),
        async () => expect(await another.has(id)).toBe(true),
        async () => expect(await another.withFile(id, (path) => readFile(path, 'utf8'))).toBe('put aside'),
        async () => expect((await blobs.put(inChunks(Buffer.from('put aside')), LIMIT)).sha256).toBe(id),
      ]) {
        await blobs.quarantine(id, 'unused');
        expect(await names()).not.toContain(id);
        await ask();
        expect(await names()).toContain(id);
      }
    });

    test('a damaged blob that is put aside does not come back, and the true bytes take its place', async () => {
      const { sha256: id } = await blobs.put(inChunks(Buffer.from('the true bytes')), LIMIT);
      await damage(id);
      await blobs.quarantine(id, 'damaged');
      expect(await blobs.has(id)).toBe(false);
      await blobs.put(inChunks(Buffer.from('the true bytes')), LIMIT);
      expect(String(await contentOf(id))).toBe('the true bytes');
    });

    test('it says that it can be written', async () => {
      expect(await blobs.ready()).toBe(true);
    });
  });
};
