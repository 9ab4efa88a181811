import { firstOf, lastOf } from '../calendar.ts';
import { words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { int } from './reading.ts';
import { YEAR_WORD, yearOf } from './year-word.ts';

const NOW =
  '(?:nay|hiện nay|hiện tại|bây giờ|giờ|thời điểm này|thời điểm hiện tại|thời điểm hiện nay|thời điểm báo cáo|ngày báo cáo|thời điểm kiểm tra)';

/** "đến nay", "tính đến thời điểm này": the day of the report. */
export const upToNow: Parser = {
  name: 'up-to-now',
  pattern: words(`(?:(?:tính |cho )?(?:đến|tới)(?: thời điểm)?|cho tới) ${NOW}`),
  read: () => ({ kind: 'now', start: 'now', end: 'now' }),
};

/** "hiện nay", "hiện có": the day of the report, unless another time stands before it in its sentence. */
export const presently: Parser = {
  name: 'presently',
  pattern: words('(?:hiện nay|hiện tại|hiện|hiện giờ)'),
  read: (_, { before, after }) =>
    /(?:thực|thể|phát|biểu|xuất|cụ thể)[^\S\n]+$/u.test(before) ||
    /^[^\S\n]+(?:đại|thực|hành|hữu|trạng|vật|tượng|diện)/u.test(after)
      ? null
      : { kind: 'now', start: 'now', end: 'now' },
};

const TO_NOW = `,?(?: cho)? (?:đến|tới)(?: thời điểm)?(?: ${NOW}| nay)`;

/** "từ năm 2016 đến nay", "từ đầu năm đến nay", "từ tháng 3/2018 đến nay". */
export const sinceYear: Parser = {
  name: 'since-year-to-now',
  pattern: words(
    `(?:kể )?từ (?:sau |khi )?(?<edge>đầu |cuối |giữa )?(?:năm (?<y>${YEAR})|(?<y2>${YEAR})|(?<w>${YEAR_WORD})|năm)${TO_NOW}`,
  ),
  read: ({ edge, y, y2, w }) => {
    const of = yearOf(y ?? y2, w);
    const start = edge?.startsWith('cuối') ? lastOf(of) : edge?.startsWith('giữa') ? lastOf(of, 6) : firstOf(of);
    return { kind: 'since', start, end: 'now' };
  },
};

/** "2016 - nay", "năm 2016 đến nay". */
export const yearToNow: Parser = {
  name: 'year-to-now',
  pattern: words(`(?:giai đoạn |năm )?(?<y>${YEAR})(?:_[-–]_nay| (?:đến|tới) nay)`),
  read: ({ y }) => ({ kind: 'since', start: firstOf(int(y)), end: 'now' }),
};
