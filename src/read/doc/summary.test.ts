import { describe, expect, test } from '@jest/globals';
import { decodeTitle, parseTitle } from './summary.ts';

/** A property set with a code page and a title (property 2) of a type. */
function stream(codePage: number, type: number, title: Buffer, length = title.length): Buffer {
  const value = Buffer.alloc(8);
  value.writeUInt32LE(type);
  value.writeUInt32LE(length, 4);
  const set = Buffer.alloc(8 + 16 + 8);
  set.writeUInt32LE(2, 4);
  [1, 24, 2, 32].forEach((number, i) => {
    set.writeUInt32LE(number, 8 + 4 * i);
  });
  set.writeUInt32LE(2, 24);
  set.writeUInt16LE(codePage, 28);
  const head = Buffer.alloc(48);
  head.writeUInt32LE(48, 44);
  return Buffer.concat([head, set, value, title]);
}

const TITLE = 'Báo cáo hộ nghèo';
test.each<[string | null, Buffer]>([
  ['Báo cáo', stream(1252, 0x1e, Buffer.from('Báo cáo\0', 'latin1'))],
  ['B¸o c¸o', stream(1252, 0x1e, Buffer.from('B¸o c¸o\0', 'latin1'))],
  ['hô\u0323', stream(1258, 0x1e, Buffer.from([0x68, 0xf4, 0xf2, 0]))],
  [TITLE, stream(65001, 0x1e, Buffer.from(`${TITLE}\0`))],
  [TITLE, stream(1200, 0x1e, Buffer.from(`${TITLE}\0`, 'utf16le'))],
  [TITLE, stream(1252, 0x1f, Buffer.from(`${TITLE}\0`, 'utf16le'), TITLE.length + 1)],
  // A code page that does not exist, a length that lies, no title, nothing at all.
  ['Bao cao', stream(7, 0x1e, Buffer.from('Bao cao\0', 'latin1'))],
  ['Bao cao', stream(1252, 0x1e, Buffer.from('Bao cao', 'latin1'), 0xffffffff)],
  [null, stream(1252, 0x1e, Buffer.from(' \0'))],
  [null, stream(1252, 0x03, Buffer.from('1234'))],
  [null, stream(1252, 0x1e, Buffer.from('Bao cao')).subarray(0, 60)],
  [null, Buffer.alloc(0)],
])('%j', (expected, bytes) => {
  expect(parseTitle(bytes)).toBe(expected);
});

describe('a title in the letters of the document', () => {
  test.each([
    ['Báo cáo', 'Báo cáo', 'unicode'],
    ['Báo cáo', 'Báo cáo', 'tcvn3'],
    ['Báo cáo', 'B¸o c¸o', 'tcvn3'],
    ['Báo cáo', 'Baùo caùo', 'vni'],
    ['báo cáo kết quả thực hiện', 'b¸o c¸o kÕt qu¶ thùc hiÖn', 'mixed'],
    ['Bao cao 2005', 'Bao cao 2005', 'vni'],
    ['Rapport de l’été', 'Rapport de l’été', 'unicode'],
  ] as const)('%s from “%s” in a document in %s', (expected, written, encoding) => {
    expect(decodeTitle(written, encoding)).toBe(expected);
  });
});
