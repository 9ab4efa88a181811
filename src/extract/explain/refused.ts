import { overlaps, type SourceDocument, type Span } from '../../model/index.ts';
import { findFigures, type Refused } from '../figures/index.ts';
import type { Items } from '../items.ts';
import { furniture } from '../structure/index.ts';
import { closedToProse } from '../tables/index.ts';
import { findTimes, type TimeKind } from '../time/index.ts';

export type { Refused } from '../figures/index.ts';

const TIMES: Readonly<Partial<Record<TimeKind, string>>> = {
  age: 'it is an age',
  clock: 'it is a time of day',
  duration: 'it says how long',
  past: 'it says how long ago',
  name: 'it says which term, session or stage',
  occasion: 'it is the day that names an occasion',
  festival: 'it is the year of a feast',
  school_year: 'it is a school year',
};
const DIGITS = /\d+(?:[.,/-]\d+)*/g;
const WRITTEN = new Set<TimeKind>(['duration', 'past', 'age']);

/** Ascending spans that a stretch may lie in, asked for in ascending order. */
const among = (spans: readonly Span[]): ((span: Span) => boolean) => {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let from = 0;
  let reach: Span[] = [];
  return (span) => {
    for (; from < sorted.length && (sorted[from] as Span).start < span.end; from += 1) reach.push(sorted[from] as Span);
    reach = reach.filter(({ end }) => end > span.start);
    return reach.some((other) => overlaps(other, span));
  };
};

/** Every number of a document that is no figure, in reading order, each once, with the reason. */
export const refusedNumbers = (document: SourceDocument, { layout, excluded, drafts, tables }: Items): Refused[] => {
  const { text } = document;
  const judged: Refused[] = [];
  findFigures(layout, excluded, (number) => judged.push(number));
  const times = findTimes(text)
    .filter(({ span, kind }) => /\d/.test(text.slice(span.start, span.end)) || WRITTEN.has(kind))
    .map(({ span, kind, rule }) => ({
      span,
      name: kind,
      because: TIMES[kind] ?? `it says when (${rule})`,
    }));
  const told = [...judged, ...times];
  const isTold = among([...told.map(({ span }) => span), ...drafts.map(({ span }) => span)]);
  const inFurniture = among(furniture(document));
  const inTable = among(closedToProse(tables));
  const rest = [...text.matchAll(DIGITS)].flatMap(({ 0: digits, index }): Refused[] => {
    const span = { start: index, end: index + digits.length };
    if (isTold(span)) return [];
    if (inFurniture(span)) return [{ span, name: 'furniture', because: 'it stands in furniture of the page' }];
    if (inTable(span)) return [{ span, name: 'table', because: 'it heads, numbers or names a line of a table' }];
    return [{ span, name: 'in_a_word', because: 'letters or a code are grown together with it' }];
  });
  return [...told, ...rest].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
};
