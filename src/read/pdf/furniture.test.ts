import { expect, test } from '@jest/globals';
import { withoutFurniture } from './furniture.ts';
import { lineOf } from './lines.ts';

/** A page of an A4's height from [distance from the top, text] rows. */
const page = (number: number, ...rows: [number, string][]) => ({
  number,
  height: 842,
  rows: rows.map(([y, text]) => [lineOf([{ text, x: 50, y, width: 100, size: 12, bold: false }])]),
});
const texts = (pages: ReturnType<typeof page>[]): string[][] =>
  withoutFurniture(pages).pages.map(({ rows }) => rows.map((row) => row.map((line) => line.text).join(' ')));

test('page numbers go, whichever number the first page bears', () => {
  const pages = [1, 2, 3].map((number) =>
    page(number, [40, `- ${number + 4} -`], [400, `Trang ${number}`], [600, '2023']),
  );
  expect(texts(pages)).toEqual([1, 2, 3].map((number) => [`Trang ${number}`, '2023']));
});

test('running heads and feet go, the numbers in them apart', () => {
  const pages = [1, 2, 3].map((number) =>
    page(number, [40, 'Báo cáo số 25'], [400, 'Nội dung'], [800, `Trang ${number}/3`]),
  );
  expect(texts(pages)).toEqual([['Nội dung'], ['Nội dung'], ['Nội dung']]);
  expect(withoutFurniture(pages).dropped).toEqual(['Báo cáo số #', 'Trang #/#']);
});

test.each([
  ['a number that is no page number', [page(1, [100, '1.855'], [400, 'x']), page(2, [100, '49'], [400, 'x'])]],
  ['a line repeated in the middle of the pages', [1, 2, 3].map((number) => page(number, [400, 'Biểu tổng hợp']))],
  ['a line at the top of two pages only', [page(1, [60, 'PHỤ LỤC']), page(2, [60, 'PHỤ LỤC'])]],
])('%s stays', (_, pages) => {
  expect(texts(pages).flat()).toHaveLength(pages.flatMap(({ rows }) => rows).length);
});
