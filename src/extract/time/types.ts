import type { Span } from '../../model/index.ts';

/** A calendar year as written (2023), counted back from the year of the report ({ ago: 1 } is last year), or unsaid. */
export type Year = number | { ago: number } | null;

/** One day; `day: 'last'` is the last of its month. */
export type Day = { year: Year; month: number; day: number | 'last' };

/** A day, or the day the report was issued ("nay"). */
export type Moment = Day | 'now';

export type TimeKind =
  | 'date'
  | 'month'
  | 'quarter'
  | 'year'
  | 'range'
  | 'half'
  | 'months'
  | 'school_year'
  | 'season'
  | 'since'
  | 'until'
  | 'point'
  | 'now'
  | 'relative'
  | 'same_period'
  | 'past'
  | 'festival'
  | 'occasion'
  | 'duration'
  | 'rate'
  | 'age'
  | 'clock'
  | 'decade'
  | 'century'
  | 'name';

/** An expression of time in the text. `start`…`end` (both included) as far as its words say; null where they say nothing. */
export type TimeMention = {
  span: Span;
  kind: TimeKind;
  start: Moment | null;
  end: Moment | null;
  /** For durations and "N năm qua": how many of `unit`. */
  count: number | null;
  unit: 'day' | 'week' | 'month' | 'year' | null;
  /** The rules that read it, in order. */
  rule: string;
};

/** What a parser makes of a match; `null` refuses it. */
export type Reading = Partial<Omit<TimeMention, 'span' | 'rule' | 'kind'>> & { kind: TimeKind };

/** One way of writing a time. `read` gets the named groups, the matched words and what follows them, in lower case. */
export type Parser = {
  name: string;
  pattern: RegExp;
  read(groups: Partial<Record<string, string>>, around: { before: string; after: string }): Reading | null;
};

/** A pass over neighbouring mentions in text order: joins, widens or drops them. `lower` is the text in lower case. */
export type Refiner = { name: string; refine(mentions: TimeMention[], lower: string): TimeMention[] };
