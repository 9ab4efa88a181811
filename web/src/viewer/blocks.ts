import type { ReportRecord, Section, Span } from '../../../src/model/index.ts';
import { firstIndex } from './figures.ts';

/** One cell of a table; the places that a merged cell covers are left out of its row. */
export interface Cell {
  /** Null where the cell is empty. */
  span: Span | null;
  colSpan: number;
  rowSpan: number;
}

interface Placed {
  span: Span;
  /** The deepest section that holds the piece. */
  section: string | null;
}

/** The pieces a report is set from, in reading order. Figures are laid over them (runs.ts), and may come and go. */
export type Block = Placed &
  (
    | { kind: 'heading'; level: number }
    /** `lead`: the words of a heading that runs on into its paragraph. */
    | { kind: 'paragraph'; lead: Span | null; item: boolean }
    /** `captioned`: the words of the caption stand in the text right above. */
    | { kind: 'table'; caption: string | null; captioned: boolean; header: Cell[][]; rows: Cell[][] }
    /** Where a page of the original begins. */
    | { kind: 'page'; number: number }
  );

type Table = ReportRecord['tables'][number];

function linesOf(text: string, from: number, to: number): Span[] {
  const lines: Span[] = [];
  for (let start = from; start < to; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > to ? to : newline;
    const raw = text.slice(start, end);
    const indent = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed) lines.push({ start: start + indent, end: start + indent + trimmed.length });
    start = end + 1;
  }
  return lines;
}

/** Where the words of a section's heading end: a heading may run on into its paragraph. */
function headingEnd(text: string, section: Section): number {
  const line = text.indexOf('\n', section.span.start);
  const lineEnd = line < 0 ? text.length : line;
  const words = text.slice(section.span.start, lineEnd);
  const at = words.indexOf(section.heading);
  if (at < 0 || section.heading === '') return lineEnd;
  const end = at + section.heading.length;
  return section.span.start + end + (/^\s*[.:;]?/.exec(words.slice(end))?.[0].length ?? 0);
}

/** Finds every cell of a table in the text, in reading order; null where a cell with words is not there. */
function placeCells(text: string, { span, header, rows }: Table): (Span | null)[][] | null {
  const words = text.slice(span.start, span.end);
  let at = 0;
  let lost = false;
  const cells = [...header, ...rows].map((row) =>
    row.map((cell) => {
      if (cell === '') return null;
      const found = words.indexOf(cell, at);
      if (found < 0) lost = true;
      if (lost) return null;
      at = found + cell.length;
      return { start: span.start + found, end: span.start + at };
    }),
  );
  return lost ? null : cells;
}

const ALONE = { colSpan: 1, rowSpan: 1 };

/** How far the cell at a place reaches, or null where a merged cell covers the place. */
function mergingOf({ merged = [] }: Table) {
  const reach = new Map<string, { colSpan: number; rowSpan: number } | null>();
  for (const { row, column, rowSpan, colSpan } of merged) {
    for (let r = 0; r < rowSpan; r++) for (let c = 0; c < colSpan; c++) reach.set(`${row + r}:${column + c}`, null);
    reach.set(`${row}:${column}`, { colSpan, rowSpan });
  }
  return (row: number, column: number) => {
    const spans = reach.get(`${row}:${column}`);
    return spans === undefined ? ALONE : spans;
  };
}

/** A caption stands within so many characters above its table. */
const CAPTION = 600;
const letters = (words: string) => words.replace(/\s+/g, '');

const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;

/** A table as one, or null where it must be set as its lines for no word of a figure to be left out. */
function tableBlock(record: ReportRecord, table: Table, section: string | null): Block | null {
  const placed = placeCells(record.text, table);
  if (!placed) return null;
  const spans = placed.flat().filter((span) => span !== null);
  const inside = record.figures.filter(({ span }) => span.start >= table.span.start && span.start < table.span.end);
  const inCell = (figure: Span) => {
    const cell = spans[firstIndex(spans, ({ start }) => start > figure.start) - 1];
    return cell !== undefined && holds(cell, figure);
  };
  if (!inside.every(({ span }) => inCell(span))) return null;
  const merging = mergingOf(table);
  const cells = placed.map((row, r) =>
    row.flatMap((span, c) => {
      const spread = merging(r, c);
      return spread ? [{ span, ...spread }] : [];
    }),
  );
  const headed = table.header.length;
  const above = record.text.slice(Math.max(0, table.span.start - CAPTION), table.span.start);
  return {
    kind: 'table',
    span: table.span,
    section,
    caption: table.caption,
    captioned: table.caption !== null && letters(above).includes(letters(table.caption)),
    header: cells.slice(0, headed),
    rows: cells.slice(headed),
  };
}

/** Sets a record's text. */
export function blocksOf(record: ReportRecord): Block[] {
  const { text } = record;
  const sections = record.sections.toSorted((a, b) => a.span.start - b.span.start || a.level - b.level);
  const tables = record.tables.toSorted((a, b) => a.span.start - b.span.start);
  const blocks: Block[] = [];

  const sectionAt = (position: number): string | null => {
    const before = firstIndex(sections, ({ span }) => span.start > position);
    return sections.slice(0, before).findLast(({ span }) => position < span.end)?.id ?? null;
  };
  const headedBy = (line: Span): Section | undefined => {
    const at = firstIndex(sections, ({ span }) => span.start >= line.start - 1);
    return sections.slice(at, at + 4).find(({ span, heading }) => span.start < line.end && heading !== '');
  };
  let pages = record.pages.slice(1);
  const turnPages = (position: number) => {
    while (pages[0] && pages[0].start <= position) {
      const { number, start } = pages[0];
      blocks.push({ kind: 'page', number, span: { start, end: start }, section: sectionAt(start) });
      pages = pages.slice(1);
    }
  };
  const flow = (from: number, to: number) => {
    for (const span of linesOf(text, from, to)) {
      turnPages(span.start);
      const section = headedBy(span);
      const end = section ? headingEnd(text, section) : span.start;
      if (section && end >= span.end) blocks.push({ kind: 'heading', span, section: section.id, level: section.level });
      else {
        const lead = section && end > span.start ? { start: span.start, end } : null;
        const item = /^([-–—•+*]|[a-zđ]\))\s/u.test(text.slice(span.start, span.start + 3));
        blocks.push({ kind: 'paragraph', span, section: section?.id ?? sectionAt(span.start), lead, item });
      }
    }
  };

  let at = 0;
  for (const table of tables) {
    if (table.span.start < at) continue;
    const block = tableBlock(record, table, sectionAt(table.span.start));
    if (!block) continue;
    flow(at, table.span.start);
    turnPages(table.span.start);
    blocks.push(block);
    at = table.span.end;
  }
  flow(at, text.length);
  return blocks;
}

/** The block that holds a position, or the one before it. */
export const blockAt = (blocks: readonly Block[], position: number): number =>
  Math.max(0, firstIndex(blocks, ({ span }) => span.start > position) - 1);

/** The page of the original that a position of the text is on, if it has pages. */
export const pageAt = (record: ReportRecord, position: number): number | null =>
  record.pages[Math.max(0, firstIndex(record.pages, ({ start }) => start > position) - 1)]?.number ?? null;
