import { cleanLine } from '../clean.ts';

/** A node of mammoth's document model (mammoth/lib/documents.js); only what is used is typed. */
export type Element = {
  type: string;
  children?: Element[];
  value?: string;
  styleName?: string | null;
  numbering?: { isOrdered: boolean; level: string } | null;
  isBold?: boolean;
  isHeader?: boolean;
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
  if (element.type === 'table') return [table(element)];
  return (element.children ?? []).flatMap(block);
}

/** A paragraph is a block for each of its lines: writers set addresses and signatures with soft line breaks. */
function prose(element: Element): WordBlock[] {
  const text = textOf(element);
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

/** "heading 2" is a built-in style, its name the same in every language of Word. */
function headingLevel(style: string | null | undefined): number | null {
  const match = /^heading ([1-9])$/i.exec(style ?? '');
  return match ? Number(match[1]) : null;
}

function table(element: Element): WordBlock {
  const rows = (element.children ?? []).filter((row) => row.type === 'tableRow');
  const headers = rows.findIndex((row) => !row.isHeader);
  return {
    kind: 'table',
    rows: rows.map((row) =>
      (row.children ?? []).map((cell) => ({
        text: cleanLine(textOf(cell).replace(/\s+/g, ' ')),
        colSpan: cell.colSpan ?? 1,
        rowSpan: cell.rowSpan ?? 1,
      })),
    ),
    headerRows: headers === -1 ? rows.length : headers,
  };
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
