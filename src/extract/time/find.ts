import { age, ageGroup } from './parse/age.ts';
import { clock } from './parse/clock.ts';
import {
  bareDayAndMonth,
  dayAlone,
  dayAndMonth,
  dayRange,
  fullDate,
  today,
  todayAndMonth,
  writtenDate,
} from './parse/date.ts';
import { duration, past } from './parse/duration.ts';
import { century, decade } from './parse/era.ts';
import { festival } from './parse/festival.ts';
import { bareMonth, month, monthRun, writtenMonth } from './parse/month.ts';
import { ordinal, term } from './parse/name.ts';
import { presently, sinceYear, upToNow, yearToNow } from './parse/now.ts';
import { commemoration, feast, namedDay } from './parse/occasion.ts';
import { cumulated, edgeOfThisYear, halfYear, monthsOfYear } from './parse/part-of-year.ts';
import { quarter } from './parse/quarter.ts';
import { perPeriod, rate } from './parse/rate.ts';
import { samePeriod } from './parse/same-period.ts';
import { schoolYear } from './parse/school-year.ts';
import { season } from './parse/season.ts';
import { bareYear, bareYearRange, pastYear, relativeYear, thisYear, year, yearList, yearRange } from './parse/year.ts';
import { lowerCase } from './pattern.ts';
import { edge, since, until } from './refine/edge.ts';
import { fromTo, sum, yearUntilMonth } from './refine/join.ts';
import type { Parser, Refiner, TimeMention } from './types.ts';

/** Every way of writing a time. Of overlapping readings the first to begin wins, then the longest, then this order. */
const PARSERS: Parser[] = [
  fullDate,
  writtenDate,
  dayRange,
  dayAndMonth,
  todayAndMonth,
  today,
  dayAlone,
  feast,
  namedDay,
  commemoration,
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
  age,
  ageGroup,
  perPeriod,
  rate,
  duration,
  ordinal,
  clock,
];

/** What neighbouring mentions make together, in this order. */
const REFINERS: Refiner[] = [yearUntilMonth, edge, fromTo, sum, until, since];

const REACH = 24;

const matches = (parser: Parser, lower: string): TimeMention[] => {
  const found: TimeMention[] = [];
  for (const m of lower.matchAll(parser.pattern)) {
    const span = { start: m.index, end: m.index + m[0].length };
    const before = lower.slice(Math.max(0, span.start - REACH), span.start);
    const after = lower.slice(span.end, span.end + REACH);
    const reading = parser.read(m.groups ?? {}, { before, after });
    if (reading !== null)
      found.push({ span, start: null, end: null, count: null, unit: null, ...reading, rule: parser.name });
  }
  return found;
};

const withoutOverlaps = (mentions: TimeMention[]): TimeMention[] => {
  const sorted = mentions
    .map((m, order) => ({ m, order }))
    .sort((a, b) => a.m.span.start - b.m.span.start || b.m.span.end - a.m.span.end || a.order - b.order);
  const kept: TimeMention[] = [];
  for (const { m } of sorted) if (m.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(m);
  return kept;
};

/**
 * Every expression of time in `text` (NFC), in order, without overlaps: dates, periods, durations, ages,
 * clock times, feasts, terms of office. Their digits are no figures. Spans are UTF-16 offsets.
 */
export const findTimes = (text: string): TimeMention[] => {
  const lower = lowerCase(text);
  const found = withoutOverlaps(PARSERS.flatMap((parser) => matches(parser, lower)));
  return REFINERS.reduce((mentions, { refine }) => refine(mentions, lower), found);
};
