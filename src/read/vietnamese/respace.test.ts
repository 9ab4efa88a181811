import { describe, expect, test } from '@jest/globals';
import { repairsOf } from './respace.ts';

const CONTEXT =
  'Các hộ nghèo và hộ cận nghèo được hỗ trợ; công tác giảm nghèo của xã được thực hiện tốt, an sinh xã hội.';

/** A text after its repairs, in a document that says `CONTEXT` too. */
function respaced(text: string, narrow: (at: number) => boolean | null = () => null): string {
  const [repairs = []] = repairsOf([
    { text, narrow },
    { text: CONTEXT, narrow: () => null },
  ]);
  return [...repairs]
    .reverse()
    .reduce(
      (all, { at, kind }) =>
        all.slice(0, at) + (kind === 'part' ? ' ' : '') + all.slice(at + (kind === 'join' ? 1 : 0)),
      text,
    );
}

describe('broken syllables are whole again', () => {
  test.each([
    ['ĐIỀU KHOẢN', 'ĐIỀ U KHO ẢN'],
    ['hộ nghèo', 'hộ ngh èo'],
    ['thực hiện', 'th ực hi ện'],
    ['Đồng thời', 'Đồn g thời'],
    ['hỗ trợ người nghèo', 'hỗ trợ ng ười nghèo'],
    ['Quyết định', 'Quy ết đị nh'],
  ])('%s', (whole, broken) => expect(respaced(broken)).toBe(whole));
});

describe('lost spaces are back, where both words stand elsewhere', () => {
  test.each([
    ['hộ nghèo', 'hộnghèo'],
    ['công tác giảm nghèo', 'côngtác giảmnghèo'],
    ['được thực hiện', 'đượcthựchiện'],
  ])('%s', (whole, run) => expect(respaced(run)).toBe(whole));
});

describe('what is right stays', () => {
  test.each([
    'Ủy ban nhân dân xã An Ấp, huyện Ý Yên',
    'Quý I năm 2023 có 12 hộ ở nhà tạm',
    'KHU A và KHU B, ấp 1, tổ 3',
    'UBND tỉnh Đắk Lắk, huyện Krông Ana, dân tộc Êđê, Xơđăng',
    'Quyết định số 15/QĐ-TTg, 500 m2, 5 h ở lại',
    '1 .855 hộ và 12 tỷ đồng',
    'TH ước đạt 95 %',
    'bà Nguyễn Thị Ánh, ông Ân, em Oanh',
    'hoa anh đào, yêu ái, tổ ấm, cơ hội ấy',
  ])('%s', (text) => expect(respaced(text)).toBe(text));
});

test('halves that could stand alone are joined where the gap on the page is no space', () => {
  expect(respaced('kho án', () => true)).toBe('khoán');
  expect(respaced('kho án', () => false)).toBe('kho án');
});
