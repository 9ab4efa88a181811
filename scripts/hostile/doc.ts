/** Word 97 documents made to break, mislead or stall their readers: a good one with numbers of it changed. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compoundOf } from './compound.ts';
import type { HostileFile } from './file.ts';

const good = (): Buffer =>
  readFileSync(new URL('../../fixtures/renditions/doc/002_85d3af9a86ee4359.doc', import.meta.url));

const SECTOR = 512;
const at = (sector: number): number => (sector + 1) * SECTOR;

/** The good file after `change`, which is told where its directory, first table sector and stream WordDocument are. */
function changed(change: (bytes: Buffer, places: { fat: number; directory: number; word: number }) => void): Buffer {
  const bytes = Buffer.from(good());
  const directory = at(bytes.readUInt32LE(48));
  const name = bytes.indexOf(Buffer.from('WordDocument', 'utf16le'));
  const places = { fat: at(bytes.readUInt32LE(76)), directory, word: at(bytes.readUInt32LE(name + 116)) };
  change(bytes, places);
  return bytes;
}

/** Offsets in the FIB ([MS-DOC] 2.5): flags, the count of pairs and the pairs of offset and length. */
const [FLAGS, LENGTHS, PAIRS] = [10, 64, 154];
const pair = (word: number, index: number): number => word + PAIRS + 8 * index;

export const DOC: HostileFile[] = [
  {
    name: 'password.doc',
    comesTo: ['encrypted'],
    make: () =>
      changed((bytes, { word }) => bytes.writeUInt16LE(bytes.readUInt16LE(word + FLAGS) | 0x0100, word + FLAGS)),
  },
  {
    name: 'password of a workbook.xls',
    comesTo: ['encrypted', 'unsupported_type'],
    make: () => compoundOf({ Workbook: Buffer.concat([Buffer.from('09081000', 'hex'), randomBytes(5000)]) }),
  },
  {
    name: 'table of sectors in a circle.doc',
    comesTo: ['damaged', 'unsupported_type'],
    make: () =>
      changed((bytes, { fat }) => {
        for (let i = 0; i < SECTOR / 4; i++) bytes.writeUInt32LE(i, fat + 4 * i);
      }),
  },
  {
    name: 'table of sectors in a long circle.doc',
    comesTo: ['damaged', 'unsupported_type'],
    make: () =>
      changed((bytes, { fat }) => {
        for (let i = 0; i < SECTOR / 4; i++) bytes.writeUInt32LE((i + 1) % 40, fat + 4 * i);
      }),
  },
  {
    name: 'table of table sectors in a circle.doc',
    comesTo: ['damaged', 'read'],
    make: () =>
      changed((bytes) => {
        bytes.writeUInt32LE(0xffffffff, 44);
        bytes.writeUInt32LE(0, 68);
        bytes.writeUInt32LE(0xffffffff, 72);
      }),
  },
  {
    name: 'entries that are their own neighbours.doc',
    comesTo: ['damaged', 'unsupported_type', 'read'],
    make: () =>
      changed((bytes, { directory }) => {
        for (let i = 0; i < 4; i++) for (const link of [68, 72, 76]) bytes.writeUInt32LE(i, directory + 128 * i + link);
      }),
  },
  {
    name: 'stream longer than the file.doc',
    comesTo: ['damaged'],
    make: () =>
      changed((bytes) => {
        bytes.writeUInt32LE(0xffffffff, bytes.indexOf(Buffer.from('WordDocument', 'utf16le')) + 120);
      }),
  },
  {
    name: 'sectors of one byte.doc',
    comesTo: ['damaged'],
    make: () =>
      changed((bytes) => {
        bytes.writeUInt16LE(0, 30);
      }),
  },
  {
    name: 'texts of four milliard characters.doc',
    comesTo: ['damaged', 'bomb'],
    make: () =>
      changed((bytes, { word }) => {
        for (let i = 3; i < 10; i++) bytes.writeUInt32LE(0x7fffffff, word + LENGTHS + 4 * i);
      }),
  },
  ...[1, 12, 13, 15, 33, 73, 74].map(
    (index): HostileFile => ({
      name: `structure ${index} beyond the end.doc`,
      comesTo: ['damaged', 'read'],
      make: () =>
        changed((bytes, { word }) => {
          bytes.writeUInt32LE(0x7ffffff0, pair(word, index));
          bytes.writeUInt32LE(0x7fffffff, pair(word, index) + 4);
        }),
    }),
  ),
  {
    name: 'header without a file.doc',
    comesTo: ['damaged', 'unsupported_type'],
    make: () => Buffer.concat([good().subarray(0, SECTOR), Buffer.alloc(20_000, 0xff)]),
  },
  {
    name: 'macros and an embedded program.doc',
    comesTo: ['unsupported_type', 'damaged'],
    make: () => compoundOf({ Macros: Buffer.from('AutoOpen'), '\u0001Ole10Native': Buffer.from('MZ') }),
  },
];
