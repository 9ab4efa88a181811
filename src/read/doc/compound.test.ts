import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openCompound } from './compound.ts';

const FILE = readFileSync(join(import.meta.dirname, '../../../fixtures/doc/structure.doc'));
const changed = (change: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.from(FILE);
  change(bytes);
  return bytes;
};
const damaged = expect.objectContaining({ code: 'damaged' });
const sectorAt = (sector: number): number => (sector + 1) * 512;

test('streams by their names, in whatever case', () => {
  const file = openCompound(FILE);
  expect(file.read('WordDocument')?.readUInt16LE(0)).toBe(0xa5ec);
  expect(file.read('WORDDOCUMENT')).toEqual(file.read('WordDocument'));
  // A short stream, in the small sectors.
  expect(file.read('\u0005SummaryInformation')?.readUInt16LE(0)).toBe(0xfffe);
  expect(file.has('1Table')).toBe(true);
  expect(file.read('Workbook')).toBeNull();
});

describe('damaged', () => {
  test.each<[string, Buffer]>([
    ['no header', FILE.subarray(0, 100)],
    ['sectors of a strange size', changed((bytes) => bytes.writeUInt16LE(31, 30))],
    ['a directory beyond the end', changed((bytes) => bytes.writeUInt32LE(100_000, 48))],
    ['no directory', changed((bytes) => bytes.writeUInt32LE(0xfffffffe, 48))],
    ['a table beyond the end', changed((bytes) => bytes.writeUInt32LE(100_000, 76))],
    ['the end is missing', FILE.subarray(0, 9000)],
  ])('%s', (_, bytes) => {
    expect(() => openCompound(bytes).read('WordDocument')).toThrow(damaged);
  });
});

test('a chain that runs in circles ends with the length of the stream', () => {
  const length = openCompound(FILE).read('WordDocument')?.length;
  const fat = sectorAt(FILE.readUInt32LE(76));
  const start = FILE.readUInt32LE(FILE.indexOf(Buffer.from('WordDocument', 'utf16le')) + 116);
  const circle = openCompound(changed((bytes) => bytes.writeUInt32LE(start, fat + 4 * start))).read('WordDocument');
  expect(circle?.length).toBe(length);
  expect(circle?.subarray(512, 1024)).toEqual(circle?.subarray(0, 512));
});

test('a directory whose entries name each other as neighbours', () => {
  const directory = sectorAt(FILE.readUInt32LE(48));
  const circles = changed((bytes) => {
    for (let entry = 1; entry < 4; entry++) {
      bytes.writeUInt32LE(1, directory + 128 * entry + 68);
      bytes.writeUInt32LE(2, directory + 128 * entry + 72);
    }
  });
  expect(() => openCompound(circles)).not.toThrow();
});
