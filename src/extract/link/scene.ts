import type { Figure } from '../../model/figure.ts';
import type { Span } from '../../model/span.ts';
import { sentencesOf } from '../text/layout.ts';
import { matches } from '../text/quick.ts';
import { firstIndex } from '../text/sorted.ts';

/** What linking and checking read of a figure. */
export type Linkable = Pick<
  Figure,
  | 'id'
  | 'span'
  | 'kind'
  | 'value'
  | 'unit'
  | 'unitText'
  | 'per'
  | 'comparator'
  | 'role'
  | 'indicator'
  | 'subjects'
  | 'topic'
  | 'purpose'
  | 'period'
  | 'place'
  | 'label'
>;

/** The text with its figures in order, and where its sentences and paragraphs end. */
export type Scene = {
  text: string;
  figures: readonly Linkable[];
  byId: ReadonlyMap<string, Linkable>;
  sentences: readonly Span[];
  paragraphs: readonly Span[];
};

export function scene(text: string, figures: readonly Linkable[]): Scene {
  const ordered = [...figures].sort((a, b) => a.span.start - b.span.start);
  const lines = split(text, { start: 0, end: text.length }, /\n+/g);
  const paragraphs = lines.flatMap((line) => cut(text, line, LONGEST_PARAGRAPH));
  const byId = new Map(ordered.map((f) => [f.id, f]));
  return { text, figures: ordered, byId, paragraphs, sentences: paragraphs.flatMap((p) => sentencesOf(text, p)) };
}

/** No one writes longer; an endless line is cut, so that no rule looks at all of it at once. */
const LONGEST_PARAGRAPH = 5000;

/** Pieces of at most `longest` characters, each ending behind a separator or at least between words. */
function cut(text: string, { start, end }: Span, longest: number): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > longest) {
    const part = text.slice(from, from + longest);
    const mark = Math.max(part.lastIndexOf('. '), part.lastIndexOf('; '), part.lastIndexOf(', '));
    const at = mark > 0 ? mark + 2 : part.lastIndexOf(' ') + 1;
    const to = from + (at > 1 ? at : longest);
    pieces.push({ start: from, end: to });
    from = to;
  }
  return [...pieces, { start: from, end }];
}

function split(text: string, within: Span, boundary: RegExp): Span[] {
  const spans: Span[] = [];
  let start = within.start;
  for (const match of matches(boundary, text.slice(within.start, within.end))) {
    const end = within.start + match.index + match[0].length;
    spans.push({ start, end });
    start = end;
  }
  if (start < within.end) spans.push({ start, end: within.end });
  return spans;
}

/** The span of a list of disjoint spans that holds a position; the last one for the text's end. */
export function around(spans: readonly Span[], position: number): Span {
  return spans[firstIndex(spans, (s) => position < s.end)] ?? spans.at(-1) ?? { start: 0, end: 0 };
}

/** Where a span of such a list stands in it. */
export const placeOf = (spans: readonly Span[], span: Span): number => firstIndex(spans, (s) => span.start <= s.start);

/** Where a figure stands among the scene's. */
export function indexOf(s: Scene, figure: Linkable): number {
  let index = firstIndex(s.figures, (f) => f.span.start >= figure.span.start);
  while (s.figures[index] !== figure && index < s.figures.length) index++;
  return index;
}

/** What a rule asks of one position many times over, worked out once a scene. */
export function oncePerPosition<A extends readonly unknown[], T>(
  ask: (s: Scene, ...about: A) => T,
  positionOf: (...about: A) => number,
): (s: Scene, ...about: A) => T {
  const answers = new WeakMap<Scene, Map<number, T>>();
  return (s, ...about) => {
    const known = answers.get(s) ?? new Map<number, T>();
    answers.set(s, known);
    const position = positionOf(...about);
    if (!known.has(position)) known.set(position, ask(s, ...about));
    return known.get(position) as T;
  };
}

/** Whether words (a global pattern) stand in a stretch of the text; they are looked up once a scene. */
export function saidIn(pattern: RegExp): (s: Scene, start: number, end: number) => boolean {
  const known = new WeakMap<Scene, Span[]>();
  return (s, start, end) => {
    const said = known.get(s) ?? matches(pattern, s.text).map((m) => ({ start: m.index, end: m.index + m[0].length }));
    known.set(s, said);
    const first = said[firstIndex(said, (words) => words.start >= start)];
    return first !== undefined && first.end <= end;
  };
}

export const figuresIn = (s: Scene, start: number, end: number): Linkable[] => {
  const from = firstIndex(s.figures, (f) => f.span.start >= start);
  const to = firstIndex(s.figures, (f) => f.span.start >= end);
  return s.figures.slice(from, to).filter((f) => f.span.end <= end);
};

/** Words of the text between two figures. */
export const between = (s: Scene, a: Linkable, b: Linkable): string => s.text.slice(a.span.end, b.span.start);

/** No writer's parenthesis is longer; the bound keeps a text of nothing but marks linear. */
export const LONGEST_PARENTHESIS = 1500;

/** The innermost parenthesis around a position, without its marks; null where there is none in its paragraph. */
export const parenthesisAround = oncePerPosition(findParenthesis, (position: number) => position);

function findParenthesis(s: Scene, position: number): Span | null {
  const paragraph = around(s.paragraphs, position);
  const open: number[] = [];
  for (let i = Math.max(paragraph.start, position - LONGEST_PARENTHESIS); i < position; i++) {
    if (s.text[i] === '(') open.push(i);
    else if (s.text[i] === ')') open.pop();
  }
  const start = open.at(-1);
  if (start === undefined) return null;
  return { start: start + 1, end: closing(s, start, paragraph.end) };
}

/** Where the parenthesis opened at `open` closes, or the limit (the paragraph's end) if it never does. */
export function closing(s: Scene, open: number, limit: number): number {
  const end = Math.min(limit, open + LONGEST_PARENTHESIS);
  let depth = 0;
  for (let i = open; i < end; i++) {
    if (s.text[i] === '(') depth++;
    else if (s.text[i] === ')' && --depth === 0) return i;
  }
  return end;
}
