import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { ReadError } from '../model/read-error.ts';
import { cleanPath, decodeNames, isStray } from '../read/archive/names.ts';
import type { DiskFile } from './found.ts';

/** A member found by its own header (APPNOTE.TXT 4.3.7), where the archive's directory is gone. */
interface Header {
  name: Buffer;
  isUtf8: boolean;
  method: number;
  crc: number;
  start: number;
  compressed: number;
  bytes: number;
}

const SIGNATURE = 0x04034b50;
const LENGTH = 30;
const [ENCRYPTED, UNKNOWN_SIZES, UTF8] = [0x1, 0x8, 0x800];
const [STORED, DEFLATED] = [0, 8];
const MOST = 200_000;

const headerAt = async (file: FileHandle, at: number): Promise<{ header: Header; flags: number } | null> => {
  const fixed = Buffer.alloc(LENGTH);
  if ((await file.read(fixed, 0, LENGTH, at)).bytesRead < LENGTH || fixed.readUInt32LE(0) !== SIGNATURE) return null;
  const [flags, nameLength, extraLength] = [fixed.readUInt16LE(6), fixed.readUInt16LE(26), fixed.readUInt16LE(28)];
  const name = Buffer.alloc(nameLength);
  if ((await file.read(name, 0, nameLength, at + LENGTH)).bytesRead < nameLength) return null;
  const header = {
    name,
    isUtf8: (flags & UTF8) !== 0,
    method: fixed.readUInt16LE(8),
    crc: fixed.readUInt32LE(14),
    start: at + LENGTH + nameLength + extraLength,
    compressed: fixed.readUInt32LE(18),
    bytes: fixed.readUInt32LE(22),
  };
  return { header, flags };
};

/**
 * The members that lie whole at the beginning of a ZIP file, up to the first whose own header does not say how long it is.
 * None is unpacked yet; one that turns out damaged says so when it is read.
 */
export const salvage = async ({
  location,
  bytes: size,
}: DiskFile): Promise<{ path: string; open: () => AsyncIterable<Buffer> }[]> => {
  const file = await open(location, 'r');
  const headers: Header[] = [];
  try {
    for (let at = 0; headers.length < MOST; ) {
      const found = await headerAt(file, at);
      if (!found || (found.flags & (UNKNOWN_SIZES | ENCRYPTED)) !== 0) break;
      at = found.header.start + found.header.compressed;
      if (at > size) break;
      headers.push(found.header);
    }
  } finally {
    await file.close();
  }
  const names = decodeNames(headers.map(({ name, isUtf8 }) => ({ bytes: name, isUtf8, extraFields: [] })));
  return headers.flatMap((header, i) => {
    const name = names[i] as string;
    const path = cleanPath(name);
    if (name.endsWith('/') || isStray(path) || ![STORED, DEFLATED].includes(header.method)) return [];
    return [{ path, open: () => contentOf(location, header) }];
  });
};

async function* contentOf(location: DiskFile['location'], header: Header): AsyncGenerator<Buffer> {
  const { method, start, compressed, bytes, crc } = header;
  if (compressed === 0) return;
  const file = await open(location, 'r');
  const raw = file.createReadStream({ start, end: start + compressed - 1 });
  const plain = method === DEFLATED ? raw.pipe(createInflateRaw()) : raw;
  raw.on('error', (error) => plain.destroy(error));
  let [size, sum] = [0, 0];
  try {
    for await (const chunk of plain) {
      size += chunk.length;
      if (size > bytes) throw new ReadError('bomb', 'more bytes than its header says');
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError('damaged', (error as Error).message);
  } finally {
    plain.destroy();
    raw.destroy();
  }
  if (size !== bytes || sum !== crc) throw new ReadError('damaged', 'the checksum is another');
}
