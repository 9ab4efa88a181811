import { expect, test } from '@jest/globals';
import { measureIn, unitOf, unitsIn } from './measure.ts';

const short = (measure: ReturnType<typeof unitOf>): string =>
  measure
    ? `${measure.unit}${measure.exponent ? ` e${measure.exponent}` : ''}${measure.per.map((per) => `/${per}`).join('')}`
    : 'none';

test.each([
  ['VND e6', ['triệu đồng', 'Triệu đồng', 'tr.đ', 'trđ', 'triệu']],
  ['VND e3', ['nghìn đồng', '1.000 đồng', '1000đ', 'ngàn đồng']],
  ['VND e9', ['tỷ đồng']],
  ['VND/person/month', ['đồng/người/tháng']],
  ['percent', ['%']],
  ['household', ['hộ', 'Hộ']],
  ['person_turn', ['lượt người']],
  ['card', ['thẻ BHYT']],
  ['ha', ['ha']],
  ['none', ['', 'Số hộ', 'xã hội', 'Ghi chú', 'triệu đồng và quà', 'Tỷ lệ']],
])('%s is a unit', (expected, texts) => {
  for (const text of texts) expect([text, short(unitOf(text))]).toEqual([text, expected]);
});

test.each([
  ['VND e6, household', ['(ĐVT: triệu đồng, hộ)', 'Đơn vị tính: triệu đồng, hộ']],
  ['percent', ['Tỷ lệ (%)']],
  ['person', ['Số lượng (người)', 'Dân số (người)']],
  ['', ['Hỗ trợ (nếu có)', 'Hộ nghèo (theo chuẩn mới)']],
])('%s stands in brackets or behind its announcement', (expected, texts) => {
  for (const text of texts) expect([text, unitsIn(text).map(short).join(', ')]).toEqual([text, expected]);
});

test.each([
  ['household', ['Số hộ nghèo', 'Tổng số hộ', 'Số hộ còn dư nợ', 'Số hộ được hỗ trợ kinh phí']],
  ['person', ['Số lao động', 'Số người tham gia BHYT', 'Tổng số nhân khẩu']],
  ['percent', ['Tỷ lệ hộ nghèo', '% so với KH']],
  ['VND', ['Kinh phí', 'Dư nợ', 'Tổng số tiền', 'Doanh số cho vay', 'Kinh phí hỗ trợ số hộ nghèo']],
  ['none', ['Hộ nghèo', 'Kế hoạch', 'Dân tộc thiểu số', 'Tổng số']],
])('%s is said outright', (expected, texts) => {
  for (const text of texts) expect([text, short(measureIn(text, true))]).toEqual([text, expected]);
});

test.each([
  ['household', ['Hộ nghèo', 'Hộ cận nghèo']],
  ['person', ['Nhân khẩu', 'Trẻ em mồ côi', 'Xuất khẩu lao động']],
  ['none', ['Kế hoạch', 'Dân tộc thiểu số', 'Việc làm', 'Nhà ở', 'Chương trình', 'Tỉnh']],
])('%s is named by a noun', (expected, texts) => {
  for (const text of texts) expect([text, short(measureIn(text, false))]).toEqual([text, expected]);
});
