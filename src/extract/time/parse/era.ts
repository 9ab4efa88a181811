import { firstOf, lastOf } from '../calendar.ts';
import { words } from '../pattern.ts';
import type { Parser } from '../types.ts';

/** "thập niên 90", "những năm 2000", "những năm 80 của thế kỷ trước". */
export const decade: Parser = {
  name: 'decade',
  pattern: words(
    '(?:(?:thập niên|thập kỷ|những năm|các năm)(?: đầu| cuối)?(?: của)?(?: thập niên| thập kỷ)?) (?<y>(?:19|20)?[0-9]0)(?: của thế kỷ (?:trước|[xiv]{1,5}|[12][0-9]))?',
  ),
  read: ({ y }) => {
    const from = y.length === 4 ? +y : +y >= 30 ? 1900 + +y : 2000 + +y;
    return { kind: 'decade', start: firstOf(from), end: lastOf(from + 9) };
  },
};

/** "thế kỷ XX", "thế kỷ 21". */
export const century: Parser = {
  name: 'century',
  pattern: words('thế kỷ (?:thứ )?(?:[ivx]{1,5}|[12]?[0-9])'),
  read: () => ({ kind: 'century' }),
};
