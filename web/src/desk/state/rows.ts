import type { Figure, ReportRecord, ReviewedFigure, Section } from '../../../../src/model/index.ts';
import { formatPeriod, shownValue, valueText } from '../../format.ts';
import type { Language } from '../../i18n/codes.ts';
import { label } from '../../i18n/labels.ts';
import { familyOf, plain } from '../../report/model.ts';
import { type Figures, isNews } from './changes.ts';

/** A figure with all that a line of the list shows of it. */
export interface Row {
  item: ReviewedFigure;
  id: string;
  name: string;
  value: ReturnType<typeof shownValue>;
  indicator: string | null;
  subjects: string;
  period: string;
  place: string | null;
  /** Lower case, without tone marks: what the search looks in. */
  haystack: string;
}

export type Order = 'text' | 'doubt';
export type Show = 'all' | 'undecided' | 'doubtful' | 'rejected' | 'disagreeing';

export interface View {
  order: Order;
  show: Show;
  section: string | null;
  search: string;
}
export const WHOLE: View = { order: 'text', show: 'all', section: null, search: '' };

const made = new WeakMap<ReviewedFigure, { text: string; language: Language; row: Row }>();

function rowOf(item: ReviewedFigure, text: string, language: Language): Row {
  const known = made.get(item);
  if (known && known.text === text && known.language === language) return known.row;
  const { figure } = item;
  const literal = text.slice(figure.span.start, figure.span.end);
  const value = shownValue(figure, text, language);
  const shown = {
    item,
    id: figure.id,
    name: figure.label || figure.unitText || literal,
    value,
    indicator: figure.indicator && label('indicators', figure.indicator, language),
    subjects: figure.subjects.map((code) => label('subjects', code, language)).join(', '),
    period: figure.period ? formatPeriod(figure.period, language) : '',
    place: figure.place?.name ?? null,
  };
  const topic = label('topics', figure.topic, language);
  const words = [
    shown.name,
    valueText(value),
    literal,
    shown.indicator,
    shown.subjects,
    shown.period,
    topic,
    shown.place,
  ];
  const row = { ...shown, haystack: plain(words.filter(Boolean).join(' ')) };
  made.set(item, { text, language, row });
  return row;
}

/** Every figure in the order of the text; a row is made anew only where its figure has changed. */
export const rowsOf = (figures: Figures, text: string, language: Language): Row[] =>
  [...figures.values()]
    .sort((a, b) => a.figure.span.start - b.figure.span.start || a.figure.span.end - b.figure.span.end)
    .map((item) => rowOf(item, text, language));

export const isUndecided = ({ verdict }: ReviewedFigure): boolean => verdict === null;
/** Worth a look, and nobody has looked yet, or not since the extractor says otherwise. */
export const isOpenDoubt = (item: ReviewedFigure): boolean =>
  item.doubts.length > 0 && (isUndecided(item) || isNews(item));
export const disagrees = ({ extractor }: ReviewedFigure): boolean => Object.keys(extractor).length > 0;

const SHOWN: Record<Show, (item: ReviewedFigure) => boolean> = {
  all: () => true,
  undecided: isUndecided,
  doubtful: isOpenDoubt,
  rejected: ({ verdict }) => verdict === 'rejected',
  disagreeing: disagrees,
};

/** The most to be doubted first: undecided ones, by how much speaks against them, then by confidence. */
const doubt = ({ item }: Row): number =>
  (isUndecided(item) || isNews(item) ? 0 : 100) - Math.min(item.doubts.length, 9) * 10 + item.figure.confidence;

/** `stays`: a figure that is shown whatever the filter says, so that deciding does not pull it from under the cursor. */
export function viewed(
  rows: readonly Row[],
  view: View,
  sections: Section[],
  stays: string | null = null,
): readonly Row[] {
  const family = view.section ? familyOf(sections, view.section) : null;
  const words = plain(view.search).split(/\s+/).filter(Boolean);
  if (view.show === 'all' && view.order === 'text' && !family && words.length === 0) return rows;
  const shown = rows.filter(
    ({ id, item, haystack }) =>
      id === stays ||
      (SHOWN[view.show](item) &&
        (!family || (item.figure.section !== null && family.has(item.figure.section))) &&
        words.every((word) => haystack.includes(word))),
  );
  return view.order === 'text' ? shown : shown.sort((a, b) => doubt(a) - doubt(b));
}

/** A line of the list: a section's heading or a figure. */
export type Line = { section: Section | null; count: number } | { row: Row };

/** The lines of the list: rows in the order of the text stand under the headings of their sections. */
export function linesOf(rows: readonly Row[], order: Order, { sections }: Pick<ReportRecord, 'sections'>): Line[] {
  if (order !== 'text') return rows.map((row) => ({ row }));
  const known = new Map(sections.map((section) => [section.id, section]));
  const lines: Line[] = [];
  let heading: { section: Section | null; count: number } | null = null;
  for (const row of rows) {
    const section = known.get(row.item.figure.section ?? '') ?? null;
    if (!heading || heading.section !== section) {
      heading = { section, count: 0 };
      lines.push(heading);
    }
    heading.count += 1;
    lines.push({ row });
  }
  return sections.length === 0 ? lines.slice(1) : lines;
}

/** The figure `by` steps on, staying at the ends; the first or last where none is selected. */
export function stepped(rows: readonly Row[], from: string | null, by: 1 | -1): Row | undefined {
  const at = rows.findIndex(({ id }) => id === from);
  if (at < 0) return by > 0 ? rows[0] : rows.at(-1);
  return rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
}

/** The next one behind `from`, from the top again, of which `is` holds. */
export function nextWhere(
  rows: readonly Row[],
  from: string | null,
  is: (item: ReviewedFigure) => boolean,
): Row | undefined {
  const at = rows.findIndex(({ id }) => id === from);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))].find(({ item }) => is(item));
}

/** The parts of each whole. */
export function partsOf(figures: Figures): Map<string, Figure[]> {
  const parts = new Map<string, Figure[]>();
  for (const { figure } of figures.values()) {
    if (figure.partOf === null) continue;
    const known = parts.get(figure.partOf);
    if (known) known.push(figure);
    else parts.set(figure.partOf, [figure]);
  }
  return parts;
}

export interface Progress {
  all: number;
  decided: number;
  rejected: number;
  doubtful: number;
}
export const progressOf = (figures: Figures): Progress => {
  const items = [...figures.values()];
  return {
    all: items.length,
    decided: items.filter((item) => !isUndecided(item)).length,
    rejected: items.filter(({ verdict }) => verdict === 'rejected').length,
    doubtful: items.filter(isOpenDoubt).length,
  };
};
