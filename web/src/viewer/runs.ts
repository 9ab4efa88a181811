import type { Span } from '../../../src/model/index.ts';
import type { ViewerFigure } from './types.ts';

/** A stretch of text that is set alike: plain, or (a part of) one figure's mark. */
export interface Run {
  start: number;
  text: string;
  figure: ViewerFigure | null;
  /** The figure's first run here: the one that the keyboard reaches. */
  first: boolean;
  marked: boolean;
}

const clip = ({ start, end }: Span, within: Span): Span => ({
  start: Math.max(start, within.start),
  end: Math.min(end, within.end),
});

/** Of figures that lie over each other the selected one is on top, then those that count, then the shorter one. */
const above = (selected: string | null) => (a: ViewerFigure, b: ViewerFigure) =>
  Number(b.id === selected) - Number(a.id === selected) ||
  Number(a.state === 'rejected') - Number(b.state === 'rejected') ||
  a.span.end - a.span.start - (b.span.end - b.span.start);

/** Cuts `span` of `text` at the edges of its figures and of what is marked: no word is lost or doubled. */
export function runsOf(
  text: string,
  span: Span,
  figures: readonly ViewerFigure[],
  selected: string | null = null,
  marked: Span | null = null,
): Run[] {
  const stretches = figures.map((figure) => ({ figure, ...clip(figure.span, span) }));
  const edges = new Set([span.start, span.end]);
  for (const { start, end } of marked ? [...stretches, clip(marked, span)] : stretches)
    if (start < end) edges.add(start).add(end);
  const cuts = [...edges].sort((a, b) => a - b);
  const rank = above(selected);
  const seen = new Set<string>();
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] as number;
    const here = stretches.filter((stretch) => stretch.start <= start && end <= stretch.end);
    const figure = here.map((stretch) => stretch.figure).sort(rank)[0] ?? null;
    const first = figure !== null && !seen.has(figure.id);
    if (figure) seen.add(figure.id);
    return {
      start,
      text: text.slice(start, end),
      figure,
      first,
      marked: marked !== null && marked.start <= start && end <= marked.end,
    };
  });
}
