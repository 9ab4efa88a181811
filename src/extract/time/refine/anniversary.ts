import { firstOf, lastOf } from '../calendar.ts';
import type { Refiner, TimeMention } from '../types.ts';
import { before, chain } from './neighbours.ts';

const AFTER = 100;

/** How many years an anniversary counts: from a day to the same day years later, or the number its words give. */
const isAnniversary = (m: TimeMention, lower: string): boolean => {
  const { start, end } = m;
  if (m.kind !== 'range' || start === null || end === null || start === 'now' || end === 'now') return false;
  if (typeof start.year !== 'number' || typeof end.year !== 'number') return false;
  const years = end.year - start.year;
  if (years < 5) return false;
  if (start.month === end.month && start.day === end.day) return true;
  return new RegExp(`(?:kỷ niệm|mừng|lễ) ${years} năm[^\\p{N}]*[(]$`, 'u').test(before(m, lower, AFTER));
};

/** "kỷ niệm 70 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2017)": the year it is held, as with Tết. */
export const anniversary: Refiner = {
  name: 'anniversary',
  refine: (mentions, lower) =>
    mentions.map((m) => {
      if (!isAnniversary(m, lower) || m.end === null || m.end === 'now') return m;
      const { year } = m.end;
      return { ...m, kind: 'festival', start: firstOf(year), end: lastOf(year), rule: chain(m.rule, 'anniversary') };
    }),
};
