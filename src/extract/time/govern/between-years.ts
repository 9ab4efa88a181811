import { quick } from '../../text/quick.ts';
import type { Grant } from '../grant.ts';
import type { TimeMention } from '../types.ts';
import { type DatedFigure, leftOf, type Sentence } from './view.ts';

const IN_TURN = quick(/(?<![\p{L}\p{M}])(?:lần lượt|tương ứng)(?![\p{L}\p{M}])/u);

/** "các năm 2011, 2012 và 2013 lần lượt là 90, 70 và 50 hộ": each figure with the year that stands in its place, or none. */
export const eachItsYear = (m: TimeMention, figures: readonly DatedFigure[], s: Sentence): [DatedFigure, Grant][] => {
  const years = s.lower.slice(m.span.start, m.span.end).match(/(?<!\p{N})\p{N}{4}(?!\p{N})/gu) ?? [];
  if (!m.rule.startsWith('year-list') || years.length !== figures.length) return [];
  if (!IN_TURN.test(s.lower.slice(m.span.end, figures.at(-1)?.span.start))) return [];
  return figures.map((f, i) => [
    f,
    { period: { start: `${years[i]}-01-01`, end: `${years[i]}-12-31` }, forTargets: false },
  ]);
};

const YEARLY = /(?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm)(?![\p{L}\p{M}])[^;.]{0,40}$/u;
const CHANGED = quick(/(?<![\p{L}\p{M}])(?:xuống|còn|lên|giảm|tăng)(?![\p{L}\p{M}])/u);

/** "từ 15% năm 2016 xuống 6% cuối năm 2020, bình quân mỗi năm giảm 2%": a yearly mean of the years between, or null. */
export const meanBetween = (
  f: DatedFigure,
  latest: TimeMention,
  grants: ReadonlyMap<TimeMention, Grant>,
  s: Sentence,
): Grant | null => {
  if (!YEARLY.test(leftOf(f.span.start, s, 60))) return null;
  const to = grants.get(latest)?.period;
  for (const [m, { period }] of grants) {
    if (!to || period === null || m.span.end > latest.span.start) continue;
    if (period.start.slice(0, 4) >= to.end.slice(0, 4) || period.start.slice(0, 4) < period.end.slice(0, 4)) continue;
    if (!CHANGED.test(s.lower.slice(m.span.start, latest.span.end + 40))) continue;
    const years = { start: `${period.start.slice(0, 4)}-01-01`, end: `${to.end.slice(0, 4)}-12-31` };
    return { period: years, forTargets: false };
  }
  return null;
};
