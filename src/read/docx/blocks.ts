import { cleanLine } from '../clean.ts';
import { guessHeaderRows } from '../tables.ts';

/** A node of mammoth's document model (mammoth/lib/documents.js); only what is used is typed. */
export type Element = {
  type: string;
  children?: Element[];
  value?: string;
  styleName?: string | null;
  numbering?: { isOrdered: boolean; level: string } | null;
  isBold?: boolean;
  isHeader?: boolean;
  verticalAlignment?: string;
  colSpan?: number;
  rowSpan?: number;
  checked?: boolean;
  breakType?: string;
  noteType?: string;
  noteId?: string;
  body?: Element[];
  notes?: { findNoteByKey?: unknown; resolve(reference: Element): Element | null };
};

export type Cell = { text: string; colSpan: number; rowSpan: number };
export type WordBlock =
  | { kind: 'prose'; text: string; level: number | null; bold: boolean; listed: boolean; close: boolean }
  | { kind: 'table'; rows: Cell[][]; headerRows: number };

/** The document's blocks in reading order; the notes it refers to follow at the end, their marks are left out. */
export function blocksOf(document: Element): WordBlock[] {
  const blocks = (document.children ?? []).flatMap(block);
  const notes = references(document).flatMap((reference) => document.notes?.resolve(reference)?.body ?? []);
  return [...blocks, ...notes.flatMap(block)];
}

function block(element: Element): WordBlock[] {
  if (element.type === 'paragraph') return prose(element);
  if (element.type === 'table') return isLayout(element) ? columns(element).flatMap(block) : [table(element)];
  return (element.children ?? []).flatMap(block);
}

/** A paragraph is a block for each of its lines: writers set addresses and signatures with soft line breaks. */
function prose(element: Element): WordBlock[] {
  const text = proseText(element);
  const bold = isBold(element);
  return text
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')
    .map((line, i) => ({
      kind: 'prose',
      text: line,
      level: headingLevel(element.styleName),
      bold,
      listed: element.numbering != null,
      close: i > 0,
    }));
}

const rowsOf = (table: Element): Element[] => (table.children ?? []).filter((row) => row.type === 'tableRow');

/**
 * A table that only sets texts side by side: the letterhead, the signature beside its list of recipients.
 * It is small, has cells of several lines or is a single row, and no cell that is only a number.
 */
function isLayout(table: Element): boolean {
  const rows = rowsOf(table);
  const cells = rows.flatMap((row) => row.children ?? []);
  if (rows.length > 3 || rows.some((row) => (row.children ?? []).length > 3)) return false;
  if (cells.some((cell) => /^[\d.,%\s]+$/.test(textOf(cell).trim()))) return false;
  return rows.length === 1 || cells.some((cell) => textOf(cell).trim().includes('\n'));
}

/** The cells of a layout table, column by column. */
function columns(table: Element): Element[] {
  const rows = rowsOf(table).map((row) => row.children ?? []);
  const widest = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: widest }, (_, column) => rows.flatMap((row) => row[column] ?? [])).flat();
}

/** "heading 2" is a built-in style, its name the same in every language of Word. */
function headingLevel(style: string | null | undefined): number | null {
  const match = /^heading ([1-9])$/i.exec(style ?? '');
  return match ? Number(match[1]) : null;
}

function table(element: Element): WordBlock {
  const rows = rowsOf(element);
  const cells = rows.map((row) =>
    (row.children ?? []).map((cell) => ({
      text: cleanLine(textOf(cell).replace(/\s+/g, ' ')),
      colSpan: cell.colSpan ?? 1,
      rowSpan: cell.rowSpan ?? 1,
    })),
  );
  const marked = rows.findIndex((row) => !row.isHeader);
  return { kind: 'table', rows: cells, headerRows: marked > 0 ? marked : guessHeaderRows(cells) };
}

function textOf(element: Element): string {
  switch (element.type) {
    case 'text':
      return element.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return element.checked ? '☒' : '☐';
    case 'paragraph':
      return `${(element.children ?? []).map(textOf).join('')}\n`;
    default:
      return (element.children ?? []).map(textOf).join('');
  }
}

/** The text of a paragraph, raised figures settled: "m²" keeps its exponent, marks of footnotes go. */
function proseText(element: Element): string {
  let text = '';
  for (const run of runs(element)) {
    const own = textOf(run);
    if (run.verticalAlignment !== 'superscript' || !/^\s*\d+\s*$/.test(own)) text += own;
    else if (/(?:^|[\s\d.,kcdmh])m$/.test(text)) text += { '2': '²', '3': '³' }[own.trim()] ?? '';
  }
  return text;
}

function runs(element: Element): Element[] {
  return element.type === 'run' ? [element] : (element.children ?? []).flatMap(runs);
}

/** All letters are set in bold; a number that Word computed has no run properties and does not count. */
function isBold(element: Element): boolean {
  const lettered = runs(element).filter((run) => /\p{L}{2}/u.test(textOf(run)));
  return lettered.length > 0 && lettered.every((run) => run.isBold);
}

function references(element: Element): Element[] {
  return element.type === 'noteReference' ? [element] : (element.children ?? []).flatMap(references);
}
