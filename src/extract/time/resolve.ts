import type { Period } from '../../model/index.ts';
import { daysIn, isDay, iso } from './calendar.ts';
import type { Day, Moment, TimeKind, TimeMention, Year } from './types.ts';

/** What relative words are counted from. `issued` is a whole date or null; the years are the best known. */
export type Anchor = {
  issued: string | null;
  year: number | null;
  issuedYear: number | null;
  period: Period | null;
  /** The day was read off the text's opening, not given as the date of issue. */
  inferred: boolean;
};

/** From the document's date of issue (ISO, possibly only a year or month) and period. */
export const anchorOf = (issued: string | null, period: Period | null, inferred = false): Anchor => {
  const issuedYear = issued === null ? null : Number(issued.slice(0, 4));
  const year = period === null ? issuedYear : Number(period.end.slice(0, 4));
  return { issued: issued?.length === 10 ? issued : null, year, issuedYear: issuedYear ?? year, period, inferred };
};

/** Parts of "the year" are the report's own; a bare month or day belongs to the year last spoken of. */
const OF_THE_REPORT = new Set<TimeKind>(['half', 'months', 'point', 'since', 'until']);

const yearIn = (year: Year, kind: TimeKind, anchor: Anchor, near: number | null): number | null => {
  if (typeof year === 'number') return year;
  if (year === null) return OF_THE_REPORT.has(kind) ? (anchor.year ?? near) : (near ?? anchor.year);
  const base = anchor.issuedYear ?? near;
  return base === null ? null : base - year.ago;
};

const dateOf = (moment: Moment | null, kind: TimeKind, anchor: Anchor, near: number | null): string | null => {
  if (moment === null) return null;
  if (moment === 'now') return anchor.issued;
  const year = yearIn(moment.year, kind, anchor, near);
  if (year === null) return null;
  const day: Day & { year: number } = { ...moment, year };
  return day.day === 'last' || isDay(day.day, day.month, year) ? iso(day) : null;
};

const split = (date: string): [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];

const addMonths = (year: number, month: number, by: number): { year: number; month: number } => {
  const months = year * 12 + (month - 1) + by;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
};

/** "7 tháng qua" are whole months before the report (its own when it closes), "5 năm qua" whole years. */
const pastPeriod = (count: number, unit: TimeMention['unit'], issued: string): Period | null => {
  const [y, m, d] = split(issued);
  if (unit === 'month') {
    const last = addMonths(y, m, d >= 25 ? 0 : -1);
    const first = addMonths(last.year, last.month, 1 - count);
    return { start: iso({ ...first, day: 1 }), end: iso({ ...last, day: daysIn(last.year, last.month) }) };
  }
  if (unit !== 'year') return null;
  const last = m >= 11 ? y : y - 1;
  return { start: iso({ year: last - count + 1, month: 1, day: 1 }), end: iso({ year: last, month: 12, day: 31 }) };
};

/** The report's own period `years` earlier: what "cùng kỳ năm trước" names. */
const shifted = (period: Period, years: number): Period => {
  const back = (date: string): string => {
    const [y, m, d] = split(date);
    const year = y - years;
    return iso({ year, month: m, day: d === daysIn(y, m) ? 'last' : d });
  };
  return { start: back(period.start), end: back(period.end) };
};

/** "Từ đầu năm 2023, …" without "đến nay". */
const opensItsYear = ({ rule, start, end }: TimeMention): boolean =>
  rule.endsWith('edge+since') && end === 'now' && start !== null && start !== 'now' && start.month === 1;

/** Where nobody says when the text was written, what began with a year is that year's. */
const yearFrom = (start: string | null): Period | null =>
  start === null ? null : { start, end: `${start.slice(0, 4)}-12-31` };

/** First and last day of a mention, or null where its words and the anchor do not settle both. `near` is the year last spoken of, `spoken` the period that "cùng kỳ" repeats. */
export const resolve = (
  mention: TimeMention,
  anchor: Anchor,
  near: number | null,
  spoken: Period | null = null,
): Period | null => {
  if (mention.kind === 'past')
    return anchor.issued === null || mention.count === null
      ? null
      : pastPeriod(mention.count, mention.unit, anchor.issued);
  if (mention.kind === 'same_period') {
    const year =
      mention.start === null || mention.start === 'now' ? null : yearIn(mention.start.year, mention.kind, anchor, near);
    const base = spoken ?? anchor.period;
    return year === null || base === null ? null : shifted(base, Number(base.end.slice(0, 4)) - year);
  }
  const start = dateOf(mention.start, mention.kind, anchor, near);
  if (anchor.issued === null && opensItsYear(mention)) return yearFrom(start);
  const end = dateOf(mention.end, mention.kind, anchor, near);
  return start === null || end === null || start > end ? null : { start, end };
};

/** The year a mention speaks of in its own words, else null. */
export const ownYear = (mention: TimeMention): number | null => {
  for (const moment of [mention.end, mention.start])
    if (moment !== null && moment !== 'now' && typeof moment.year === 'number') return moment.year;
  return null;
};

const BARE = new Set<TimeKind>(['date', 'month', 'quarter']);

/**
 * The year of a day, month or quarter written without one: that in which it falls within the period reported on,
 * else the year in which it lies nearest the day of issue. Null where neither settles it.
 */
export const yearOfReport = (mention: TimeMention, anchor: Anchor): number | null => {
  const { start } = mention;
  if (!BARE.has(mention.kind) || start === null || start === 'now' || start.year !== null) return null;
  const inYear = (year: number): string => iso({ ...start, year });
  if (anchor.period !== null) {
    const { start: first, end: last } = anchor.period;
    const year = Number(last.slice(0, 4));
    return first.slice(0, 4) === last.slice(0, 4) && first <= inYear(year) && inYear(year) <= last ? year : null;
  }
  if (anchor.issued === null) return null;
  const year = Number(anchor.issued.slice(0, 4));
  const away = (candidate: number) => Math.abs(Date.parse(inYear(candidate)) - Date.parse(anchor.issued as string));
  return [year - 1, year, year + 1].reduce((a, b) => (away(b) < away(a) ? b : a));
};
