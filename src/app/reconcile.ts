import type { Figure, ReportRecord, Span } from '../model/index.ts';

/** How much of the text on either side of a number tells two equal numbers apart. */
const CONTEXT = 16;

const literal = (text: string, span: Span): string => text.slice(span.start, span.end);
const squeezed = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const before = (text: string, span: Span): string => text.slice(Math.max(0, span.start - CONTEXT), span.end);
const after = (text: string, span: Span): string => text.slice(span.start, span.end + CONTEXT);

type Key = (text: string, span: Span) => string;

/** In one and the same text a figure is where it starts, or where it ends. */
const SAME_TEXT: Key[] = [
  (_, span) => `${span.start}:${span.end}`,
  (_, span) => `${span.start}:`,
  (_, span) => `:${span.end}`,
];

/** In a text that was read anew it is the number between the same words, or after or before them. */
const NEW_TEXT: Key[] = [
  (text, span) => squeezed(before(text, span)) + squeezed(after(text, span)),
  (text, span) => squeezed(before(text, span)),
  (text, span) => squeezed(after(text, span)),
];

type Known = { text: string; figures: Pick<Figure, 'id' | 'span'>[] };

/** Pairs what has one partner on either side under the same key, and leaves the rest. */
const pair = <T extends { span: Span }, U extends { span: Span }>(
  olds: T[],
  news: U[],
  keyOld: (old: T) => string,
  keyNew: (now: U) => string,
): [T, U][] => {
  const groups = new Map<string, { olds: T[]; news: U[] }>();
  const group = (key: string) => {
    const found = groups.get(key) ?? { olds: [], news: [] };
    groups.set(key, found);
    return found;
  };
  for (const old of olds) group(keyOld(old)).olds.push(old);
  for (const now of news) group(keyNew(now)).news.push(now);
  return [...groups.values()].flatMap(({ olds: [old, ...moreOld], news: [now, ...moreNew] }) =>
    old && now && moreOld.length === 0 && moreNew.length === 0 ? [[old, now] as [T, U]] : [],
  );
};

/** Which figure of `known` each figure of `record` is; the surest signs first. */
const partners = (record: ReportRecord, known: Known): Map<Figure, string> => {
  const found = new Map<Figure, string>();
  const taken = new Set<string>();
  const same = record.text === known.text;
  // A person may have put a figure of their own over one they rejected: of two at one place the name tells them apart.
  const named: [Key, boolean][] = same ? SAME_TEXT.slice(0, 1).map((key) => [key, true]) : [];
  const keys: [Key, boolean][] = [
    ...named,
    ...(same ? SAME_TEXT : NEW_TEXT).map((key): [Key, boolean] => [key, false]),
  ];
  for (const [key, byName] of keys) {
    const pairs = pair(
      known.figures.filter(({ id }) => !taken.has(id)),
      record.figures.filter((figure) => !found.has(figure)),
      (old) => key(known.text, old.span) + (byName ? old.id : ''),
      (now) => key(record.text, now.span) + (byName ? now.id : ''),
    );
    for (const [old, now] of pairs) {
      found.set(now, old.id);
      taken.add(old.id);
    }
  }
  return found;
};

const unused = (id: string, taken: Set<string>): string => {
  let name = id;
  for (let n = 2; taken.has(name); n += 1) name = `${id}-${n}`;
  return name;
};

/**
 * The record with its figures under the ids they already have in `known`; a figure not known before keeps its
 * own id unless that belongs to another. Every reference (`partOf`, checks) follows.
 */
export const keepIds = (record: ReportRecord, known: Known): ReportRecord => {
  const partner = partners(record, known);
  const taken = new Set(known.figures.map(({ id }) => id));
  const renamed = new Map<string, string>();
  for (const figure of record.figures) {
    const id = partner.get(figure) ?? unused(figure.id, taken);
    taken.add(id);
    renamed.set(figure.id, id);
  }
  const name = (id: string): string => renamed.get(id) ?? id;
  return {
    ...record,
    figures: record.figures.map((figure) => ({
      ...figure,
      id: name(figure.id),
      partOf: figure.partOf === null ? null : name(figure.partOf),
    })),
    checks: record.checks.map((check) => ({ ...check, figures: check.figures.map(name) })),
  };
};

/** Where `span` of the old text stands in the new: the nearest place with the same words, else an empty span at 0. */
export const relocate = (old: string, now: string, span: Span): Span => {
  const word = literal(old, span);
  if (word !== '' && literal(now, span) === word) return span;
  const places: number[] = [];
  if (word !== '') for (let at = now.indexOf(word); at >= 0; at = now.indexOf(word, at + 1)) places.push(at);
  const nearest = places.sort((a, b) => Math.abs(a - span.start) - Math.abs(b - span.start))[0];
  return nearest === undefined ? { start: 0, end: 0 } : { start: nearest, end: nearest + word.length };
};
