import { expect, test } from '@jest/globals';
import { documentOf, draftsOf } from '../../../tests/extract/document.ts';
import { layoutOf } from '../text/layout.ts';
import { findMentions } from './mentions.ts';
import { findStatements } from './statements.ts';

/** For each figure, the number of the figure it says more of ("-" where it opens a statement). */
const follows = (text: string): string => {
  const { folded } = layoutOf(documentOf(text));
  const stated = findStatements(folded, draftsOf(text), findMentions(folded));
  return stated.map((one) => one.follows ?? '-').join(' ');
};

/** What each figure's own words are, before and behind. */
const words = (text: string): string[] => {
  const { folded } = layoutOf(documentOf(text));
  return findStatements(folded, draftsOf(text), findMentions(folded)).map(
    ({ lead, tail }) => `${folded.slice(lead.start, lead.end).trim()} # ${folded.slice(tail.start, tail.end).trim()}`,
  );
};

test.each([
  ['- 0', 'Có 174 hộ nghèo vay với số tiền 4.627 triệu đồng.'],
  ['- 0', 'Tặng 250 suất quà, trị giá 125 triệu đồng.'],
  ['- 0', 'Toàn xã có 12 hộ nghèo, chiếm tỷ lệ 4,5%.'],
  ['- 0', 'Hỗ trợ 35 hộ, kinh phí 700 triệu đồng.'],
  // A new verb, clause or sentence opens a statement of its own.
  ['- -', 'Có 174 hộ thoát nghèo; xây 12 căn nhà.'],
  ['- -', 'Có 174 hộ thoát nghèo. Kinh phí hỗ trợ là 12 tỷ đồng.'],
  ['- -', 'Trợ cấp cho 120 người khuyết tật, tổ chức dạy nghề cho 45 lao động nữ.'],
])('%s: %s', (expected, text) => {
  expect(follows(text)).toBe(expected);
});

test.each([
  [['toàn xã có # hộ nghèo', ', chiếm tỷ lệ # '], 'Toàn xã có 12 hộ nghèo, chiếm tỷ lệ 4,5%.'],
  [['tặng # suất quà cho hộ nghèo', ', trị giá # '], 'Tặng 250 suất quà cho hộ nghèo, trị giá 125 triệu đồng.'],
  [
    ['hỗ trợ # hộ nghèo, hộ cận nghèo', 'với số tiền # '],
    'Hỗ trợ 35 hộ nghèo, hộ cận nghèo với số tiền 700 triệu đồng.',
  ],
])('%j are the own words of %s', (expected, text) => {
  expect(words(text)).toEqual(expected);
});
