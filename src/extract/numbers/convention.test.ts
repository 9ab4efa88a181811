import { expect, test } from '@jest/globals';
import { draftsOf, recordOf } from '../../../tests/extract/document.ts';
import { conventionOf } from './convention.ts';

test.each([
  [',', 'Có 1.855 hộ, chiếm 4,82%'],
  [',', 'Chi 243.000.000 đồng'],
  [',', 'Chi 1.850,4 triệu đồng'],
  [',', 'Không có số nào'],
  [',', 'Có 1.855 hộ và 2.106 người'],
  ['.', 'Có 1,855 hộ, chiếm 4.82%'],
  ['.', 'Chi 243,000,000 đồng'],
  ['.', 'Chi 1,850.4 triệu đồng'],
  // One slip of the pen does not turn a document round, nor do dates.
  [',', 'Tỷ lệ 4,82%, 3,5%, 2,75% và 9.56%'],
  [',', 'Ngày 27.8.2021, ngày 1.9.2021'],
  // Nor do the numbers of headings.
  [',', '3.1. Giảm nghèo\n3.2. Việc làm\n  3.3. Nhà ở'],
])('the decimal mark is "%s" in: %s', (mark, text) => {
  expect(conventionOf(text).decimal).toBe(mark);
});

/** Doubt about a figure, its value first; the number is kept. */
test.each([
  [123456, 'number_malformed', 'Tặng 1.23.456 suất quà.'],
  [1234567, 'number_malformed', 'Chi 12.34.567 đồng.'],
  [1234567, 'number_malformed', 'Chi 12,345,67 đồng.'],
  [200, 'number_malformed', 'Mỗi hộ góp 200.00 đồng.'],
  [100000, 'number_malformed', 'Mỗi hộ góp 1.000.00 đồng.'],
  [12.34, 'number_malformed', 'Có 12.34 hộ.'],
  [77, 'number_malformed', 'Đạt ,77%.'],
  [855, 'number_malformed', 'Có 1 .855 hộ.'],
  [855, 'number_malformed', 'Có 1. 855 hộ.'],
  [1855, 'separator_chosen', 'Toàn xã có 1,855 hộ.'],
  [12.5, 'separator_chosen', 'Tỷ lệ 4,82%; 3,5%; riêng xã này 12.5%.'],
])('%d is kept with %s: %s', (value, code, text) => {
  const drafts = draftsOf(text);
  expect(drafts.at(-1)?.value).toBe(value);
  expect(drafts.at(-1)?.doubts).toEqual([code]);
  const { messages, figures } = recordOf(text);
  expect(messages).toContainEqual(
    expect.objectContaining({
      code,
      severity: 'warning',
      span: figures.at(-1)?.span,
      message: expect.stringMatching(/\p{L}/u),
    }),
  );
});

/** A number that can be read two ways is read as the sum of its parts. */
test.each([
  [4_743_000_000, 'Huy động 4.743 tỷ đồng, gồm: ngân sách 2.500 triệu đồng, đóng góp 2.243 triệu đồng.'],
  [4_743_000_000, 'Huy động 4.743 tỷ đồng (ngân sách 2,5 tỷ đồng, đóng góp 2,243 tỷ đồng).'],
  [4_743_000_000, 'Huy động 4,743 tỷ đồng, trong đó ngân sách 2.500 triệu đồng, đóng góp 2.243 triệu đồng.'],
])('%d by arithmetic: %s', (value, text) => {
  expect(draftsOf(text)[0]?.value).toBe(value);
});

test('the parts are turned where only that makes the sum', () => {
  const drafts = draftsOf('Huy động 7,5 tỷ đồng, gồm: ngân sách 4.743 tỷ đồng, đóng góp 2.757 tỷ đồng.');
  expect(drafts.map(({ value }) => value)).toEqual([7.5e9, 4.743e9, 2.757e9]);
  expect(drafts.map(({ doubts }) => doubts)).toEqual([[], ['separator_by_sum'], ['separator_by_sum']]);
});

test.each([
  ['nothing adds up', 'Huy động 4.743 tỷ đồng, gồm: ngân sách 2.500 triệu đồng, đóng góp 2.200 triệu đồng.'],
  ['it adds up as written', 'Huy động 4.743 tỷ đồng, gồm: ngân sách 2.500 tỷ đồng, đóng góp 2.243 tỷ đồng.'],
  ['no list', 'Huy động 4.743 tỷ đồng. Ngân sách 2.500 triệu đồng, đóng góp 2.243 triệu đồng.'],
])('thousands stay thousands where %s', (_, text) => {
  expect(draftsOf(text)[0]?.value).toBe(4743e9);
});

test.each([
  ['“.”: 2 số', 'Thu 9.56 tỷ đồng, chi 8.75 tỷ đồng.'],
  ['“,”: 3 số viết như vậy, 1 số viết ngược lại', 'Tỷ lệ 4,82%; 3,5%; 2,75%; riêng xã này 12.5%.'],
])('the document says how it sets decimals: %s', (words, text) => {
  expect(recordOf(text).messages).toContainEqual(
    expect.objectContaining({
      code: 'separator_convention',
      severity: 'info',
      message: expect.stringContaining(words),
    }),
  );
});

test('what is tied to a count is whole, as the count is', () => {
  const text = 'Tỷ lệ 35.6% và 41.2%; tham gia BHYT 19.418/21.392 người, đạt 90.77%. Hộ nghèo: 1.460.';
  expect(draftsOf(text).map(({ value }) => value)).toEqual([35.6, 41.2, 19418, 21392, 90.77, 1460]);
});

test.each([
  'Có 1.855 hộ, chiếm 4,82%.',
  'Chi 108.937,00 triệu đồng.',
  'Dư nợ 238,697 tỷ đồng.',
  'Có 06 hộ, 12 xã.',
  '1. 855 hộ được hỗ trợ',
  'Họp tại thôn 3. 255 hộ được vay.',
  '3.1. Giảm nghèo: tỷ lệ 4,82%\n3.2. Việc làm',
  'ĐVT: %\nNữ: 34,5\nNam: 12',
])('no doubt: %s', (text) => {
  expect(recordOf(text).messages).toEqual([]);
});
