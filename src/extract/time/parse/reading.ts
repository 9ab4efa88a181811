import { day, firstOf, isDay, lastOf } from '../calendar.ts';
import type { Reading, TimeKind, Year } from '../types.ts';

/** The number of matched digits; NaN where the group matched nothing. */
export const int = (digits: string | undefined): number => Number(digits);

/** The year of matched digits; unsaid where the group matched nothing. */
export const yearIn = (digits: string | undefined): number | null => (digits === undefined ? null : int(digits));

/** One day, refused where the calendar has none such. */
export const onDay = (d: string | undefined, m: string | undefined, y?: string): Reading | null => {
  const date = day(yearIn(y), int(m), int(d));
  return isDay(int(d), int(m), yearIn(y) ?? 2000) ? { kind: 'date', start: date, end: date } : null;
};

/** Whole months of a year, both included. */
export const months = (kind: TimeKind, from: number, to: number, year: Year): Reading => ({
  kind,
  start: firstOf(year, from),
  end: lastOf(year, to),
});

/** Whole years, both included; refused where they run backwards. */
export const years = (kind: TimeKind, from: number, to: number): Reading | null =>
  from <= to ? { kind, start: firstOf(from), end: lastOf(to) } : null;
