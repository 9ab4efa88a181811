import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { openBlobs } from '../../src/store/blobs.ts';
import { blobsContract } from './blobs.contract.ts';

const folders: string[] = [];
const open = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ansinh-blobs-'));
  folders.push(folder);
  return { folder, blobs: await openBlobs(pathToFileURL(folder).href) };
};
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

blobsContract('blobs in a folder', async () => {
  const { folder, blobs } = await open();
  return { blobs, left: async () => (await readdir(join(folder, 'incoming'))).length };
});

test('a reader process gets a file with the bytes', async () => {
  const { blobs } = await open();
  const { sha256 } = await blobs.put(Readable.from([Buffer.from('hộ nghèo')]), 100);
  expect(await readFile(await blobs.path(sha256), 'utf8')).toBe('hộ nghèo');
});

test('parts that a killed process left are swept at the next start, those of an upload going on are not', async () => {
  const { folder } = await open();
  const [old, young] = [join(folder, 'incoming', 'old'), join(folder, 'incoming', 'young')];
  for (const part of [old, young]) await writeFile(part, 'x');
  const yesterday = Date.now() / 1000 - 25 * 3600;
  await utimes(old, yesterday, yesterday);
  await openBlobs(pathToFileURL(folder).href);
  await expect(stat(old)).rejects.toThrow('ENOENT');
  expect((await stat(young)).size).toBe(1);
});

test('a folder that is gone is told', async () => {
  const { folder, blobs } = await open();
  await rm(join(folder, 'incoming'), { recursive: true });
  expect(await blobs.ready()).toBe(false);
});
