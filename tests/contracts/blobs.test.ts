import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { openBlobs } from '../../src/store/blobs.ts';
import { all } from './all.ts';
import { blobsContract } from './blobs.contract.ts';

const folders: string[] = [];
const open = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ansinh-blobs-'));
  folders.push(folder);
  const { href } = pathToFileURL(folder);
  return { folder, blobs: await openBlobs(href), another: await openBlobs(href) };
};
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

blobsContract('blobs in a folder', async () => {
  const { folder, ...opened } = await open();
  return {
    ...opened,
    left: async () => (await readdir(join(folder, 'incoming'))).length,
    damage: (sha256) => writeFile(join(folder, sha256.slice(0, 2), sha256), 'bytes of a failing disk'),
  };
});

test('a file that is no blob is told, and left alone by lists', async () => {
  const { folder, blobs } = await open();
  const { sha256 } = await blobs.put(Readable.from([Buffer.from('hộ nghèo')]), 100);
  const foreign = join(folder, sha256.slice(0, 2), 'Thumbs.db');
  await writeFile(foreign, 'x');
  expect((await all(blobs.strays())).map(({ name }) => name)).toEqual([foreign]);
  expect((await all(blobs.list())).map((blob) => blob.sha256)).toEqual([sha256]);
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
