/**
 * OLE2 compound files ([MS-CFB]): a file system in a file, whose sectors are chained by a table (FAT). Only the streams
 * asked for are read, each no longer than the file itself, so a chain that runs in circles ends and costs no more memory
 * than the file. (The npm package cfb joins every chain of the file, which a hostile table makes quadratic.)
 */
import { ReadError } from '../../model/read-error.ts';

const HEADER = 76;
const HEADER_FAT_SECTORS = 109;
const ENTRY = 128;
const MINI_SECTOR_SHIFT = 6;
/** Greater numbers are marks, not sectors: end of chain, free, FAT, DIFAT (2.1). */
const LAST_SECTOR = 0xfffffffa;
/** Greater numbers are no entries of the directory (2.6.1). */
const LAST_ENTRY = 0xfffffffa;

export interface Compound {
  /** Whether a stream or storage of that name stands at the top. */
  has(name: string): boolean;
  /** The content of a stream at the top, or null where there is none. */
  read(name: string): Buffer | null;
}

type Entry = { type: number; start: number; size: number; left: number; right: number; child: number; name: string };
const STREAM = 2;

/** Reads the directory of a compound file. Throws ReadError `damaged`. */
export function openCompound(bytes: Buffer): Compound {
  if (bytes.length < 512) throw damaged('the header is cut off');
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damaged(`sectors of 2^${shift} bytes`);
  const sectors = new Sectors(bytes, shift);
  const directory = sectors.chain(bytes.readUInt32LE(48), bytes.length);
  const [root, ...top] = topEntries(directory);
  if (!root) throw damaged('no directory');
  // Names are compared without regard to case (2.6.4).
  const entries = new Map(top.map((entry) => [entry.name.toUpperCase(), entry]));
  const cutoff = bytes.readUInt32LE(56);
  return {
    has: (name) => entries.has(name.toUpperCase()),
    read: (name) => {
      const entry = entries.get(name.toUpperCase());
      if (entry?.type !== STREAM) return null;
      if (entry.size > bytes.length) throw damaged(`${name} is longer than the file`);
      if (entry.size >= cutoff) return whole(sectors.chain(entry.start, entry.size), entry);
      const mini = sectors.chain(root.start, root.size);
      const table = sectors.chain(bytes.readUInt32LE(60), bytes.length);
      return whole(miniChain(mini, table, entry), entry);
    },
  };
}

const damaged = (detail: string): ReadError => new ReadError('damaged', `compound file: ${detail}`);

function whole(content: Buffer, { name, size }: Entry): Buffer {
  if (content.length < size) throw damaged(`${name} has ${content.length} of ${size} bytes`);
  return content;
}

class Sectors {
  readonly #bytes: Buffer;
  readonly #shift: number;
  /** Sectors that hold the FAT. */
  readonly #table: number[];

  constructor(bytes: Buffer, shift: number) {
    this.#bytes = bytes;
    this.#shift = shift;
    this.#table = this.#fatSectors();
  }

  /** The content of a chain, at most `size` bytes of it. */
  chain(start: number, size: number): Buffer {
    const parts: Buffer[] = [];
    let left = Math.min(size, this.#bytes.length);
    for (let sector = start; left > 0 && sector <= LAST_SECTOR; sector = this.#next(sector)) {
      const part = this.#sector(sector).subarray(0, left);
      if (part.length === 0) throw damaged(`sector ${sector} is beyond the end of the file`);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  #sector(sector: number): Buffer {
    const start = (sector + 1) * 2 ** this.#shift;
    return this.#bytes.subarray(start, start + 2 ** this.#shift);
  }

  #next(sector: number): number {
    const perSector = 2 ** (this.#shift - 2);
    const table = this.#table[Math.floor(sector / perSector)];
    if (table === undefined) throw damaged(`sector ${sector} is in no table`);
    return this.#number(table, sector % perSector);
  }

  #number(sector: number, index: number): number {
    const at = (sector + 1) * 2 ** this.#shift + 4 * index;
    if (at + 4 > this.#bytes.length) throw damaged(`sector ${sector} is beyond the end of the file`);
    return this.#bytes.readUInt32LE(at);
  }

  /** The first are listed in the header, the others in a chain of sectors of their own (2.5). */
  #fatSectors(): number[] {
    const perSector = 2 ** (this.#shift - 2);
    const count = Math.min(this.#bytes.readUInt32LE(44), this.#bytes.length >> this.#shift);
    const listed: number[] = [];
    for (let i = 0; i < Math.min(count, HEADER_FAT_SECTORS); i++) listed.push(this.#bytes.readUInt32LE(HEADER + 4 * i));
    let sector = this.#bytes.readUInt32LE(68);
    while (listed.length < count && sector <= LAST_SECTOR) {
      for (let i = 0; i < perSector - 1 && listed.length < count; i++) listed.push(this.#number(sector, i));
      sector = this.#number(sector, perSector - 1);
    }
    return listed;
  }
}

/** Streams below the cutoff live in sectors of 64 bytes inside a stream of the root's, with a table of their own (2.4). */
function miniChain(mini: Buffer, table: Buffer, { start, size }: Entry): Buffer {
  const parts: Buffer[] = [];
  let left = size;
  for (let sector = start; left > 0 && sector <= LAST_SECTOR; ) {
    const at = sector * 2 ** MINI_SECTOR_SHIFT;
    const part = mini.subarray(at, at + Math.min(left, 2 ** MINI_SECTOR_SHIFT));
    if (part.length === 0 || 4 * sector + 4 > table.length) throw damaged(`small sector ${sector} does not exist`);
    parts.push(part);
    left -= part.length;
    sector = table.readUInt32LE(4 * sector);
  }
  return Buffer.concat(parts);
}

/** The root and what stands in it: an entry names its child, and that one its neighbours (2.6.4). */
function topEntries(directory: Buffer): Entry[] {
  const count = Math.floor(directory.length / ENTRY);
  if (count === 0) return [];
  const root = entryAt(directory, 0);
  const entries = [root];
  const seen = new Set([0]);
  const waiting = [root.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index > LAST_ENTRY || index >= count || seen.has(index)) continue;
    seen.add(index);
    const entry = entryAt(directory, index);
    entries.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return entries;
}

function entryAt(directory: Buffer, index: number): Entry {
  const entry = directory.subarray(index * ENTRY, (index + 1) * ENTRY);
  const length = Math.min(64, entry.readUInt16LE(64));
  return {
    name: entry.toString('utf16le', 0, Math.max(0, length - 2)),
    type: entry.readUInt8(66),
    left: entry.readUInt32LE(68),
    right: entry.readUInt32LE(72),
    child: entry.readUInt32LE(76),
    start: entry.readUInt32LE(116),
    // The high half may hold anything where sectors have 512 bytes; no file read here is that long.
    size: entry.readUInt32LE(120),
  };
}
