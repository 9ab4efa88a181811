import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Upload } from '@tus/server';
import { openPieces, type Pieces } from '../../src/store/pieces.ts';
import { BucketPieces } from '../../src/store/pieces-s3.ts';
import { type S3Server, s3 } from '../servers/index.ts';

let server: S3Server;
let folder: string;
const before = { ...process.env };
const opened: { close(): void }[] = [];
beforeAll(async () => {
  server = await s3();
  Object.assign(process.env, server.keys);
  folder = await mkdtemp(join(tmpdir(), 'ansinh-pieces-'));
}, 60_000);
afterAll(async () => {
  for (const { close } of opened) close();
  process.env = before;
  await server.stop();
  await rm(folder, { recursive: true });
});

const open = async (url: string): Promise<Pieces> => {
  const pieces = await openPieces(url);
  opened.push(pieces);
  return pieces.store;
};

const FORMS: [string, () => string][] = [
  ['a folder', () => pathToFileURL(folder).href],
  ['a bucket', () => server.url()],
];

describe.each(FORMS)('pieces in %s', (_, address) => {
  /** As two servers beside one another have them. */
  let one: Pieces;
  let other: Pieces;
  beforeAll(async () => {
    const url = address();
    [one, other] = [await open(url), await open(url)];
  });

  let made = 0;
  const begin = async (size: number | undefined, store = one): Promise<string> => {
    made += 1;
    const id = String(made).padStart(32, '0');
    await store.create(
      new Upload({ id, offset: 0, metadata: { filename: 'Báo cáo.pdf' }, ...(size !== undefined && { size }) }),
    );
    return id;
  };
  const bytes = (text: string) => Readable.from([Buffer.from(text)]);
  const content = async (store: Pieces, id: string) => buffer(await store.read(id));

  test('what one server has taken another goes on with, and reads', async () => {
    const id = await begin(15);
    expect(await one.write(bytes('12 hộ '), id, 0)).toBe(8);
    expect(await other.getUpload(id)).toMatchObject({ id, size: 15, offset: 8, metadata: { filename: 'Báo cáo.pdf' } });
    expect(await other.write(bytes('nghèo'), id, 8)).toBe(14);
    expect(await one.write(bytes('.'), id, 14)).toBe(15);
    expect((await other.getUpload(id)).offset).toBe(15);
    expect((await content(other, id)).toString()).toBe('12 hộ nghèo.');
  });

  test('a piece of any length comes back as it was', async () => {
    const large = Buffer.alloc(9 * 1024 * 1024 + 7, 'báo cáo an sinh ');
    const id = await begin(large.length);
    const chunks = Array.from({ length: Math.ceil(large.length / 60_000) }, (_, at) =>
      large.subarray(at * 60_000, (at + 1) * 60_000),
    );
    expect(await one.write(Readable.from(chunks), id, 0)).toBe(large.length);
    expect((await content(other, id)).equals(large)).toBe(true);
  });

  test('nothing, and a length that is told late', async () => {
    const id = await begin(undefined);
    expect(await one.write(bytes(''), id, 0)).toBe(0);
    await other.declareUploadLength(id, 3);
    expect(await one.getUpload(id)).toMatchObject({ size: 3, offset: 0, metadata: { filename: 'Báo cáo.pdf' } });
    expect(await content(one, id)).toHaveLength(0);
  });

  test('a connection that breaks leaves what had come over it', async () => {
    const whole = Buffer.from('12 hộ nghèo');
    const id = await begin(whole.length);
    const breaking = Readable.from(
      (async function* () {
        yield whole.subarray(0, 4);
        throw new Error('the connection broke');
      })(),
    );
    await expect(one.write(breaking, id, 0)).rejects.toBeDefined();
    const { offset } = await other.getUpload(id);
    expect(await other.write(Readable.from([whole.subarray(offset)]), id, offset)).toBe(whole.length);
    expect(await content(one, id)).toEqual(whole);
  });

  test('one that is given up is gone everywhere; one that never was is told', async () => {
    const id = await begin(3);
    await one.write(bytes('12'), id, 0);
    await other.remove(id);
    for (const store of [one, other]) await expect(store.getUpload(id)).rejects.toMatchObject({ status_code: 404 });
    await expect(one.remove(id)).rejects.toMatchObject({ status_code: 404 });
  });
});

test('in a bucket, what nobody has ended is taken away when its time is over, and nothing else', async () => {
  const url = server.url();
  const stored = async () =>
    (await readdir(join(server.folder, new URL(url).pathname), { recursive: true }).catch(() => [])).filter((name) =>
      name.endsWith('_object'),
    );
  const [lasting, passing] = [new BucketPieces(url, 60_000), new BucketPieces(url, -1)];
  const upload = new Upload({ id: '0'.repeat(32), offset: 0, size: 5 });
  await lasting.create(upload);
  await lasting.write(Readable.from([Buffer.from('12')]), upload.id, 0);
  expect([await lasting.deleteExpired(), (await stored()).length]).toEqual([0, 2]);
  expect([await passing.deleteExpired(), await stored()]).toEqual([1, []]);
});
