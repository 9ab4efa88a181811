import type { Span } from '../../../src/model/index.ts';
import type { ViewerFigure } from './types.ts';

/** Figures by where they stand: which touch a stretch of text, which have a box on a page. */
export interface FigureIndex {
  byId: ReadonlyMap<string, ViewerFigure>;
  /** In the order of the text. */
  touching: (span: Span) => ViewerFigure[];
  onPage: (page: number) => ViewerFigure[];
  /** Those that no box places. */
  unplaced: ViewerFigure[];
}

/** The first of ascending `items` for which `holds` is true; it is true for all that follow. */
export function firstIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function indexOf(figures: readonly ViewerFigure[]): FigureIndex {
  const sorted = figures.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  // A figure may reach over those behind it: how far the ones up to each reach together.
  let furthest = 0;
  const reach = sorted.map(({ span }) => {
    furthest = Math.max(furthest, span.end);
    return furthest;
  });
  const pages = new Map<number, ViewerFigure[]>();
  for (const figure of sorted)
    for (const page of new Set(figure.boxes.map((box) => box.page))) {
      const there = pages.get(page);
      if (there) there.push(figure);
      else pages.set(page, [figure]);
    }
  return {
    byId: new Map(sorted.map((figure) => [figure.id, figure])),
    touching: ({ start, end }) => {
      const found: ViewerFigure[] = [];
      for (
        let i = firstIndex(reach, (to) => to > start);
        i < sorted.length && (sorted[i] as ViewerFigure).span.start < end;
        i++
      )
        if ((sorted[i] as ViewerFigure).span.end > start) found.push(sorted[i] as ViewerFigure);
      return found;
    },
    onPage: (page) => pages.get(page) ?? [],
    unplaced: sorted.filter(({ boxes }) => boxes.length === 0),
  };
}
