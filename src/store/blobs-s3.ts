import { constants, createReadStream } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { BlobStore, StoredBlob } from '../app/index.ts';
import { objects, openBucket, orNull, statusOf } from './s3.ts';
import { openSpool } from './spool.ts';

const ATTEMPTS = 4;
const PAUSE_MS = 200;

/** Whether asking again can help: the server was not reached, or said that it is at fault or overloaded. */
const isPassing = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === undefined || status === 429 || status >= 500;
};

/** The client does not send a stream twice: `send` makes a new one each time. */
const again = async <T>(send: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      await sleep(PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
    }
  }
};

/**
 * Bytes as objects `<prefix>/ab/abcd…` of a bucket. An upload is spooled to a local file in `scratch` while it is
 * hashed, then put under its name in one request with that hash: a PUT is whole or not at all (the server compares the
 * hash), so that the bucket never holds a part, a copy or a multipart upload to clear away; bytes that are too many
 * never leave this machine, and what the bucket has already is not sent again. The largest file we take (2 GB) is
 * below the 5 GB of one PUT.
 */
export const openS3Blobs = async (address: string, scratch: string): Promise<BlobStore> => {
  const opened = openBucket(address);
  const { client, name: bucket, prefix } = opened;
  const spool = await openSpool(scratch);
  const key = (sha256: string) => `${prefix}${sha256.slice(0, 2)}/${sha256}`;
  const aside = (sha256: string) => `${prefix}quarantine/${sha256}`;

  const head = (Key: string) => orNull(client.send(new HeadObjectCommand({ Bucket: bucket, Key })));
  const remove = (Key: string) => client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
  const move = async (from: string, to: string): Promise<void> => {
    await client.send(new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: encodeURI(`${bucket}/${from}`) }));
    await remove(from);
  };

  /** A blob that checking put aside, and that is asked for after all, comes back. */
  const recall = async (sha256: string): Promise<boolean> => {
    if (!(await head(aside(sha256)))) return false;
    await move(aside(sha256), key(sha256));
    return true;
  };
  const has = async (sha256: string) => (await head(key(sha256))) !== null || (await recall(sha256));

  const send = (file: string, sha256: string, bytes: number) =>
    again(() =>
      client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key(sha256),
          Body: createReadStream(file),
          ContentLength: bytes,
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        }),
      ),
    );

  const get = async (sha256: string): Promise<Readable> => {
    const ask = () => client.send(new GetObjectCommand({ Bucket: bucket, Key: key(sha256) }));
    const found = (await orNull(ask())) ?? ((await recall(sha256)) ? await ask() : null);
    if (!found) throw new Error(`There is no object ${key(sha256)} in the bucket ${bucket}.`);
    return found.Body as Readable;
  };

  return {
    put: (source, limit) =>
      spool.with(source, limit, async (file, blob) => {
        if (!(await head(key(blob.sha256)))) await send(file, blob.sha256, blob.bytes);
        return blob;
      }),
    get,
    has,
    withFile: async (sha256, use) =>
      spool.with(await get(sha256), Number.POSITIVE_INFINITY, (file, found) => {
        if (found.sha256 === sha256) return use(file);
        throw new Error(`The object ${key(sha256)} came as other bytes than its name says.`);
      }),
    ready: () =>
      Promise.all([
        client.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal: AbortSignal.timeout(2_500) }),
        access(spool.folder, constants.W_OK),
      ]).then(
        () => true,
        () => false,
      ),

    list: async function* (): AsyncGenerator<StoredBlob> {
      const name = /^(?<shelf>[0-9a-f]{2})\/(?<sha256>\k<shelf>[0-9a-f]{62})$/;
      for await (const { Key, Size = 0, LastModified = new Date() } of objects(opened, prefix)) {
        const sha256 = name.exec(Key.slice(prefix.length))?.groups?.sha256;
        if (sha256) yield { sha256, bytes: Size, modified: LastModified };
      }
    },
    strays: spool.list,
    removeStray: (name) => rm(name, { force: true }),
    quarantine: (sha256, why) => move(key(sha256), aside(why === 'unused' ? sha256 : `${sha256}.damaged`)),
  };
};
