import type { Figure, ReviewedFigure, Span } from '../../../../src/model/index.ts';
import type { Added, Patch, Wish } from './changes.ts';
import { FIELDS } from './fields.ts';

/** The fields that a new figure takes from the one it stands for. */
const inherited = ({ figure }: ReviewedFigure): Omit<Added, 'span'> =>
  Object.fromEntries(FIELDS.filter((field) => field !== 'value').map((field) => [field, figure[field]]));

/** Where no words stand, nothing can be read: edges are drawn in to the words inside. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: Math.min(from, end), end: Math.max(from, start + words.trimEnd().length) };
}

/** The two spans left and right of `at`, or null where one of them would be empty. */
export function halves(text: string, span: Span, at: number): [Span, Span] | null {
  const left = trimmed(text, { start: span.start, end: at });
  const right = trimmed(text, { start: at, end: span.end });
  return left.end > left.start && right.end > right.start ? [left, right] : null;
}

/** Places at which a figure's words can be cut: the starts of its words and of its runs of digits. */
export const cuts = (text: string, { start, end }: Span): number[] =>
  [...text.slice(start, end).matchAll(/(?<=[^\p{L}\p{M}\p{N}.,])[\p{L}\p{N}]|(?<=\p{L})\p{N}|(?<=\p{N})\p{L}/gu)]
    .map(({ index }) => start + index)
    .filter((at) => halves(text, { start, end }, at) !== null);

/** The figure is rejected and two stand in its place, each with the value that its own words have. */
export const split = (item: ReviewedFigure, spans: [Span, Span], values: [Patch, Patch]): Wish[] => [
  { figure: item.figure.id, patch: { verdict: 'rejected' } },
  ...spans.map((span, i): Wish => ({ add: { ...inherited(item), ...values[i], span } })),
];

/** The two are rejected and one stands in their place, over the words of both and all between. */
export function merge(one: ReviewedFigure, other: ReviewedFigure, value: Patch): Wish[] {
  const first = one.figure.span.start <= other.figure.span.start ? one : other;
  const span = {
    start: Math.min(one.figure.span.start, other.figure.span.start),
    end: Math.max(one.figure.span.end, other.figure.span.end),
  };
  return [
    { figure: one.figure.id, patch: { verdict: 'rejected' } },
    { figure: other.figure.id, patch: { verdict: 'rejected' } },
    { add: { ...inherited(first), ...value, span } },
  ];
}

/** Whether `whole` may hold `part`: not itself, and not a part of it at any depth. */
export function mayHold(figures: ReadonlyMap<string, ReviewedFigure>, whole: string, part: string): boolean {
  const seen = new Set<string>();
  for (let id: string | null = whole; id !== null && !seen.has(id); ) {
    if (id === part) return false;
    seen.add(id);
    const figure: Figure | undefined = figures.get(id)?.figure;
    id = figure?.partOf ?? null;
  }
  return true;
}

/** How many figures before and behind one are offered as what includes it. */
const ABOUT = 60;

/** The figures that may include `part`, in the order of the text: those about `at` that stand, and the present one. */
export function wholesOf(figures: ReadonlyMap<string, ReviewedFigure>, part: Figure): Figure[] {
  const all = [...figures.values()].map(({ figure }) => figure).sort((a, b) => a.span.start - b.span.start);
  const before = all.filter(({ span }) => span.start < part.span.start).slice(-ABOUT);
  const behind = all.filter(({ span }) => span.start >= part.span.start).slice(0, ABOUT);
  const offered = new Set([...before, ...behind].map(({ id }) => id));
  return all.filter(
    ({ id }) =>
      id === part.partOf ||
      (offered.has(id) && figures.get(id)?.verdict !== 'rejected' && mayHold(figures, id, part.id)),
  );
}

/** What the extractor says now where a person had said otherwise. */
export const takeExtractors = ({ figure, extractor }: ReviewedFigure): Wish => ({
  figure: figure.id,
  patch: extractor as Patch,
});
/** The person's word said again: the extractor's newer word has been seen. */
export const keepPersons = ({ figure }: ReviewedFigure): Wish => ({
  figure: figure.id,
  patch: { verdict: 'accepted' },
});
