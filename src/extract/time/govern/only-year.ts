import type { TimeKind, TimeMention } from '../types.ts';
import { isOfAPaper } from './not-the-period.ts';

const DAYS: ReadonlySet<TimeKind> = new Set(['date', 'until', 'since']);
/** "đến năm 2025" is no day written in full. */
const BY_YEARS = /^(?:bare-)?year/u;
/** The lunar year begins between 21 January and 20 February; what is told of Tết happens around it. */
const LAST_MONTH_OF_TET = 3;

/** The year of a mention's last day, where its words give it. */
const yearOf = ({ start, end }: TimeMention): number | null => {
  const moment = end ?? start;
  return moment !== null && moment !== 'now' && typeof moment.year === 'number' ? moment.year : null;
};

/** The one year of these mentions, or null where they name none or several. */
const onlyYear = (mentions: readonly TimeMention[]): number | null => {
  const years = new Set(mentions.map(yearOf));
  const [only] = years;
  return years.size === 1 ? (only ?? null) : null;
};

/**
 * The year of a day that its own words leave out and nothing before it tells: the one of all days that the text
 * writes in full, else, for a day at the beginning of a year, that of the one Tết it speaks of ("ngày 12/2 (27 Tết
 * Mậu Tuất)" is of 2018).
 */
export const yearOfText = (
  mentions: readonly TimeMention[],
  lower: string,
): ((mention: TimeMention) => number | null) => {
  const dated = onlyYear(
    mentions.filter((m) => DAYS.has(m.kind) && !BY_YEARS.test(m.rule) && yearOf(m) !== null && !isOfAPaper(m, lower)),
  );
  const tet = onlyYear(mentions.filter((m) => m.kind === 'festival' && yearOf(m) !== null));
  return ({ kind, start }) => {
    if (!DAYS.has(kind) || start === null || start === 'now') return null;
    return dated ?? (start.month <= LAST_MONTH_OF_TET ? tet : null);
  };
};
