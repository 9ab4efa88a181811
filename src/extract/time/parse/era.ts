import { firstOf, lastOf } from '../calendar.ts';
import { words } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { int } from './reading.ts';

/** "thập niên 90", "những năm 2000", "những năm 80 của thế kỷ trước". */
export const decade: Parser = {
  name: 'decade',
  pattern: words(
    '(?:(?:thập niên|thập kỷ|những năm|các năm)(?: đầu| cuối)?(?: của)?(?: thập niên| thập kỷ)?) (?<y>(?:19|20)?[0-9]0)(?: của thế kỷ (?:trước|[xiv]{1,5}|[12][0-9]))?',
  ),
  read: ({ y }) => {
    const n = int(y);
    const from = n > 100 ? n : n >= 30 ? 1900 + n : 2000 + n;
    return { kind: 'decade', start: firstOf(from), end: lastOf(from + 9) };
  },
};

/** "thế kỷ XX", "thế kỷ 21". */
export const century: Parser = {
  name: 'century',
  pattern: words('thế kỷ (?:thứ )?(?:[ivx]{1,5}|[12]?[0-9])'),
  read: () => ({ kind: 'century' }),
};
