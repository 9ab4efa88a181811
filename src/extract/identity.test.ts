import { expect, test } from '@jest/globals';
import { recordOf } from '../../tests/extract/document.ts';

const ids = (text: string): string[] => recordOf(text).figures.map(({ id }) => id);

test('the same text gives the same ids', () => {
  const text = 'Có 12 hộ nghèo.\nCó 5 hộ cận nghèo.';
  expect(ids(text)).toEqual(ids(text));
});

test('a line said twice gives two ids', () => {
  const line = 'Toàn xã, qua rà soát, đến cuối năm còn có tất cả 12 hộ nghèo theo chuẩn mới.';
  const repeated = ids([line, line, line].join('\n'));
  expect(repeated).toHaveLength(3);
  expect(new Set(repeated).size).toBe(3);
});

test('a figure keeps its id when the text far from it changes', () => {
  const near = 'Qua rà soát hộ nghèo trên toàn địa bàn, toàn xã còn 12 hộ nghèo theo chuẩn mới.';
  expect(ids(`Có 5 xã.\n${near}`)[1]).toBe(ids(near)[0]);
});
