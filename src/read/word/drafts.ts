import { ReadError } from '../../model/read-error.ts';
import { cleanLine } from '../clean.ts';
import { type Draft, LONGEST, tableDraft } from '../compose.ts';
import { type DecodedRuns, decodeRuns } from '../encoding/runs.ts';
import { isBulleted, mendParagraphs } from '../paragraphs.ts';
import { guessHeaderRows } from '../tables.ts';
import type { WordBlock, WordCell, WordParagraph, WordRun, WordTable } from './model.ts';
import { exponentAfter } from './raised.ts';

/** The blocks of a word processor's document as drafts, all letters in Unicode; and the encoding they came in. */
export function draftsOf(blocks: readonly WordBlock[]): { drafts: Draft[]; encoding: DecodedRuns['encoding'] } {
  const runs = [...runsOf(blocks, { left: MOST_PARTS, characters: LONGEST })];
  const { texts, encoding } = decodeRuns(runs);
  const decoded = new Map(runs.map((run, i) => [run, texts[i] ?? run.text]));
  const textOf = (run: WordRun): string => decoded.get(run) ?? run.text;
  return { drafts: mendParagraphs(blocks.flatMap((block) => blockDrafts(block, textOf))), encoding };
}

/** Runs and cells of the longest document read: tables whose cells repeat multiply where they stand in each other. */
const MOST_PARTS = 1_000_000;
type Budget = { left: number; characters: number };

function* runsOf(blocks: readonly WordBlock[], parts: Budget): Generator<WordRun> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      spend(parts, block.runs.length + 1);
      for (const run of block.runs) {
        parts.characters -= run.text.length;
        yield run;
      }
      if (parts.characters < 0) throw new ReadError('too_large', `more than ${LONGEST} characters`);
      continue;
    }
    for (const row of block.rows) {
      spend(parts, row.cells.length + 1);
      for (const cell of row.cells) yield* runsOf(cell.blocks, parts);
    }
  }
}

function spend(parts: Budget, count: number): void {
  parts.left -= count;
  if (parts.left < 0) throw new ReadError('bomb', `more than ${MOST_PARTS} runs of letters and cells`);
}

type TextOf = (run: WordRun) => string;

function blockDrafts(block: WordBlock, textOf: TextOf): Draft[] {
  if (block.kind === 'paragraph') return paragraphDrafts(block, textOf);
  if (!isLayout(block, textOf)) return [gridDraft(block, textOf)];
  return columnsOf(block).flatMap((cell) => cell.blocks.flatMap((inner) => blockDrafts(inner, textOf)));
}

/** A paragraph is a draft for each of its lines: writers set addresses and signatures with soft line breaks. */
function paragraphDrafts(paragraph: WordParagraph, textOf: TextOf): Draft[] {
  const { level, listed } = paragraph;
  const bold = isBold(paragraph.runs, textOf);
  return settled(paragraph.runs, textOf)
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '')
    .map((text, i) => {
      const kind = level !== null ? 'heading' : listed || isBulleted(text) ? 'list_item' : 'paragraph';
      return { text, kind, level, bold, ...(i > 0 ? { close: true } : {}) };
    });
}

/** The text of runs, raised figures settled. */
function settled(runs: readonly WordRun[], textOf: TextOf): string {
  let text = '';
  for (const run of runs) {
    const own = textOf(run);
    if (!run.raised || !/^\s*\d+\s*$/.test(own)) text += own;
    else text += exponentAfter(text, own.trim());
  }
  return text;
}

/** All words are set in bold; a list mark has no say. */
function isBold(runs: readonly WordRun[], textOf: TextOf): boolean {
  const lettered = runs.filter((run) => /\p{L}{2}/u.test(textOf(run)));
  return lettered.length > 0 && lettered.every((run) => run.bold);
}

/**
 * A table that only sets texts side by side: the letterhead, the signature beside its list of recipients.
 * It is small, has cells of several lines or is a single row, and no cell that is only a number.
 */
function isLayout({ rows }: WordTable, textOf: TextOf): boolean {
  if (rows.length > 3 || rows.some((row) => row.cells.length > 3)) return false;
  const texts = rows.flatMap((row) => row.cells.map((cell) => linesOf(cell, textOf).join('\n').trim()));
  if (texts.some((text) => /^[\d.,%\s]+$/.test(text))) return false;
  return rows.length === 1 || texts.some((text) => text.includes('\n'));
}

/** The cells of a layout table, column by column. */
function columnsOf({ rows }: WordTable): WordCell[] {
  const widest = Math.max(0, ...rows.map((row) => row.cells.length));
  return Array.from({ length: widest }, (_, column) => rows.flatMap((row) => row.cells[column] ?? [])).flat();
}

/** What a cell says, line by line; of a table in it, cell by cell. */
function linesOf(cell: WordCell, textOf: TextOf): string[] {
  return cell.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [settled(block.runs, textOf)]
      : block.rows.flatMap((row) => row.cells.flatMap((inner) => linesOf(inner, textOf))),
  );
}

function gridDraft({ rows }: WordTable, textOf: TextOf): Draft {
  const cells = rows.map((row) =>
    row.cells.map((cell) => ({
      text: cleanLine(linesOf(cell, textOf).join(' ').replace(/\s+/g, ' ')),
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
    })),
  );
  const marked = rows.findIndex((row) => !row.header);
  return tableDraft(cells, marked > 0 ? marked : guessHeaderRows(cells));
}
