/** A ruled table of one page, then of several. */
import { type Draft, type DraftWord, tableDraft } from '../compose.ts';
import { joint } from '../paragraphs.ts';
import { guessHeaderRows } from '../tables.ts';
import { type Place, placed } from './flow.ts';
import type { Glyph } from './glyphs.ts';
import type { Grid } from './grid.ts';
import { rowsOf, type Word } from './lines.ts';

export type Cell = {
  text: string;
  colSpan: number;
  rowSpan: number;
  words: { at: number; word: Word; page: number }[];
};
export type PageTable = {
  columns: number[];
  rows: Cell[][];
  /** Found by where its words stand: its columns' places are guessed. */
  unruled?: boolean;
};

/** The table in a grid, or null where its cells hold no text or all of it is in one cell (a frame, not a table). */
export function tableOf(grid: Grid, glyphs: readonly Glyph[], page: number): PageTable | null {
  const rows: Cell[][] = Array.from({ length: grid.rows }, () => []);
  const byRow = [...grid.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, rowSpan, colSpan, x1, x2, y1, y2 } of byRow) {
    const inside = glyphs.filter((glyph) => {
      const [x, y] = [glyph.x + glyph.width / 2, glyph.y - glyph.size * 0.3];
      return x >= x1 && x < x2 && y >= y1 && y < y2;
    });
    rows[row]?.push({ ...cellText(inside, page), rowSpan, colSpan });
  }
  const filled = rows.flat().filter((cell) => cell.text !== '').length;
  if (filled < 2) return null;
  return { columns: grid.columns, rows: rows.filter((row) => row.length > 0 && !isBlank(row, grid)) };
}

/** A whole row without text: what is left of a frame where the table runs over a page's end. */
const isBlank = (row: readonly Cell[], { columns }: Grid): boolean =>
  row.every(({ text, rowSpan }) => text === '' && rowSpan === 1) &&
  row.reduce((width, { colSpan }) => width + colSpan, 0) === columns.length - 1;

function cellText(glyphs: readonly Glyph[], page: number): Pick<Cell, 'text' | 'words'> {
  let text = '';
  const words: Cell['words'] = [];
  for (const row of rowsOf(glyphs)) {
    for (const [i, word] of row.flatMap((line) => line.words).entries()) {
      if (text !== '') text += i === 0 ? joint(text, word.text) : ' ';
      words.push({ at: text.length, word, page });
      text += word.text;
    }
  }
  return { text, words };
}

/** Whether `next`, at the top of a page, is the rest of `table`: the same columns at the same places. */
export function isSameTable(table: PageTable, next: PageTable): boolean {
  const [ours, theirs] = [table.columns, next.columns];
  if (ours.length !== theirs.length || table.unruled !== next.unruled) return false;
  if (!table.unruled) return ours.every((x, i) => Math.abs(x - (theirs[i] as number)) < 3);
  // Where its columns part is known only between the words on each page.
  const width = (i: number): number =>
    Math.min(...[ours, theirs].map((xs) => (xs[i] as number) - (xs[i - 1] as number)));
  return ours
    .slice(1, -1)
    .every((x, i) => Math.abs(x - (theirs[i + 1] as number)) < Math.min(width(i + 1), width(i + 2)) / 2);
}

/** One table of two parts; the header that the second repeats is left out. */
export function joinTables(table: PageTable, next: PageTable): PageTable {
  const same = (i: number): boolean =>
    JSON.stringify(table.rows[i]?.map((cell) => cell.text)) === JSON.stringify(next.rows[i]?.map((cell) => cell.text));
  let repeated = 0;
  while (repeated < next.rows.length && same(repeated)) repeated++;
  return { ...table, rows: [...table.rows, ...next.rows.slice(repeated)] };
}

export function toDraft(table: PageTable, place: Place): Draft {
  const rows = table.rows.map((row) =>
    row.map((cell) => ({
      ...cell,
      words: cell.words.map(
        ({ at, word, page }): DraftWord => ({ start: at, end: at + word.text.length, ...placed(word, page, place) }),
      ),
    })),
  );
  return tableDraft(rows, guessHeaderRows(rows));
}
