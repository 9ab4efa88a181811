import type { Block, Box, PlacedWord, SourceTable } from '../model/index.ts';
import { ReadError } from '../model/read-error.ts';

export type DraftWord = { start: number; end: number; box: Box; confidence?: number };
export type DraftCell = { text: string; start: number; colSpan: number; rowSpan: number };
export type DraftTable = { rows: DraftCell[][]; headerRows: number };

/** A block before its place in the document is known: all offsets count from its own first character. */
export type Draft = {
  text: string;
  kind: Block['kind'];
  level: number | null;
  bold: boolean;
  /** Stands on the line after the block before it, with no blank line between. */
  close?: boolean;
  words?: DraftWord[];
  table?: DraftTable;
};

export type Composed = { text: string; blocks: Block[]; tables: SourceTable[]; words: PlacedWord[] };

export const paragraph = (text: string): Draft => ({ text, kind: 'paragraph', level: null, bold: false });

/** Longest text read, in characters: some fourteen hundred full pages. */
export const LONGEST = 4 * 1024 * 1024;
/** Most blocks and cells of tables read; a reader's parent has to hold them too. */
export const MOST_PARTS = 300_000;

/** Throws ReadError `too_large` before a document that no reader could hold is put together. */
function checkSize(drafts: readonly Draft[]): void {
  let [characters, parts] = [0, drafts.length];
  for (const { text, table } of drafts) {
    characters += text.length;
    for (const row of table?.rows ?? []) parts += row.length;
  }
  if (characters > LONGEST) throw new ReadError('too_large', `${characters} characters, ${LONGEST} allowed`);
  if (parts > MOST_PARTS) throw new ReadError('too_large', `${parts} blocks and cells, ${MOST_PARTS} allowed`);
}

/** Sets the drafts one under the other, a blank line between, and turns their offsets into spans of the text. */
export function compose(drafts: readonly Draft[]): Composed {
  checkSize(drafts);
  const composed: Composed = { text: '', blocks: [], tables: [], words: [] };
  const parts: string[] = [];
  let at = 0;
  for (const draft of drafts) {
    if (draft.text === '') continue;
    if (parts.length > 0) {
      const gap = draft.close ? '\n' : '\n\n';
      parts.push(gap);
      at += gap.length;
    }
    parts.push(draft.text);
    const span = { start: at, end: at + draft.text.length };
    composed.blocks.push({ span, kind: draft.kind, level: draft.level, bold: draft.bold });
    for (const { start, end, ...placed } of draft.words ?? []) {
      composed.words.push({ span: { start: at + start, end: at + end }, ...placed });
    }
    if (draft.table) composed.tables.push(placeTable(draft.table, span));
    at = span.end;
  }
  composed.text = parts.join('');
  return composed;
}

function placeTable(table: DraftTable, span: { start: number; end: number }): SourceTable {
  const rows = table.rows.map((row) =>
    row.map(({ text, start, colSpan, rowSpan }) => ({
      text,
      span: { start: span.start + start, end: span.start + start + text.length },
      colSpan,
      rowSpan,
    })),
  );
  return { span, rows, headerRows: table.headerRows };
}

/** A table as a block: a line for each row, a tab between cells. `words` of a cell count from the cell's start. */
export function tableDraft(
  rows: readonly (readonly { text: string; colSpan: number; rowSpan: number; words?: DraftWord[] }[])[],
  headerRows: number,
): Draft {
  let text = '';
  const words: DraftWord[] = [];
  const placed = rows.map((row, r) => {
    if (r > 0) text += '\n';
    return row.map((cell, c) => {
      if (c > 0) text += '\t';
      const start = text.length;
      text += cell.text;
      for (const word of cell.words ?? []) words.push({ ...word, start: start + word.start, end: start + word.end });
      return { text: cell.text, start, colSpan: cell.colSpan, rowSpan: cell.rowSpan };
    });
  });
  return { text, kind: 'table', level: null, bold: false, words, table: { rows: placed, headerRows } };
}
