import type { Figure, ReportRecord, Section, Span } from '../../../src/model/index.ts';

/** A stretch of plain text, or the mark of one figure. */
export type Run = { text: string; figure: Figure | null };

/** The pieces a report is set from, in reading order; `section` is the deepest one that holds the piece. */
export type Block =
  | { kind: 'heading'; span: Span; section: string; level: number; runs: Run[] }
  | { kind: 'paragraph'; span: Span; section: string | null; lead: Run[]; runs: Run[]; item: boolean }
  | { kind: 'table'; span: Span; section: string | null; caption: string | null; header: Cell[][]; rows: Cell[][] };

/** One cell of a table; the places that a merged cell covers are left out of its row. */
export type Cell = { runs: Run[]; colSpan: number; rowSpan: number };

/** Cuts `span` at the figures in it. A figure that reaches over an edge is marked where it starts. */
export function runsOf(text: string, span: Span, figures: Figure[]): Run[] {
  const runs: Run[] = [];
  let at = span.start;
  for (const figure of figures) {
    if (figure.span.start < span.start || figure.span.start >= span.end) continue;
    const start = Math.max(figure.span.start, at);
    const end = Math.max(start, Math.min(figure.span.end, span.end));
    if (start > at) runs.push({ text: text.slice(at, start), figure: null });
    runs.push({ text: text.slice(start, end), figure });
    at = end;
  }
  if (at < span.end) runs.push({ text: text.slice(at, span.end), figure: null });
  return runs;
}

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
  const at = text.indexOf(section.heading, section.span.start);
  if (at < 0 || at > lineEnd || section.heading === '') return lineEnd;
  const end = at + section.heading.length;
  const closing = /^\s*[.:;]?/.exec(text.slice(end, lineEnd))?.[0].length ?? 0;
  return end + closing;
}

/** Finds every cell of a table in the text, in reading order, so that its figures can be marked in place. */
function placeCells(
  text: string,
  span: Span,
  grid: string[][],
  from: number,
): { cells: (Span | null)[][]; end: number } {
  let at = from;
  const cells = grid.map((row) =>
    row.map((cell) => {
      const found = cell === '' ? -1 : text.indexOf(cell, at);
      if (found < 0 || found + cell.length > span.end) return null;
      at = found + cell.length;
      return { start: found, end: at };
    }),
  );
  return { cells, end: at };
}

const ALONE = { colSpan: 1, rowSpan: 1 };

/** How far the cell at a place reaches, or null where a merged cell covers the place. */
function mergingOf({ merged = [] }: ReportRecord['tables'][number]) {
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

function tableBlock(
  record: ReportRecord,
  table: ReportRecord['tables'][number],
  figures: Figure[],
  section: string | null,
) {
  const { text } = record;
  const header = placeCells(text, table.span, table.header, table.span.start);
  const rows = placeCells(text, table.span, table.rows, header.end);
  const merging = mergingOf(table);
  const set = (cells: (Span | null)[][], grid: string[][], above: number): Cell[][] =>
    cells.map((row, r) =>
      row.flatMap((span, c) => {
        const spans = merging(r + above, c);
        const runs = span ? runsOf(text, span, figures) : [{ text: grid[r]?.[c] ?? '', figure: null }];
        return spans ? [{ runs, ...spans }] : [];
      }),
    );
  return {
    kind: 'table' as const,
    span: table.span,
    section,
    caption: table.caption,
    header: set(header.cells, table.header, 0),
    rows: set(rows.cells, table.rows, table.header.length),
  };
}

const marksIn = (block: { header: Cell[][]; rows: Cell[][] }): number =>
  [...block.header, ...block.rows]
    .flat()
    .flatMap((cell) => cell.runs)
    .filter((run) => run.figure).length;

/** Sets a record's text: every figure is marked exactly once. */
export function blocksOf(record: ReportRecord): Block[] {
  const { text } = record;
  const figures = [...record.figures].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const sections = [...record.sections].sort((a, b) => a.span.start - b.span.start || a.level - b.level);
  const tables = [...record.tables].sort((a, b) => a.span.start - b.span.start);
  const blocks: Block[] = [];

  const sectionAt = (position: number): string | null => {
    let deepest: Section | null = null;
    for (const section of sections) {
      if (section.span.start > position) break;
      if (position < section.span.end) deepest = section;
    }
    return deepest?.id ?? null;
  };
  // Lists the figures of a span without walking all of them for every line.
  let next = 0;
  const figuresIn = (span: Span): Figure[] => {
    while (next < figures.length && (figures[next]?.span.start ?? 0) < span.start) next++;
    const found: Figure[] = [];
    for (let i = next; i < figures.length && (figures[i]?.span.start ?? 0) < span.end; i++)
      found.push(figures[i] as Figure);
    return found;
  };

  const flow = (from: number, to: number) => {
    for (const span of linesOf(text, from, to)) {
      const inside = figuresIn(span);
      const section = sections.find(
        (s) => s.span.start >= span.start - 1 && s.span.start < span.end && s.heading !== '',
      );
      const end = section ? headingEnd(text, section) : span.start;
      if (section && end >= span.end) {
        const runs = runsOf(text, span, inside);
        blocks.push({ kind: 'heading', span, section: section.id, level: section.level, runs });
        continue;
      }
      const lead = section ? runsOf(text, { start: span.start, end }, inside) : [];
      const runs = runsOf(text, { start: Math.max(span.start, end), end: span.end }, inside);
      const item = /^([-–—•+*]|[a-zđ]\))\s/u.test(text.slice(span.start, span.start + 3));
      blocks.push({ kind: 'paragraph', span, section: section?.id ?? sectionAt(span.start), lead, runs, item });
    }
  };

  let at = 0;
  for (const table of tables) {
    if (table.span.start < at) continue;
    const inside = figures.filter((f) => f.span.start >= table.span.start && f.span.start < table.span.end);
    const block = tableBlock(record, table, inside, sectionAt(table.span.start));
    // A table whose cells are not all found in the text is set as its lines: no figure goes unmarked.
    if (marksIn(block) !== inside.length) continue;
    flow(at, table.span.start);
    blocks.push(block);
    at = table.span.end;
  }
  flow(at, text.length);
  return blocks;
}

/** Groups blocks so that a browser can leave out the layout of those far from view. */
export function chunksOf<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

// A full stop inside "1.855" or "81/2021" has no space behind it.
const SENTENCE_END = /[.!?…;]["”)]*\s/g;

/** The sentence that holds a span, within its line. */
export function sentenceOf(text: string, span: Span): Span {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const lineEnd = newline < 0 ? text.length : newline;
  let start = lineStart;
  let end = lineEnd;
  for (const match of text.slice(lineStart, lineEnd).matchAll(SENTENCE_END)) {
    const after = lineStart + match.index + match[0].length;
    if (after <= span.start) start = after;
    else if (after > span.end) {
      end = after;
      break;
    }
  }
  return { start, end };
}
