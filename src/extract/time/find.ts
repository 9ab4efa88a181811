import { dispatcher, matchAt } from '../text/dispatch.ts';
import { remembered } from '../text/remembered.ts';
import { lowerCase } from '../text/words.ts';
import { age, ageGroup } from './parse/age.ts';
import { clock } from './parse/clock.ts';
import {
  bareDayAndMonth,
  bareDayRange,
  dateWithoutWord,
  dayAlone,
  dayAndMonth,
  dayMonthRange,
  dayRange,
  dottedDayAndMonth,
  fullDate,
  isoDate,
  shortYear,
  today,
  todayAndMonth,
  writtenDate,
} from './parse/date.ts';
import { duration, past, recently } from './parse/duration.ts';
import { century, decade } from './parse/era.ts';
import { festival } from './parse/festival.ts';
import { bareMonth, month, monthRun, writtenMonth } from './parse/month.ts';
import { ordinal, term } from './parse/name.ts';
import { presently, sinceYear, upToNow, yearToNow } from './parse/now.ts';
import { commemoration, datedCommemoration, feast, namedDay } from './parse/occasion.ts';
import { cumulated, edgeOfThisYear, halfYear, monthsOfYear } from './parse/part-of-year.ts';
import { quarter } from './parse/quarter.ts';
import { perPeriod, rate } from './parse/rate.ts';
import { samePeriod } from './parse/same-period.ts';
import { schoolYear } from './parse/school-year.ts';
import { season } from './parse/season.ts';
import { bareYear, bareYearRange, pastYear, relativeYear, thisYear, year, yearList, yearRange } from './parse/year.ts';
import { anniversary } from './refine/anniversary.ts';
import { edge, since, until } from './refine/edge.ts';
import { fromTo, sum, yearUntilMonth } from './refine/join.ts';
import type { Parser, Refiner, TimeMention } from './types.ts';

/** Every way of writing a time. Of overlapping readings the first to begin wins, then the longest, then this order. */
const PARSERS: Parser[] = [
  fullDate,
  isoDate,
  shortYear,
  writtenDate,
  dateWithoutWord,
  dayRange,
  bareDayRange,
  dayAndMonth,
  todayAndMonth,
  today,
  dayAlone,
  dayMonthRange,
  dottedDayAndMonth,
  feast,
  namedDay,
  commemoration,
  datedCommemoration,
  bareDayAndMonth,
  festival,
  sinceYear,
  yearToNow,
  upToNow,
  presently,
  samePeriod,
  monthsOfYear,
  cumulated,
  halfYear,
  schoolYear,
  season,
  term,
  quarter,
  monthRun,
  month,
  writtenMonth,
  bareMonth,
  yearList,
  yearRange,
  bareYearRange,
  decade,
  century,
  year,
  relativeYear,
  pastYear,
  thisYear,
  edgeOfThisYear,
  bareYear,
  past,
  recently,
  age,
  ageGroup,
  perPeriod,
  rate,
  duration,
  ordinal,
  clock,
];

/** What neighbouring mentions make together, in this order. */
const REFINERS: Refiner[] = [yearUntilMonth, edge, fromTo, anniversary, sum, until, since];

const REACH = 24;

interface Found extends TimeMention {
  /** Where its parser stands in the list. */
  order: number;
}

const STICKY = PARSERS.map(({ pattern }) => new RegExp(pattern.source, 'uy'));
const eachStart = dispatcher(
  PARSERS.map(({ pattern }) => pattern.source),
  (which) => which,
);

/** What each parser reads in lower-case text; readings of one parser do not overlap. */
const readings = (lower: string): Found[] => {
  const found: Found[] = [];
  const ends = PARSERS.map(() => 0);
  eachStart(lower, (start, orders) => {
    for (const order of orders) {
      const match = start < (ends[order] as number) ? null : matchAt(STICKY[order] as RegExp, lower, start);
      if (!match) continue;
      const end = start + match[0].length;
      ends[order] = end;
      const before = lower.slice(Math.max(0, start - REACH), start);
      const after = lower.slice(end, end + REACH);
      const { name, read } = PARSERS[order] as Parser;
      const reading = read(match.groups ?? {}, { before, after });
      if (reading === null) continue;
      found.push({
        span: { start, end },
        start: null,
        end: null,
        count: null,
        unit: null,
        ...reading,
        rule: name,
        order,
      });
    }
  });
  return found;
};

const withoutOverlaps = (found: Found[]): TimeMention[] => {
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.order - b.order);
  const kept: TimeMention[] = [];
  for (const { order: _, ...mention } of found)
    if (mention.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(mention);
  return kept;
};

/**
 * Every expression of time in `text` (NFC), in order, without overlaps: dates, periods, durations, ages,
 * clock times, feasts, terms of office. Their digits are no figures. Spans are UTF-16 offsets.
 */
export const findTimes = remembered((text: string): readonly TimeMention[] => {
  const lower = lowerCase(text);
  const found = withoutOverlaps(readings(lower));
  return REFINERS.reduce((mentions, { refine }) => refine(mentions, lower), found);
});
