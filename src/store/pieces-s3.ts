import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { type Bucket, objects, openBucket, orNull } from './s3.ts';

/** What a connection brings is put away whenever it is as much: more would be lost with the process, and fill its memory. */
const PUT_BYTES = 4 * 1024 * 1024;
const DIGITS = 15;

/**
 * Uploads in pieces, as objects of a bucket that every server sees: `uploads/<id>/info` what is known of the file, and
 * `uploads/<id>/<offset>` what came from there on. Not as a multipart upload (`@tus/s3-store`): its parts are of 5 MB and
 * more, so that it moves the last one to and fro, and what is listed and given up is the whole bucket's.
 */
export class BucketPieces extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'creation-defer-length', 'termination', 'expiration'];
  readonly #bucket: Bucket;
  readonly #folder: string;
  readonly #expiry: number;

  /** `expiry`: milliseconds after which an upload that nobody has ended is taken away. */
  constructor(address: string, expiry: number) {
    super();
    this.#bucket = openBucket(address);
    this.#folder = `${this.#bucket.prefix}uploads/`;
    this.#expiry = expiry;
  }

  override async create(upload: Upload): Promise<Upload> {
    upload.creation_date = new Date().toISOString();
    await this.#note(upload);
    return upload;
  }

  override async declareUploadLength(id: string, size: number): Promise<void> {
    await this.#note(new Upload({ ...(await this.#known(id)), size }));
  }

  /** A connection that breaks leaves what had come over it. */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    let at = offset;
    let waiting: Buffer[] = [];
    const putAway = async (): Promise<void> => {
      const body = Buffer.concat(waiting);
      if (body.length > 0) await this.#put(this.#piece(id, at), body);
      at += body.length;
      waiting = [];
    };
    let size = 0;
    try {
      for await (const chunk of source) {
        waiting.push(chunk);
        size += chunk.length;
        if (size < PUT_BYTES) continue;
        size = 0;
        await putAway();
      }
    } finally {
      await putAway();
    }
    return at;
  }

  override async getUpload(id: string): Promise<Upload> {
    const known = await this.#known(id);
    const sizes = (await this.#pieces(id)).map(({ bytes }) => bytes);
    return new Upload({ ...known, offset: sizes.reduce((sum, bytes) => sum + bytes, 0) });
  }

  async read(id: string): Promise<Readable> {
    const pieces = await this.#pieces(id);
    const get = (key: string) => this.#get(key);
    const content = async function* () {
      for (const { key } of pieces) yield* (await get(key)) as Readable;
    };
    return Readable.from(content(), { objectMode: false });
  }

  override async remove(id: string): Promise<void> {
    let found = 0;
    for await (const { Key } of objects(this.#bucket, `${this.#folder}${id}/`)) {
      await this.#bucket.client.send(new DeleteObjectCommand({ Bucket: this.#bucket.name, Key }));
      found += 1;
    }
    if (found === 0) throw ERRORS.FILE_NOT_FOUND;
  }

  override getExpiration(): number {
    return this.#expiry;
  }

  override async deleteExpired(): Promise<number> {
    const begun = new Map<string, Date>();
    for await (const { Key, LastModified = new Date() } of objects(this.#bucket, this.#folder)) {
      const id = Key.slice(this.#folder.length).split('/')[0] as string;
      const before = begun.get(id);
      if (!before || LastModified < before) begun.set(id, LastModified);
    }
    const expired = [...begun].filter(([, date]) => Date.now() - date.getTime() > this.#expiry).map(([id]) => id);
    for (const id of expired) await this.remove(id);
    return expired.length;
  }

  async #known(id: string): Promise<Upload> {
    const info = await orNull(this.#get(this.#info(id)));
    if (!info) throw ERRORS.FILE_NOT_FOUND;
    return JSON.parse(await text(info));
  }

  /** One after the other without a gap: what lies behind one is not reached. */
  async #pieces(id: string): Promise<{ key: string; bytes: number }[]> {
    const pieces: { key: string; bytes: number }[] = [];
    let at = 0;
    for await (const { Key, Size = 0 } of objects(this.#bucket, `${this.#folder}${id}/`)) {
      if (Key !== this.#piece(id, at)) continue;
      pieces.push({ key: Key, bytes: Size });
      at += Size;
    }
    return pieces;
  }

  #info(id: string): string {
    return `${this.#folder}${id}/info`;
  }

  #piece(id: string, offset: number): string {
    return `${this.#folder}${id}/${String(offset).padStart(DIGITS, '0')}`;
  }

  #note(upload: Upload): Promise<unknown> {
    return this.#put(this.#info(upload.id), Buffer.from(JSON.stringify(upload)));
  }

  #put(Key: string, Body: Buffer): Promise<unknown> {
    return this.#bucket.client.send(new PutObjectCommand({ Bucket: this.#bucket.name, Key, Body }));
  }

  async #get(Key: string): Promise<Readable> {
    const { Body } = await this.#bucket.client.send(new GetObjectCommand({ Bucket: this.#bucket.name, Key }));
    return Body as Readable;
  }
}
