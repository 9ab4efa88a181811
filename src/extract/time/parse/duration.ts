import { COUNT, countOf } from '../numerals.ts';
import { DASH, words } from '../pattern.ts';
import type { Parser, TimeMention } from '../types.ts';

const UNITS = new Map<string | undefined, TimeMention['unit']>([
  ['ngày', 'day'],
  ['tuần', 'week'],
  ['tháng', 'month'],
  ['năm', 'year'],
]);
const UNIT = '(?:ngày|tuần|tháng|quý|năm|giờ|phút|giây|tiếng đồng hồ|thập kỷ|thập niên|thế kỷ)';
/** "còn 30 năm 2022", "tuần 1 tháng 6": the number belongs to what stands before it. */
const NAMES_A_DATE =
  /^(?:năm[^\S\n]+(?:(?:19|20)\p{N}{2}(?!\p{N})|học(?![\p{L}\p{M}]))|tháng[^\S\n]+(?:0?[1-9]|1[0-2])(?![\p{N}.,]|[^\S\n]+(?:hộ|người|suất)))/u;
const namesADate = (unit = '', after: string): boolean => NAMES_A_DATE.test(unit + after);

const LABOUR_DAYS = /^[^\S\n]+(?:công|người)(?![\p{L}\p{M}])/u;

/** "trong 03 năm", "10 ngày", "12 tháng", "25-30 ngày", "ba năm"; never "1.500 ngày công" nor "năm hộ". */
export const duration: Parser = {
  name: 'duration',
  pattern: words(
    `(?:(?:${COUNT}|[0-9]{1,2},5)(?:${DASH}| đến | hoặc | tới ))?(?<n>${COUNT}|[0-9]{1,2},5) (?<u>${UNIT})(?: rưỡi)?(?: (?:liền|liên tục|liên tiếp))?`,
  ),
  read: ({ n, u }, { after }) =>
    LABOUR_DAYS.test(after) || namesADate(u, after)
      ? null
      : { kind: 'duration', count: n?.includes(',') ? null : countOf(n), unit: UNITS.get(u) ?? null },
};

/** "5 năm qua", "26 năm qua", "7 tháng qua", "3 năm gần đây". */
export const past: Parser = {
  name: 'past',
  pattern: words(
    `(?<n>${COUNT}) (?<u>ngày|tuần|tháng|năm)(?: (?:vừa|trở lại|liên tiếp))? (?:qua|gần đây|trở lại đây|đây|gần nhất|vừa rồi)`,
  ),
  read: ({ n, u }) => ({ kind: 'past', count: countOf(n), unit: UNITS.get(u) ?? null }),
};

/** "những năm gần đây", "mấy năm qua", "thời gian qua": past, nobody says how long. */
export const recently: Parser = {
  name: 'recently',
  pattern: words('(?:những|nhiều|các|mấy|vài) năm (?:vừa )?(?:qua|gần đây|trở lại đây)|thời gian (?:vừa )?qua'),
  read: () => ({ kind: 'past' }),
};
