/**
 * Formatted disk pages ([MS-DOC] 2.9.33, 2.9.180): which properties the bytes of the text have. Pages of 512 bytes, found
 * by a table of the offsets where each begins; they are looked up, never read through, since a table may repeat a page.
 */
import { type Prl, parsePrls } from './sprm.ts';

const PAGE = 512;

/** Properties of text up to the byte `end` of the stream; `style` of paragraphs only. */
export type Formatted = { end: number; style: number; prls: Prl[] };

type Kind = {
  /** Bytes of a page's entry for a stretch of text; the first is where its properties are, in words. */
  entry: number;
  read(page: Buffer, at: number): Omit<Formatted, 'end'>;
};

const NONE = { style: 0, prls: [] };

export const CHARACTERS: Kind = {
  entry: 1,
  read: (page, at) => ({ style: 0, prls: parsePrls(page.subarray(at + 1, at + 1 + page.readUInt8(at))) }),
};

export const PARAGRAPHS: Kind = {
  entry: 13,
  read: (page, at) => {
    // An odd size is told in one byte, an even one in the byte after a zero (2.9.179).
    const words = page.readUInt8(at);
    const from = words === 0 ? at + 2 : at + 1;
    const list = page.subarray(from, words === 0 ? from + 2 * page.readUInt8(at + 1) : from + 2 * words - 1);
    return { style: list.readUInt16LE(0), prls: parsePrls(list.subarray(2)) };
  },
};

export class Pages {
  readonly #word: Buffer;
  readonly #table: Buffer;
  readonly #kind: Kind;
  readonly #count: number;
  #last: { offset: number; read: Map<number, Omit<Formatted, 'end'>> } = { offset: -1, read: new Map() };

  constructor(word: Buffer, table: Buffer, kind: Kind) {
    this.#word = word;
    this.#table = table;
    this.#kind = kind;
    this.#count = Math.max(0, Math.floor((table.length - 4) / 8));
  }

  /** The properties at a byte of the text; none, to the end of the stream, where the tables know of none. */
  at(offset: number): Formatted {
    const unknown = { end: Number.POSITIVE_INFINITY, ...NONE };
    const index = search(this.#table, this.#count, offset);
    if (index === null) return unknown;
    const pageAt = (this.#table.readUInt32LE(4 * (this.#count + 1) + 4 * index) & 0x3fffff) * PAGE;
    const page = this.#word.subarray(pageAt, pageAt + PAGE);
    if (page.length < PAGE) throw new RangeError('a page of properties is missing');
    const count = page.readUInt8(PAGE - 1);
    const run = search(page, count, offset);
    if (run === null) return unknown;
    const at = page.readUInt8(4 * (count + 1) + this.#kind.entry * run) * 2;
    if (this.#last.offset !== pageAt) this.#last = { offset: pageAt, read: new Map() };
    const known = this.#last.read.get(at) ?? (at === 0 ? NONE : this.#kind.read(page, at));
    this.#last.read.set(at, known);
    return { end: page.readUInt32LE(4 * (run + 1)), ...known };
  }
}

/** The last of `count` stretches, whose rising starts and one end are the table's first numbers, that holds `offset`. */
function search(table: Buffer, count: number, offset: number): number | null {
  if (count === 0 || 4 * (count + 1) > table.length) return null;
  if (offset < table.readUInt32LE(0) || offset >= table.readUInt32LE(4 * count)) return null;
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (table.readUInt32LE(4 * middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
