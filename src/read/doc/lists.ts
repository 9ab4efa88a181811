/** The lists that number paragraphs ([MS-DOC] 2.9.192 PlfLst, 2.9.190 PlfLfo). */
import type { Level, Lists } from '../word/numbering.ts';
import { type Prl, parsePrls } from './sprm.ts';

/** `prls`: how the label's letters look. */
export type DocLevel = Level & { prls: Prl[] };

const [LIST, LEVEL, OVERRIDE] = [28, 28, 16];

/** Number formats that reports use (MSONFC, [MS-OSHARED] 2.2.1.3); others count in digits. */
const FORMATS: Record<number, string> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

/** Reads a stream of records one after the other. */
type Reader = { bytes: Buffer; at: number };

/**
 * The lists by the number of their override, from 1. `table`: the stream; the levels follow the definitions at
 * `definitions` but are not counted in its length. Throws RangeError where they are cut off.
 */
export function parseLists(
  table: Buffer,
  definitions: { offset: number; length: number },
  overrides: Buffer,
): Lists<DocLevel> {
  if (definitions.length < 2 || overrides.length < 4) return new Map();
  const levels = parseDefinitions(table, definitions);
  const lists: Lists<DocLevel> = new Map();
  const count = Math.min(overrides.readUInt32LE(0), Math.floor((overrides.length - 4) / OVERRIDE));
  const reader = { bytes: overrides, at: 4 + OVERRIDE * count };
  for (let i = 0; i < count; i++) {
    const at = 4 + OVERRIDE * i;
    const id = overrides.readInt32LE(at);
    const own = parseOverrides(reader, overrides.readUInt8(at + 12));
    const merged = new Map([...(levels.get(id) ?? []), ...own.levels]);
    lists.set(String(i + 1), { counter: String(id), levels: merged, starts: own.starts });
  }
  return lists;
}

function parseDefinitions(table: Buffer, { offset, length }: { offset: number; length: number }) {
  const count = Math.min(table.readUInt16LE(offset), Math.floor((length - 2) / LIST));
  const reader = { bytes: table, at: offset + 2 + LIST * count };
  const lists = new Map<number, Map<number, DocLevel>>();
  for (let i = 0; i < count; i++) {
    const at = offset + 2 + LIST * i;
    const simple = (table.readUInt8(at + 26) & 1) !== 0;
    const levels = new Map<number, DocLevel>();
    for (let level = 0; level < (simple ? 1 : 9); level++) levels.set(level, parseLevel(reader));
    lists.set(table.readInt32LE(at), levels);
  }
  return lists;
}

/** What one override changes: levels as a whole, or only where they start (2.9.132, LFOLVL). */
function parseOverrides(reader: Reader, count: number) {
  const levels = new Map<number, DocLevel>();
  const starts = new Map<number, number>();
  reader.at += 4;
  for (let i = 0; i < count; i++) {
    const start = reader.bytes.readInt32LE(reader.at);
    const flags = reader.bytes.readUInt8(reader.at + 4);
    reader.at += 8;
    const index = flags & 0xf;
    const own = flags & 0x20 ? parseLevel(reader) : null;
    if (own) levels.set(index, own);
    if (flags & 0x10) starts.set(index, own?.start ?? start);
  }
  return { levels, starts };
}

/** 2.9.151, LVL. */
function parseLevel(reader: Reader): DocLevel {
  const { bytes, at } = reader;
  const flags = bytes.readUInt8(at + 5);
  const [characterSize, paragraphSize] = [bytes.readUInt8(at + 24), bytes.readUInt8(at + 25)];
  const characters = at + LEVEL + paragraphSize;
  const label = characters + characterSize;
  const length = bytes.readUInt16LE(label);
  reader.at = label + 2 + 2 * length;
  if (reader.at > bytes.length) throw new RangeError('a list level is cut off');
  const format = bytes.readUInt8(at + 4);
  return {
    start: bytes.readInt32LE(at),
    format: FORMATS[format] ?? 'decimal',
    // A character below 9 stands for the number of that level, from 0.
    text: bytes.toString('utf16le', label + 2, reader.at).replace(/[\u0000-\u0008]/g, (c) => `%${c.charCodeAt(0) + 1}`),
    legal: (flags & 4) !== 0,
    gap: bytes.readUInt8(at + 15) === 2 ? '' : ' ',
    restartAfter: flags & 8 ? bytes.readUInt8(at + 26) : null,
    prls: parsePrls(bytes.subarray(characters, label)),
  };
}
