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

const byPlace = ({ figure: { span: a } }: ReviewedFigure, { figure: { span: b } }: ReviewedFigure): number =>
  a.start - b.start || a.end - b.end;

/** The rows with the figures as they are now; null where one came, went or moved. */
function updated(rows: readonly Row[], figures: Figures, rowOf: (item: ReviewedFigure) => Row): Row[] | null {
  if (figures.size !== rows.length) return null;
  const now: Row[] = [];
  for (const row of rows) {
    const item = figures.get(row.id);
    if (!item || (item !== row.item && byPlace(item, row.item) !== 0)) return null;
    now.push(item === row.item ? row : rowOf(item));
  }
  return now;
}

/**
 * Every figure in the order of the text; a row is made anew only where its figure has changed. `before`: the rows of the
 * same text in the same language as they were, from which those of one decision are made without sorting thousands.
 */
export function rowsOf(figures: Figures, text: string, language: Language, before: readonly Row[] = []): Row[] {
  const of = (item: ReviewedFigure) => rowOf(item, text, language);
  return updated(before, figures, of) ?? [...figures.values()].sort(byPlace).map(of);
}

export const inSameOrder = (some: readonly Row[], others: readonly Row[]): boolean =>
  some === others ||
  (some.length === others.length && some.every((row, i) => row === others[i] || row.id === others[i]?.id));

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

/** A line of the list: a section's heading, or the figure at that place of the rows. */
export type Line = { section: Section | null; count: number } | { at: number };

/** The lines of the list: rows in the order of the text stand under the headings of their sections. */
export function linesOf(rows: readonly Row[], order: Order, { sections }: Pick<ReportRecord, 'sections'>): Line[] {
  if (order !== 'text') return rows.map((_, at) => ({ at }));
  const known = new Map(sections.map((section) => [section.id, section]));
  const lines: Line[] = [];
  let heading: { section: Section | null; count: number } | null = null;
  for (const [at, { item }] of rows.entries()) {
    const section = known.get(item.figure.section ?? '') ?? null;
    if (!heading || heading.section !== section) {
      heading = { section, count: 0 };
      lines.push(heading);
    }
    heading.count += 1;
    lines.push({ at });
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

/** The figures that are parts of a whole. */
export const partsOf = (rows: readonly Row[], whole: string): Figure[] =>
  rows.filter(({ item }) => item.figure.partOf === whole).map(({ item }) => item.figure);

/** What can be accepted together: sure, and nobody has decided on it. */
export const sureOf = (rows: readonly Row[]): ReviewedFigure[] =>
  rows.filter(({ item }) => item.sure && isUndecided(item)).map(({ item }) => item);

export interface Progress {
  all: number;
  decided: number;
  doubtful: number;
}
export function progressOf(rows: readonly Row[]): Progress {
  let [decided, doubtful] = [0, 0];
  for (const { item } of rows) {
    if (!isUndecided(item)) decided += 1;
    if (isOpenDoubt(item)) doubtful += 1;
  }
  return { all: rows.length, decided, doubtful };
}
