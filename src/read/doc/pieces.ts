/** The text, which lies in pieces all over the stream WordDocument in the order of a table ([MS-DOC] 2.4.1, 2.8.35). */
import { ReadError } from '../../model/read-error.ts';
import { type Prl, parsePrls, prmPrls, settled } from './sprm.ts';

/** Characters from `start` to `end` of the text, `width` bytes each from `offset` of the stream on. */
export type Piece = { start: number; end: number; offset: number; width: 1 | 2; prls: Prl[] };

/** Longest text read, in characters: a thousand full pages. */
const LONGEST = 3_000_000;
/** Word's pieces may share bytes, but a text much longer than the file was made to be. */
const SWELLING = 2;
/** A thousand pages of tables have not so many paragraphs and cells. */
const MOST_MARKS = 600_000;
const PRC = 1;
const PCDT = 2;
const COMPRESSED = 0x40000000;

/** The pieces in the order of the text. Throws ReadError `too_many_pages`; RangeError where the table is broken. */
export function parsePieces(clx: Buffer): Piece[] {
  const lists: Prl[][] = [];
  let at = 0;
  for (; clx.readUInt8(at) === PRC; at += 3 + clx.readUInt16LE(at + 1)) {
    lists.push(settled(parsePrls(clx.subarray(at + 3, at + 3 + clx.readUInt16LE(at + 1)))));
  }
  if (clx.readUInt8(at) !== PCDT) throw new RangeError('the piece table is missing');
  const table = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
  const count = Math.floor((table.length - 4) / 12);
  if (count < 1) throw new RangeError('the piece table is cut off');
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const [start, end] = [table.readUInt32LE(4 * i), table.readUInt32LE(4 * i + 4)];
    const descriptor = 4 * (count + 1) + 8 * i;
    const position = table.readUInt32LE(descriptor + 2);
    const prls = prmPrls(table.readUInt16LE(descriptor + 6), lists);
    if (end < start) throw new RangeError('the piece table goes backwards');
    if (end > LONGEST) throw new ReadError('too_many_pages', `a text of ${end} characters`);
    const compressed = (position & COMPRESSED) !== 0;
    const offset = compressed ? (position & 0x3fffffff) >> 1 : position & 0x3fffffff;
    if (end > start) pieces.push({ start, end, offset, width: compressed ? 1 : 2, prls });
  }
  return pieces;
}

/** The whole text, a UTF-16 code unit for each of Word's characters. Throws ReadError `bomb`. */
export function textOf(pieces: readonly Piece[], word: Buffer): string {
  const length = pieces.reduce((sum, { start, end, width }) => sum + (end - start) * width, 0);
  if (length > SWELLING * word.length) throw new ReadError('bomb', `${length} bytes of text in ${word.length}`);
  const text = pieces
    .map(({ start, end, offset, width }) => {
      const bytes = word.subarray(offset, offset + (end - start) * width);
      if (bytes.length < (end - start) * width) throw new RangeError('a piece of text is missing');
      return width === 1 ? ansi.decode(bytes) : bytes.toString('utf16le');
    })
    .join('');
  let marks = 0;
  for (const _ of text.matchAll(/[\r\u0007]/g)) {
    if (++marks > MOST_MARKS) throw new ReadError('bomb', `more than ${MOST_MARKS} paragraphs and cells`);
  }
  return text;
}

/** Compressed text is Windows-1252 whatever the document's language is (2.9.73). */
const ansi = new TextDecoder('windows-1252');
