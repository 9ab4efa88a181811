import type { Period, Span } from '../../../model/index.ts';

const PLAN_OF_THE_YEAR =
  /(?:kế hoạch|chỉ tiêu)(?: cả| của)? năm[^\S\n]*\((?:(?:kh|kế hoạch|chỉ tiêu|ct)(?: năm| cả năm| là)?)?:?[^\S\n]*$/u;

/** "đạt 22,9% kế hoạch năm (36.000 lao động)": what was planned is planned for the whole year. */
export const planOfTheYear = (f: { span: Span }, lower: string, period: Period | null): Period | null => {
  const year = period?.end.slice(0, 4);
  return year !== undefined && PLAN_OF_THE_YEAR.test(lower.slice(Math.max(0, f.span.start - 50), f.span.start))
    ? { start: `${year}-01-01`, end: `${year}-12-31` }
    : period;
};
