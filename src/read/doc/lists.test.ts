import { expect, test } from '@jest/globals';
import { Counters } from '../word/numbering.ts';
import { parseLists } from './lists.ts';

type Given = { start?: number; format?: number; text: string; flags?: number; restartAfter?: number; follow?: number };

/** A level whose label has "%1" for the number of the first one. */
function level({ start = 1, format = 0, text, flags = 0, restartAfter = 0, follow = 0 }: Given): Buffer {
  const fixed = Buffer.alloc(28);
  fixed.writeInt32LE(start);
  fixed.writeUInt8(format, 4);
  fixed.writeUInt8(flags, 5);
  fixed.writeUInt8(follow, 15);
  fixed.writeUInt8(3, 24);
  fixed.writeUInt8(2, 25);
  fixed.writeUInt8(restartAfter, 26);
  const label = text.replace(/%([1-9])/g, (_, digit: string) => String.fromCharCode(Number(digit) - 1));
  const length = Buffer.alloc(2);
  length.writeUInt16LE(label.length);
  return Buffer.concat([fixed, Buffer.alloc(2), Buffer.from('350801', 'hex'), length, Buffer.from(label, 'utf16le')]);
}

/** A list of nine levels by its first ones, or with a single one. */
type ListGiven = { id: number; levels: Given[]; simple?: boolean };
function definitions(lists: readonly ListGiven[]): { table: Buffer; at: { offset: number; length: number } } {
  const heads = lists.map(({ id, simple }) => {
    const head = Buffer.alloc(28);
    head.writeInt32LE(id);
    head.writeUInt8(simple ? 1 : 0, 26);
    return head;
  });
  const levels = lists.flatMap(({ levels: given, simple }) =>
    Array.from({ length: simple ? 1 : 9 }, (_, i) => level(given[i] ?? { text: '' })),
  );
  const count = Buffer.alloc(2);
  count.writeUInt16LE(lists.length);
  const before = Buffer.from('other structures');
  const table = Buffer.concat([before, count, ...heads, ...levels]);
  return { table, at: { offset: before.length, length: 2 + 28 * lists.length } };
}

type Override = { id: number; levels?: { index: number; start?: number; level?: Given }[] };
function overrides(given: readonly Override[]): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32LE(given.length);
  const heads = given.map(({ id, levels = [] }) => {
    const head = Buffer.alloc(16);
    head.writeInt32LE(id);
    head.writeUInt8(levels.length, 12);
    return head;
  });
  const data = given.map(({ levels = [] }) =>
    Buffer.concat([
      Buffer.alloc(4, 255),
      ...levels.map(({ index, start, level: own }) => {
        const change = Buffer.alloc(8);
        change.writeInt32LE(start ?? 0);
        change.writeUInt8(index | (start === undefined ? 0 : 0x10) | (own ? 0x20 : 0), 4);
        return Buffer.concat([change, ...(own ? [level(own)] : [])]);
      }),
    ]),
  );
  return Buffer.concat([count, ...heads, ...data]);
}

function labels(
  lists: readonly ListGiven[],
  given: readonly Override[],
  places: readonly [number, number][],
): string[] {
  const { table, at } = definitions(lists);
  const counters = new Counters(parseLists(table, at, overrides(given)));
  return places.map(([number, depth]) => counters.next({ number: String(number), level: depth }).trimEnd());
}

const outline: ListGiven = {
  id: -7,
  levels: [
    { format: 1, text: '%1.' },
    { text: '%2.' },
    { text: '%2.%3.' },
    { format: 4, text: '%4)' },
    { format: 23, text: '\uF0B7' },
    { format: 22, text: 'Điều %6' },
    { format: 255, text: '' },
  ],
};
const places = (...levels: number[]): [number, number][] => levels.map((depth) => [1, depth]);

test.each<[string, string[], Parameters<typeof labels>]>([
  [
    'levels and formats',
    ['I.', '1.', '1.1.', 'a)', 'b)', '•', 'Điều 01', '', '1.2.', 'II.', '1.'],
    [[outline], [{ id: -7 }], places(0, 1, 2, 3, 3, 4, 5, 6, 2, 0, 1)],
  ],
  [
    'a list of one level beside another',
    ['1)', 'I.', '2)'],
    [
      [{ id: 3, levels: [{ text: '%1)' }], simple: true }, outline],
      [{ id: 3 }, { id: -7 }],
      [
        [1, 0],
        [2, 0],
        [1, 0],
      ],
    ],
  ],
  [
    'an override runs on, one with a start begins anew',
    ['I.', 'II.', 'III.', 'V.', 'VI.'],
    [
      [outline],
      [{ id: -7 }, { id: -7 }, { id: -7, levels: [{ index: 0, start: 5 }] }],
      [
        [1, 0],
        [1, 0],
        [2, 0],
        [3, 0],
        [3, 0],
      ],
    ],
  ],
  [
    'an override with a level of its own',
    ['A.', '1.'],
    [[outline], [{ id: -7, levels: [{ index: 0, level: { format: 3, text: '%1.' } }] }], places(0, 1)],
  ],
  [
    'all levels as digits',
    ['I.', '1.1'],
    [
      [
        {
          id: 1,
          levels: [
            { format: 1, text: '%1.' },
            { text: '%1.%2', flags: 4 },
          ],
        },
      ],
      [{ id: 1 }],
      places(0, 1),
    ],
  ],
  [
    'a level that higher ones do not begin again',
    ['1.', 'Bảng 1', '2.', 'Bảng 2'],
    [[{ id: 1, levels: [{ text: '%1.' }, { text: 'Bảng %2', flags: 8 }] }], [{ id: 1 }], places(0, 1, 0, 1)],
  ],
  [
    'a list or level that is not there',
    ['', ''],
    [
      [outline],
      [{ id: 99 }, { id: -7 }],
      [
        [1, 0],
        [7, 0],
      ],
    ],
  ],
])('%s', (_, expected, given) => {
  expect(labels(...given)).toEqual(expected);
});

test('the gap behind a label, and how it is set', () => {
  const { table, at } = definitions([{ id: 1, levels: [{ text: '%1', follow: 2 }, { text: '%2' }] }]);
  const list = parseLists(table, at, overrides([{ id: 1 }])).get('1');
  expect([0, 1].map((i) => list?.levels.get(i)?.gap)).toEqual(['', ' ']);
  expect(list?.levels.get(0)?.prls.map(({ sprm }) => sprm.toString(16))).toEqual(['835']);
});

test('none, and one that is cut off', () => {
  const none = Buffer.alloc(0);
  expect(parseLists(none, { offset: 0, length: 0 }, none).size).toBe(0);
  const { table, at } = definitions([outline]);
  expect(() => parseLists(table.subarray(0, -9), at, overrides([{ id: -7 }]))).toThrow(
    expect.objectContaining({ name: 'RangeError' }),
  );
});
