import type { Role, Span } from '../../../model/index.ts';
import type { TimeMention } from '../types.ts';

/** What the rules need of a figure. */
export type DatedFigure = { span: Span; role: Role };

/** A sentence with its times and figures, in order. */
export type Sentence = { span: Span; lower: string; mentions: readonly TimeMention[]; figures: DatedFigure[] };

export const leftOf = (at: number, s: Sentence, length = 160): string =>
  s.lower.slice(Math.max(s.span.start, at - length), at);
export const rightOf = (at: number, s: Sentence, length = 160): string =>
  s.lower.slice(at, Math.min(s.span.end, at + length));

export const figureBefore = (at: number, s: Sentence): DatedFigure | undefined =>
  s.figures.findLast((f) => f.span.end <= at);
export const figureAfter = (at: number, s: Sentence): DatedFigure | undefined =>
  s.figures.find((f) => f.span.start >= at);

export const within = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
