import { words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { YEAR_WORD, yearOf } from './year-word.ts';

/** "cùng kỳ (năm trước)", "cùng thời điểm năm 2022": the report's own period in another year. */
export const samePeriod: Parser = {
  name: 'same-period',
  pattern: words(
    `cùng (?:kỳ|kì|thời điểm|thời gian|giai đoạn)(?:,?(?: của)?(?: năm (?<y>${YEAR})| (?<w>${YEAR_WORD})|_[/(]?_(?<y2>${YEAR})[)]?))?`,
  ),
  read: ({ y, y2, w }) => {
    const of = yearOf(y ?? y2, w) ?? { ago: 1 };
    return { kind: 'same_period', start: { year: of, month: 1, day: 1 }, end: { year: of, month: 12, day: 31 } };
  },
};
