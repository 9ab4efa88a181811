import type { Span } from '../../../src/model/index.ts';
import type { ViewerFigure } from './types.ts';

/** Figures by where they stand: which touch a stretch of text, which have a box on a page. */
export interface FigureIndex {
  get: (id: string) => ViewerFigure | undefined;
  /** In the order of the text. */
  touching: (span: Span) => ViewerFigure[];
  onPage: (page: number) => readonly ViewerFigure[];
  /** Those that no box places. */
  unplaced: readonly ViewerFigure[];
  /** For the index of the same figures later. */
  kept: Kept;
}

interface Kept {
  figures: readonly ViewerFigure[];
  places: Places;
  pages: Map<number, readonly ViewerFigure[]>;
}

/** Where figures stand, each by its number among them: that stays while what they look like changes. */
interface Places {
  byId: ReadonlyMap<string, number>;
  inOrder: readonly number[];
  /** How far those up to each, in order, reach together: a figure may reach over those behind it. */
  reach: readonly number[];
  onPage: ReadonlyMap<number, readonly number[]>;
  unplaced: readonly number[];
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

function placesOf(figures: readonly ViewerFigure[]): Places {
  const at = (i: number) => figures[i] as ViewerFigure;
  const inOrder = [...figures.keys()].sort(
    (a, b) => at(a).span.start - at(b).span.start || at(b).span.end - at(a).span.end,
  );
  let furthest = 0;
  const reach = inOrder.map((i) => {
    furthest = Math.max(furthest, at(i).span.end);
    return furthest;
  });
  const onPage = new Map<number, number[]>();
  for (const i of inOrder)
    for (const page of new Set(at(i).boxes.map((box) => box.page))) {
      const there = onPage.get(page);
      if (there) there.push(i);
      else onPage.set(page, [i]);
    }
  return {
    byId: new Map(figures.map(({ id }, i) => [id, i])),
    inOrder,
    reach,
    onPage,
    unplaced: inOrder.filter((i) => at(i).boxes.length === 0),
  };
}

const standAlike = (some: readonly ViewerFigure[], others: readonly ViewerFigure[]): boolean =>
  some.length === others.length &&
  some.every((one, i) => {
    const other = others[i] as ViewerFigure;
    return one === other || (one.id === other.id && one.span === other.span && one.boxes === other.boxes);
  });

/** The list as it was where it has the same figures: who was given it need not draw anew. */
export const sameList = <T>(list: readonly T[], before: readonly T[] | undefined): readonly T[] =>
  before?.length === list.length && list.every((one, i) => one === before[i]) ? before : list;

/** `before`: the index as it was. Where only the looks of a few have changed nothing of thousands is sorted again. */
export function indexOf(figures: readonly ViewerFigure[], before?: FigureIndex): FigureIndex {
  const last = before?.kept;
  const places = last && standAlike(figures, last.figures) ? last.places : placesOf(figures);
  const of = (numbers: readonly number[]) => numbers.map((i) => figures[i] as ViewerFigure);
  const pages = new Map<number, readonly ViewerFigure[]>();
  return {
    get: (id) => figures[places.byId.get(id) ?? -1],
    touching: ({ start, end }) => {
      const from = firstIndex(places.reach, (to) => to > start);
      const to = firstIndex(places.inOrder, (i) => (figures[i] as ViewerFigure).span.start >= end);
      return of(places.inOrder.slice(from, to)).filter(({ span }) => span.end > start);
    },
    onPage: (page) => {
      const known = pages.get(page);
      if (known) return known;
      const list = sameList(of(places.onPage.get(page) ?? []), last?.pages.get(page));
      pages.set(page, list);
      return list;
    },
    unplaced: sameList(of(places.unplaced), before?.unplaced),
    kept: { figures, places, pages },
  };
}
