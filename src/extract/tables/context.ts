import type { Section } from '../../model/index.ts';
import { type Context, contextOf } from '../context/index.ts';
import { findMentions } from '../context/mentions.ts';
import type { Draft } from '../figures/draft.ts';
import { fold } from '../text/words.ts';
import type { Cell } from './cells.ts';
import { type DataTable, groupsOver } from './data-table.ts';
import { bare, captionCore } from './phrase.ts';

/** The place of the number in a composed sentence; which number it is tells nothing of what is counted. */
const NUMBER = '10';

/** Everybody, not the group that the table's caption names. */
const POPULATION = /(?:tổng số|số) (?:hộ|khẩu|nhân khẩu|dân|người)(?: dân(?: cư)?| toàn| trên)?$|dân cư|dân số|hộ dân/u;

/** A sentence that says of a cell what its table says, and the heading it is read under. */
interface Composed {
  sentence: string;
  heading: string;
  /** The groups come from the row's group or the caption, not from the cell's row and column. */
  borrowed: boolean;
}

const memoised = <T>(find: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
};

/** Whether the rows and columns of a table name groups of people themselves. */
const namesGroups = ({ shape, byPlace }: DataTable, names: (text: string) => boolean): boolean =>
  shape.columns.some(({ role, path }) => role === 'number' && names(path.join(' '))) ||
  (!byPlace && shape.rows.some(({ label }) => names(label)));

const composer = (table: DataTable) => {
  const caption = captionCore(table.caption.text ?? '');
  const names = memoised((text: string) => findMentions(fold(text)).length > 0);
  const grouped = namesGroups(table, names);
  return ({ phrase, row, measure }: Cell): Composed => {
    const groups = groupsOver(table.shape.rows, row)
      .map(bare)
      .filter((text) => text !== '');
    const silent = !names(phrase) && !POPULATION.test(fold(phrase));
    const outer = silent ? ([...groups].reverse().find(names) ?? (!grouped && names(caption) ? caption : null)) : null;
    const unit = measure.kind === 'percentage' ? '%' : ` ${measure.words}`;
    return {
      sentence: `- ${[outer, phrase].filter(Boolean).join(', ')}: ${NUMBER}${unit}`,
      heading: [...groups, caption].join('. '),
      borrowed: outer !== null,
    };
  };
};

/** Distinct sentences under a table's caption, read as a list of their own. */
const readTable = (
  cells: readonly Cell[],
  table: DataTable,
  sections: readonly Section[],
  title: string,
): Context[] => {
  const compose = composer(table);
  const composed = cells.map(compose);
  const keys = cells.map(({ draft }, i) => JSON.stringify([composed[i], draft.kind, draft.unit, draft.role]));
  const first = new Map<string, number>();
  keys.forEach((key, i) => {
    if (!first.has(key)) first.set(key, i);
  });
  const chosen = [...first.values()];
  let text = '';
  const drafts: Draft[] = [];
  const headings: Section[] = [];
  const paragraphs = chosen.map((i) => {
    const { sentence, heading } = composed[i] as Composed;
    const span = { start: text.length, end: text.length + sentence.length };
    const at = span.start + sentence.lastIndexOf(`: ${NUMBER}`) + 2;
    const end = (cells[i] as Cell).draft.kind === 'count' ? at + NUMBER.length : span.end;
    drafts.push({ ...(cells[i] as Cell).draft, span: { start: at, end }, sentence: span, paragraph: span });
    headings.push({ id: `${i}`, number: '', heading, level: 1, parent: table.section?.id ?? null, topic: null, span });
    text += `${sentence}\n`;
    return span;
  });
  const outer = sections.map((section) => ({ ...section, span: { start: 0, end: 0 } }));
  const layout = { text, folded: fold(text), paragraphs, sentences: paragraphs };
  const contexts = contextOf(layout, drafts, { document: { text }, sections: [...outer, ...headings], title });
  const found = new Map(chosen.map((i, n) => [keys[i] as string, contexts[n] as Context]));
  return cells.map(({ draft, phrase }, i) => {
    const context = found.get(keys[i] as string) as Context;
    const borrowed = composed[i]?.borrowed && context.subjects.length > 0;
    return {
      ...context,
      draft,
      label: phrase,
      section: table.section,
      implied: borrowed ? [...new Set([...context.implied, 'subjects' as const])] : context.implied,
    };
  });
};

/** A share of plan or of last year measures what its row measures: "đạt 107,5% kế hoạch" of the jobs created. */
const isRatio = ({ draft, table, column }: Cell): boolean =>
  draft.role === 'achievement' ||
  (draft.kind === 'percentage' &&
    /so (?:với|sánh)|cùng kỳ|tăng|giảm/iu.test(table.shape.columns[column]?.path.join(' ') ?? ''));

const measuredByRow = (cells: readonly Cell[], contexts: readonly Context[]): Context[] =>
  contexts.map((context, i) => {
    const cell = cells[i] as Cell;
    if (!isRatio(cell) || cell.table.byPlace) return context;
    const at = cells.findLastIndex((other, j) => j < i && other.row === cell.row && !isRatio(other));
    const base = at < 0 || cells[at]?.phrase !== cell.phrase ? undefined : contexts[at];
    return base ? { ...context, indicator: base.indicator, topic: base.topic, subjects: base.subjects } : context;
  });

/** What rows, headings, captions and sections say of each cell, read by the rules of prose; in the order of `cells`. */
export const contextsOfCells = (cells: readonly Cell[], sections: readonly Section[], title: string): Context[] => {
  const byTable = Map.groupBy(cells, ({ table }) => table);
  const found = new Map<Cell, Context>();
  for (const [table, own] of byTable)
    measuredByRow(own, readTable(own, table, sections, title)).forEach((context, i) => {
      found.set(own[i] as Cell, context);
    });
  return cells.map((cell) => found.get(cell) as Context);
};
