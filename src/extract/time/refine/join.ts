import { partsFigures } from '../parse/year.ts';
import type { Day, Moment, Refiner, TimeMention } from '../types.ts';
import { before, between, chain, joinPairs } from './neighbours.ts';

const BOUNDED = new Set([
  'date',
  'month',
  'quarter',
  'year',
  'relative',
  'point',
  'months',
  'half',
  'decade',
  'school_year',
]);
const bounded = (m: TimeMention): boolean => BOUNDED.has(m.kind) && m.start !== null && m.end !== null;

/** A first bound written without its year takes the second's: "từ tháng 1 đến tháng 6 năm 2023". */
const withYearOf = (a: Moment | null, b: Moment | null): Moment | null =>
  a !== null && a !== 'now' && a.year === null && b !== null && b !== 'now' ? ({ ...a, year: b.year } as Day) : a;

const both = (a: TimeMention, b: TimeMention, kind: TimeMention['kind'], rule: string): TimeMention => ({
  ...b,
  kind,
  span: { start: a.span.start, end: b.span.end },
  start: withYearOf(a.start, b.start),
  end: b.end,
  rule: chain(a.rule, b.rule, rule),
});

/** "từ A đến B", "A - B": one range. */
export const fromTo: Refiner = {
  name: 'from-to',
  refine: (mentions, lower) =>
    joinPairs(mentions, (a, b) => {
      const gap = between(a, b, lower);
      if (gap === null || !bounded(a)) return null;
      const from =
        /(?:^|[^\p{L}\p{M}])(?:kể )?từ(?: cuối| đầu| giữa)?[^\S\n]+$/u.test(before(a, lower)) ||
        lower.startsWith('từ', a.span.start);
      if (b.kind === 'now' && from && /^,?[^\S\n]*$/u.test(gap)) return both(a, b, 'since', 'from-to');
      if (!bounded(b) || b.kind === 'now') return null;
      const dash = /^[^\S\n]*[-–—][^\S\n]*$/u.test(gap) && a.kind === b.kind && a.kind !== 'year';
      // A bare "đến 27-6" holds its own word.
      const words = gap + (/^(?:đến|tới) /u.exec(lower.slice(b.span.start, b.span.start + 5))?.[0] ?? '');
      const to = /^[^\S\n]*(?:cho )?(?:đến|tới)(?: hết| cuối)?[^\S\n]*$/u.test(words);
      return dash || (to && (from || (a.kind === 'month' && b.kind === 'month')))
        ? both(a, b, 'range', 'from-to')
        : null;
    }),
};

const ADDABLE = new Set(['year', 'months', 'half', 'quarter', 'month', 'relative', 'range']);

/** "năm 2022 và 09 tháng đầu năm 2023": from the first day of the one to the last of the other. */
export const sum: Refiner = {
  name: 'sum',
  refine: (mentions, lower) =>
    joinPairs(mentions, (a, b) => {
      const gap = between(a, b, lower);
      if (partsFigures(before(a, lower), lower.slice(b.span.end, b.span.end + 12))) return null;
      return gap !== null && /^[^\S\n]*(?:và|&)[^\S\n]*$/u.test(gap) && ADDABLE.has(a.kind) && ADDABLE.has(b.kind)
        ? both(a, b, 'range', 'sum')
        : null;
    }),
};

/** "Năm 2019, đến hết tháng 7": the year up to that month. */
export const yearUntilMonth: Refiner = {
  name: 'year-until-month',
  refine: (mentions, lower) =>
    joinPairs(mentions, (a, b) => {
      const gap = between(a, b, lower);
      const within = gap !== null && /^,?[^\S\n]*(?:tính )?(?:đến|tới)(?: hết| cuối| ngày)*[^\S\n]*$/u.test(gap);
      if (!within || a.kind !== 'year' || (b.kind !== 'month' && b.kind !== 'date')) return null;
      if (b.end === null || b.end === 'now' || b.end.year !== null || a.start === null || a.start === 'now')
        return null;
      return { ...both(a, b, 'range', 'year-until-month'), end: { ...b.end, year: a.start.year } };
    }),
};
