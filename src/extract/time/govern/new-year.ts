import type { TimeKind, TimeMention } from '../types.ts';

/** The lunar year begins between 21 January and 20 February; what is told of Tết happens around it. */
const LAST_MONTH = 3;
const DAYS: ReadonlySet<TimeKind> = new Set(['date', 'until']);

/**
 * The year of a day at the beginning of a year that its own words leave out, where the text speaks of one Tết alone:
 * "ngày 12/2 (27 Tết Mậu Tuất)" is of 2018.
 */
export const newYear = (mentions: readonly TimeMention[]): ((mention: TimeMention) => number | null) => {
  const years = new Set(
    mentions.flatMap(({ kind, start }) =>
      kind === 'festival' && start !== null && start !== 'now' && typeof start.year === 'number' ? [start.year] : [],
    ),
  );
  const [only] = years;
  return ({ kind, start }) =>
    years.size === 1 && DAYS.has(kind) && start !== null && start !== 'now' && start.month <= LAST_MONTH
      ? (only as number)
      : null;
};
