import { firstOf, lastOf } from '../calendar.ts';
import { DASH, words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { int } from './reading.ts';

/** "năm học 2022-2023" runs from September to May (spec/figures.md); a term is named within it. */
export const schoolYear: Parser = {
  name: 'school-year',
  pattern: words(
    `(?:(?:học kỳ|học kì|kỳ) (?<term>i{1,3}|[12]) )?(?:của )?năm học(?: mới)?:? (?<a>${YEAR})(?:(?:${DASH}|/| đến )(?<b>${YEAR}))?`,
  ),
  read: ({ a, term }) => {
    const second = term === 'ii' || term === '2';
    if (term === undefined) return { kind: 'school_year', start: firstOf(int(a), 9), end: lastOf(int(a) + 1, 5) };
    return {
      kind: 'school_year',
      start: second ? firstOf(int(a) + 1, 1) : firstOf(int(a), 9),
      end: second ? lastOf(int(a) + 1, 5) : lastOf(int(a), 12),
    };
  },
};
