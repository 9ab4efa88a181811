import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openS3Blobs } from '../../src/store/blobs-s3.ts';
import { type S3Server, s3 } from '../servers/index.ts';
import { all } from './all.ts';
import { blobsContract } from './blobs.contract.ts';

let server: S3Server;
const before = { ...process.env };
const scratches: string[] = [];
beforeAll(async () => {
  server = await s3();
  Object.assign(process.env, server.keys);
}, 60_000);
afterAll(async () => {
  process.env = before;
  await server.stop();
  for (const folder of scratches) await rm(folder, { recursive: true });
});

const open = async (url = server.url()) => {
  const scratch = await mkdtemp(join(tmpdir(), 'ansinh-scratch-'));
  scratches.push(scratch);
  return { url, scratch, blobs: await openS3Blobs(url, scratch) };
};

/** Objects under the prefix of a store that are not blobs in their place or put aside. */
const strays = async (url: string): Promise<string[]> => {
  const all = await readdir(join(server.folder, new URL(url).pathname), { recursive: true }).catch(() => []);
  return all.filter((name) => name.endsWith('_object') && !/(?:^[0-9a-f]{2}|^quarantine)\/[0-9a-f]{64}[._]/.test(name));
};

blobsContract('blobs in a bucket', async () => {
  const { url, scratch, blobs } = await open();
  const other = await open(url);
  return {
    blobs,
    another: other.blobs,
    left: async () =>
      (await readdir(scratch)).length + (await readdir(other.scratch)).length + (await strays(url)).length,
    damage: (sha256) =>
      writeFile(
        join(server.folder, new URL(url).pathname, sha256.slice(0, 2), `${sha256}._S3rver_object`),
        'bytes of a failing disk',
      ),
  };
});

test('a reader never sees bytes that are not those of the name', async () => {
  const { url, scratch, blobs } = await open();
  const { sha256 } = await blobs.put(Readable.from([Buffer.from('12 hộ nghèo')]), 100);
  const object = join(server.folder, new URL(url).pathname, sha256.slice(0, 2), `${sha256}._S3rver_object`);
  await writeFile(object, '13 hộ nghèo');
  await expect(blobs.withFile(sha256, async () => 'seen')).rejects.toThrow('other bytes than its name says');
  expect(await readdir(scratch)).toEqual([]);
});

test('more objects than one page of a listing are all listed', async () => {
  const { url, blobs } = await open();
  const folder = join(server.folder, new URL(url).pathname);
  const { sha256 } = await blobs.put(Readable.from([Buffer.from('x')]), 100);
  const shelf = sha256.slice(0, 2);
  const names = Array.from({ length: 1005 }, (_, n) => `${shelf}${String(n).padStart(62, '0')}`);
  await Promise.all(names.map((name) => writeFile(join(folder, shelf, `${name}._S3rver_object`), 'x')));
  const listed = (await all(blobs.list())).map((blob) => blob.sha256);
  expect(listed).toEqual([...names, sha256].sort());
}, 30_000);

test('a server that is away for a moment costs time only; one that stays away is told, and nothing is left', async () => {
  const { scratch, blobs } = await open();
  await server.kill();
  const put = blobs.put(Readable.from([Buffer.from('sent again')]), 100);
  const settled = put.then(
    () => true,
    () => false,
  );
  expect(await blobs.ready()).toBe(false);
  await server.revive();
  const first = await settled;
  if (!first) await blobs.put(Readable.from([Buffer.from('sent again')]), 100);
  const { sha256 } = first ? await put : await blobs.put(Readable.from([Buffer.from('sent again')]), 100);
  expect(await blobs.has(sha256)).toBe(true);
  await server.kill();
  await expect(blobs.put(Readable.from([Buffer.from('lost')]), 100)).rejects.toThrow();
  await expect(blobs.has(sha256)).rejects.toThrow();
  expect(await readdir(scratch)).toEqual([]);
  await server.revive();
}, 60_000);

test('what a killed process left in the spool is swept at the next start', async () => {
  const { url, scratch } = await open();
  const [old, young] = [join(scratch, 'old'), join(scratch, 'young')];
  for (const part of [old, young]) await writeFile(part, 'x');
  const yesterday = Date.now() / 1000 - 25 * 3600;
  await utimes(old, yesterday, yesterday);
  await openS3Blobs(url, scratch);
  expect(await readdir(scratch)).toEqual(['young']);
});
