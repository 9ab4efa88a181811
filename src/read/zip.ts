import yauzl from 'yauzl';
import { ReadError } from '../model/read-error.ts';

const MB = 1024 * 1024;
const LARGEST_PART = 50 * MB;
const LARGEST_TOTAL = 300 * MB;
const MOST_ENTRIES = 10_000;

/** The parts of a ZIP file, none unpacked yet. */
export interface Zip {
  names: ReadonlySet<string>;
  /** Unpacks one part, or returns null where there is none. */
  read(name: string): Promise<Buffer | null>;
}

/** Reads the directory of a ZIP file and refuses bombs by the sizes it declares: ReadError `bomb`, `encrypted`, `damaged`. */
export async function openZip(bytes: Buffer): Promise<Zip> {
  const file = await open(bytes);
  const entries = new Map<string, yauzl.Entry>();
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    file.on('error', (error: Error) => reject(damaged(error)));
    file.on('end', () => resolve());
    file.on('entry', (entry: yauzl.Entry) => {
      total += entry.uncompressedSize;
      const bomb = bombReason(entry, total, entries.size);
      if (bomb) return reject(new ReadError('bomb', bomb));
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.readEntry();
  });
  return {
    names: new Set(entries.keys()),
    read: async (name) => {
      const entry = entries.get(name);
      if (!entry) return null;
      if (entry.isEncrypted()) throw new ReadError('encrypted', `${name} is encrypted`);
      if (entry.uncompressedSize > LARGEST_PART)
        throw new ReadError('bomb', `${name}: ${entry.uncompressedSize} bytes`);
      return unpack(file, entry);
    },
  };
}

function bombReason(entry: yauzl.Entry, total: number, count: number): string | null {
  if (count >= MOST_ENTRIES) return `more than ${MOST_ENTRIES} parts`;
  if (total > LARGEST_TOTAL) return `unpacks to more than ${LARGEST_TOTAL} bytes`;
  return isSwollen(entry) ? `${entry.fileName} unpacks to ${entry.uncompressedSize} bytes` : null;
}

/** XML compresses 10 to 40 times; a part this much smaller than what it unpacks to was made to. */
const BOMB_RATIO = 100;
const BOMB_FROM = 10 * MB;

/** Whether an entry unpacks to so much more than it is that it was made to, by what the directory says of it. */
export const isSwollen = ({ uncompressedSize, compressedSize }: yauzl.Entry): boolean =>
  uncompressedSize > BOMB_FROM && uncompressedSize > BOMB_RATIO * compressedSize;

function open(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, file) =>
      error ? reject(damaged(error)) : resolve(file),
    );
  });
}

function unpack(file: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) return reject(damaged(error));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (reason: Error) => {
        // yauzl counts what comes out against the declared size.
        const lied = /too many bytes/.test(reason.message);
        reject(lied ? new ReadError('bomb', `${entry.fileName}: ${reason.message}`) : damaged(reason));
      });
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

const damaged = (error: Error): ReadError => new ReadError('damaged', error.message);
