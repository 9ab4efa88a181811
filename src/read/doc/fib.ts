/** The file information block at the start of the stream WordDocument ([MS-DOC] 2.5): where everything is. */
import { ReadError } from '../../model/read-error.ts';

/** Lengths in characters of the parts of the text, in the order in which they follow each other (2.3). */
export type Lengths = Record<'body' | 'footnotes' | 'headers' | 'macros' | 'comments' | 'endnotes' | 'boxes', number>;

export type Fib = {
  lengths: Lengths;
  /** Name of the stream with the tables. */
  tableStream: '0Table' | '1Table';
  /** Offset and length in that stream of a structure. */
  locate(structure: Structure): { offset: number; length: number };
};

/** Places of structures in FibRgFcLcb97 (2.5.6). */
const STRUCTURES = {
  styles: 1,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  clx: 33,
  shapes: 40,
  boxes: 56,
  lists: 73,
  listOverrides: 74,
};

export type Structure = keyof typeof STRUCTURES;

const WORD_97 = 193;
/** What the files of Word 2, 6 and 95, the last also in East Asia, begin with; their structures are others. */
const OLDER = new Set([0xa5db, 0xa5dc, 0xa697, 0xa698, 0xa699]);
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;

/** Throws ReadError `encrypted`, `unsupported_type` for Word 2 to 95, `damaged`. */
export function parseFib(word: Buffer): Fib {
  const magic = word.readUInt16LE(0);
  const version = word.readUInt16LE(2);
  if (OLDER.has(magic) || (magic === 0xa5ec && version < WORD_97)) {
    throw new ReadError('unsupported_type', `a document of Word 95 or older (version ${version})`);
  }
  if (magic !== 0xa5ec) throw new ReadError('damaged', `no Word document: it begins with ${magic.toString(16)}`);
  const flags = word.readUInt16LE(10);
  if (flags & ENCRYPTED) throw new ReadError('encrypted', 'Word encryption');
  const words = 34;
  const longs = words + 2 * word.readUInt16LE(words - 2) + 2;
  const pairs = longs + 4 * word.readUInt16LE(longs - 2) + 2;
  const count = word.readUInt16LE(pairs - 2);
  const length = (index: number): number => word.readUInt32LE(longs + 4 * index);
  return {
    lengths: {
      body: length(3),
      footnotes: length(4),
      headers: length(5),
      macros: length(6),
      comments: length(7),
      endnotes: length(8),
      boxes: length(9),
    },
    tableStream: flags & TABLE_1 ? '1Table' : '0Table',
    locate: (structure) => {
      const index = STRUCTURES[structure];
      if (index >= count) return { offset: 0, length: 0 };
      return { offset: word.readUInt32LE(pairs + 8 * index), length: word.readUInt32LE(pairs + 8 * index + 4) };
    },
  };
}
