import { describe, expect, test } from '@jest/globals';
import { parsePieces, textOf } from './pieces.ts';

type Given = { start: number; end: number; at: number; compressed?: boolean; prm?: number };

function clx(pieces: readonly Given[], lists: readonly string[] = []): Buffer {
  const before = lists.map((list) => {
    const prls = Buffer.from(list, 'hex');
    return Buffer.concat([Buffer.from([1, prls.length, 0]), prls]);
  });
  const table = Buffer.alloc(4 + 12 * pieces.length);
  table.writeUInt32LE(pieces[0]?.start ?? 0, 0);
  for (const [i, { end, at, compressed, prm }] of pieces.entries()) {
    table.writeUInt32LE(end, 4 + 4 * i);
    const descriptor = 4 * (pieces.length + 1) + 8 * i;
    table.writeUInt32LE(compressed ? (at * 2 + 0x40000000) >>> 0 : at, descriptor + 2);
    table.writeUInt16LE(prm ?? 0, descriptor + 6);
  }
  const size = Buffer.alloc(4);
  size.writeUInt32LE(table.length);
  return Buffer.concat([...before, Buffer.from([2]), size, table]);
}

describe('text in pieces', () => {
  const word = Buffer.concat([
    Buffer.from('hé nghÌo \x93B\x94 ', 'latin1'),
    Buffer.from('hộ nghèo', 'utf16le'),
    Buffer.from('1.855 ', 'latin1'),
  ]);
  const [old, unicode, number] = [0, 13, 29];

  test.each<[string, Given[]]>([
    ['hé nghÌo “B” ', [{ start: 0, end: 13, at: old, compressed: true }]],
    // A file saved fast has its changes at the end and its text in the order of the table.
    [
      '1.855 hộ nghèo',
      [
        { start: 0, end: 6, at: number, compressed: true },
        { start: 6, end: 14, at: unicode },
      ],
    ],
    [
      'hộ 1.855 nghèo',
      [
        { start: 0, end: 3, at: unicode },
        { start: 3, end: 9, at: number, compressed: true },
        { start: 9, end: 14, at: unicode + 6 },
      ],
    ],
  ])('%s', (expected, pieces) => {
    expect(textOf(parsePieces(clx(pieces)), word)).toBe(expected);
  });

  test('a piece of its own format, by the number of a list', () => {
    const [piece] = parsePieces(
      clx([{ start: 0, end: 6, at: number, compressed: true, prm: 3 }], ['350801', '3c0801']),
    );
    expect(piece?.prls.map(({ sprm }) => sprm.toString(16))).toEqual(['83c']);
  });

  test.each<[string, Buffer]>([
    ['goes backwards', clx([{ start: 9, end: 3, at: 0 }])],
    ['is missing', Buffer.from([7])],
    ['is cut off', clx([{ start: 0, end: 6, at: 0 }]).subarray(0, 9)],
    ['is empty', Buffer.alloc(0)],
    ['points beyond the end of the stream', clx([{ start: 0, end: 30, at: 0 }])],
  ])('a table that %s', (_, table) => {
    expect(() => textOf(parsePieces(table), word)).toThrow(expect.objectContaining({ name: 'RangeError' }));
  });

  test('more text than any report has, or than the file has room for', () => {
    expect(() => parsePieces(clx([{ start: 0, end: 0x7fffffff, at: 0 }]))).toThrow(
      expect.objectContaining({ code: 'too_many_pages' }),
    );
    const again = Array.from({ length: 9 }, (_, i) => ({ start: i * 13, end: i * 13 + 13, at: old, compressed: true }));
    expect(() => textOf(parsePieces(clx(again)), word)).toThrow(expect.objectContaining({ code: 'bomb' }));
    const empty = parsePieces(clx([{ start: 0, end: 700_000, at: 0, compressed: true }]));
    expect(() => textOf(empty, Buffer.alloc(700_000, '\r'))).toThrow(expect.objectContaining({ code: 'bomb' }));
  });
});
