import type { WordBlock, WordParagraph, WordRow, WordRun } from '../word/model.ts';

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
  noteType?: string;
  noteId?: string;
  body?: Element[];
  notes?: { findNoteByKey?: unknown; resolve(reference: Element): Element | null };
};

/** The document's blocks in reading order; the notes it refers to follow at the end. */
export function blocksOf(document: Element): WordBlock[] {
  const blocks = (document.children ?? []).flatMap(block);
  const notes = references(document).flatMap((reference) => document.notes?.resolve(reference)?.body ?? []);
  return [...blocks, ...notes.flatMap(block)];
}

function block(element: Element): WordBlock[] {
  if (element.type === 'paragraph') return [paragraph(element)];
  if (element.type === 'table') return [{ kind: 'table', rows: (element.children ?? []).flatMap(row) }];
  return (element.children ?? []).flatMap(block);
}

function paragraph(element: Element): WordParagraph {
  return {
    kind: 'paragraph',
    runs: runs(element).map(run),
    level: headingLevel(element.styleName),
    listed: element.numbering != null,
  };
}

const run = (element: Element): WordRun => ({
  text: textOf(element),
  font: null,
  bold: element.isBold === true,
  raised: element.verticalAlignment === 'superscript',
});

function row(element: Element): WordRow[] {
  if (element.type !== 'tableRow') return [];
  const cells = (element.children ?? []).map((cell) => ({
    blocks: (cell.children ?? []).flatMap(block),
    colSpan: cell.colSpan ?? 1,
    rowSpan: cell.rowSpan ?? 1,
  }));
  return [{ cells, header: element.isHeader === true }];
}

/** "heading 2" is a built-in style, its name the same in every language of Word. */
function headingLevel(style: string | null | undefined): number | null {
  const match = /^heading ([1-9])$/i.exec(style ?? '');
  return match ? Number(match[1]) : null;
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
    default:
      return (element.children ?? []).map(textOf).join('');
  }
}

function runs(element: Element): Element[] {
  return element.type === 'run' ? [element] : (element.children ?? []).flatMap(runs);
}

function references(element: Element): Element[] {
  return element.type === 'noteReference' ? [element] : (element.children ?? []).flatMap(references);
}
