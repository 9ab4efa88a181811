import { firstOf, lastOf } from '../calendar.ts';
import { DASH, words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { int } from './reading.ts';

const ORDINAL = '(?:[0-9]{1,3}|[ivxl]{1,7}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)';

/** "nhiệm kỳ 2020 - 2025", "giai đoạn 1 nhiệm kỳ 2016 - 2020", "niên khóa 2020-2024", "khóa 2021-2026". */
export const term: Parser = {
  name: 'term',
  pattern: words(
    `(?:(?:đầu |cuối |giữa )?(?:nhiệm kỳ|nhiệm kì|niên khóa|niên khoá|khóa|khoá)(?: [ivxl]{1,7},?)?(?: nhiệm kỳ)?(?: năm)?:? ?[(]?(?<y>${YEAR})(?:${DASH}|/| đến )(?:năm )?(?<y2>${YEAR}))`,
  ),
  read: ({ y, y2 }) => ({ kind: 'name', start: firstOf(int(y)), end: lastOf(int(y2)) }),
};

/** "kỳ họp thứ 9", "lần thứ XXI", "khóa XII", "năm thứ năm liên tiếp": which one, not when. */
export const ordinal: Parser = {
  name: 'ordinal',
  pattern: words(
    `(?:kỳ họp(?: lần)?|phiên họp(?: lần)?|hội nghị lần|đại hội(?: lần)?|lần|năm|tháng|tuần|ngày) thứ ${ORDINAL}|(?:khóa|khoá|giai đoạn) (?:[ivxl]{1,7}|[0-9]{1,2})`,
  ),
  read: (_, { after }) => (/^[^\S\n]năm[^\S\n]\p{N}{4}/u.test(after) ? null : { kind: 'name' }),
};
