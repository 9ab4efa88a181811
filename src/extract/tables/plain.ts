import type { Block, SourceDocument, SourceTable, TableCell } from '../../model/index.ts';
import { isBlank, isYear, numberIn } from './value.ts';

/** Fewer lines than this are no table. */
const FEWEST_ROWS = 3;
const RULE = /^[\s|+:=-]*$/;

type Line = { block: Block; cells: TableCell[] };

/** The cells of a line parted by tabs or upright bars. */
const cellsOf = (text: string, { span }: Block): TableCell[] => {
  const line = text.slice(span.start, span.end);
  const barred = line.includes('|') && !line.includes('\t');
  const cells: TableCell[] = [];
  let start = span.start;
  for (const part of line.split(barred ? '|' : '\t')) {
    const words = part.trim();
    const at = start + part.indexOf(words);
    cells.push({ text: words, span: { start: at, end: at + words.length }, colSpan: 1, rowSpan: 1 });
    start += part.length + 1;
  }
  if (!barred) return cells;
  const outer = /^\s*\|/.test(line) ? 1 : 0;
  return cells.slice(outer, /\|\s*$/.test(line) ? -1 : undefined);
};

const isNumeric = ({ text }: TableCell): boolean => numberIn(text) !== null && !isYear(text);

/** A line whose first cells were lost with the tabs before them: its numbers stand under the last columns. */
const fitted = (cells: readonly TableCell[], width: number): TableCell[] => {
  const missing = width - cells.length;
  const [first, ...rest] = cells;
  return missing === 0 || !first ? [...cells] : [{ ...first, colSpan: missing + 1 }, ...rest];
};

const belongs = (cells: readonly TableCell[], width: number): boolean =>
  cells.length === width ||
  (cells.length >= 2 && cells.length < width && cells.slice(1).every((cell) => isNumeric(cell) || isBlank(cell.text)));

/** The table that a run of lines makes, or null: one width for most, numbers below the first. */
const tableOf = (text: string, lines: readonly Line[]): SourceTable | null => {
  const [first, last] = [lines[0], lines.at(-1)];
  const width = first?.cells.length ?? 0;
  const numbers = lines.slice(1).filter(({ cells }) => cells.some(isNumeric)).length;
  if (!first || !last || lines.length < FEWEST_ROWS || numbers < 2) return null;
  const whole = lines.filter(({ cells }) => cells.length === width).length;
  if (whole < FEWEST_ROWS) return null;
  const rows = lines
    .filter(({ block }) => !RULE.test(text.slice(block.span.start, block.span.end)))
    .map(({ cells }) => fitted(cells, width));
  return { span: { start: first.block.span.start, end: last.block.span.end }, rows, headerRows: 0 };
};

/**
 * A document with its unruled tables told: a run of three or more lines of one number of tabbed columns is one table
 * and one block. The text stays as it is.
 */
export const withPlainTables = (document: SourceDocument): SourceDocument => {
  const { text } = document;
  const blocks: Block[] = [];
  const found: SourceTable[] = [];
  let run: Line[] = [];
  const close = (): void => {
    const table = tableOf(text, run);
    if (table) {
      found.push(table);
      blocks.push({ span: table.span, kind: 'table', level: null, bold: false });
    } else blocks.push(...run.map(({ block }) => block));
    run = [];
  };
  for (const block of document.blocks) {
    const parted = block.kind === 'paragraph' || block.kind === 'list_item' || block.kind === 'heading';
    const cells = parted ? cellsOf(text, block) : [];
    const rule = parted && run.length > 0 && RULE.test(text.slice(block.span.start, block.span.end));
    const width = run[0]?.cells.length ?? cells.length;
    if (cells.length < 2 && !rule) {
      close();
      blocks.push(block);
    } else if (rule || belongs(cells, width)) run.push({ block, cells });
    else {
      close();
      run = [{ block, cells }];
    }
  }
  close();
  if (found.length === 0) return document;
  const tables = [...document.tables, ...found].sort((a, b) => a.span.start - b.span.start);
  return { ...document, blocks, tables };
};
