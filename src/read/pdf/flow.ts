/** Lines → paragraphs in reading order: wrapped lines joined, columns read one after the other, rows of figures kept. */
import type { Draft, DraftWord } from '../compose.ts';
import { isBulleted, isClosed, isMarked, join, joint } from '../paragraphs.ts';
import { type Line, lineOf, type Row, type Word } from './lines.ts';

/** A line of the flow: where it may run to, and how to find its words on the page. */
export type FlowLine = Line & { page: number; margin: number };

/** Turns a word of a line into its place on the page. */
export type Place = (page: number, word: Line['words'][number]) => DraftWord['box'];

/** A word's box, and its confidence where it was recognised. */
export const placed = (word: Word, page: number, place: Place): Pick<DraftWord, 'box' | 'confidence'> => ({
  box: place(page, word),
  ...(word.confidence === undefined ? {} : { confidence: word.confidence }),
});

/** A gap this much wider than within paragraphs parts two of them. */
const PARAGRAPH_GAP = 1.18;
const MARK_ALONE = /^(?:[-–—+*•●○■▪◦]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?|\p{L}[.)]|[IVXLC]{1,6}[.)]?)$/u;
const FIGURE = /^[\d.,%()/\s+-]+$/;

export type Region = { kind: 'prose' | 'column' | 'rows'; lines: FlowLine[] };

/** A column longer than this is text set in columns; a shorter one is a letterhead or a signature, each line its own. */
const LETTERHEAD = 12;

/** Splits a page's rows into stretches of prose lines and of rows with columns of figures (one line a row, tabs between). */
export function regionsOf(rows: readonly Row[], page: number, margin: number): Region[] {
  const regions: Region[] = [];
  for (let i = 0; i < rows.length; ) {
    const row = rows[i] as Row;
    const single = singleLine(row);
    if (single) {
      regions.push({ kind: 'prose', lines: [{ ...single, page, margin }] });
      i++;
      continue;
    }
    const group = columnGroup(rows, i);
    if (group.length === 1 && isSpacedLine(rows, i, margin)) {
      regions.push({ kind: 'prose', lines: [{ ...lineOf(row.flatMap((part) => part.words)), page, margin }] });
      i++;
      continue;
    }
    regions.push(...readGroup(group, page));
    i += group.length;
  }
  return regions;
}

/** A row that is one line, or a list mark set apart from its line. */
function singleLine(row: Row): Line | null {
  if (row.length === 1) return row[0] as Line;
  const [first, second] = row;
  return row.length === 2 && first && second && MARK_ALONE.test(first.text)
    ? lineOf([...first.words, ...second.words])
    : null;
}

/** A full line of prose with a row of spaces in it: the prose lines right above or below run across its gap. */
function isSpacedLine(rows: readonly Row[], i: number, margin: number): boolean {
  const row = rows[i] as Row;
  const gutter = gutterOf([row]);
  const [first, last] = [row[0] as Line, row.at(-1) as Line];
  if (!gutter || margin - last.right > last.size * 1.5) return false;
  return [rows[i - 1], rows[i + 1]].some(
    (other) =>
      other?.length === 1 &&
      Math.abs((other[0] as Line).y - first.y) < first.size * 1.6 &&
      (other[0] as Line).left < gutter.left &&
      (other[0] as Line).right > gutter.right,
  );
}

/** The rows from `start` on that stand in the same columns. */
function columnGroup(rows: readonly Row[], start: number): Row[] {
  const group = [rows[start] as Row];
  let gutter = gutterOf(group);
  for (let i = start + 1; i < rows.length; i++) {
    const row = rows[i] as Row;
    const above = group.at(-1)?.[0] as Line;
    const gap = (row[0] as Line).y - above.y;
    if (singleLine(row)) {
      const line = row[0] as Line;
      const [reach, inside] =
        gutter && line.left >= gutter.right - line.size
          ? [7, true]
          : [1.9, gutter !== null && line.right <= gutter.left + line.size];
      if (!inside || gap > line.size * reach || group.some((other) => other.length > 2)) break;
    } else if (gap > above.size * 7) break;
    const next = gutterOf([...group, row]);
    if (gutter && !next && row.length === 2) break;
    group.push(row);
    gutter = next ?? gutter;
  }
  return group;
}

/** The empty band between two columns, where all rows of two parts leave one. */
function gutterOf(group: readonly Row[]): { left: number; right: number } | null {
  const pairs = group.filter((row) => row.length === 2);
  if (pairs.length === 0 || group.some((row) => row.length > 2)) return null;
  const left = Math.max(...pairs.map((row) => (row[0] as Line).right));
  const right = Math.min(...pairs.map((row) => (row[1] as Line).left));
  return right > left ? { left, right } : null;
}

function readGroup(group: readonly Row[], page: number): Region[] {
  const gutter = gutterOf(group);
  const figures = group.filter((row) => row.length > 1 && row.slice(1).some((line) => FIGURE.test(line.text)));
  const tabular = group.some((row) => row.length > 2) || figures.length * 2 > group.length;
  if (tabular || !gutter) return [{ kind: 'rows', lines: group.map((row) => rowLine(row, page)) }];
  const middle = (gutter.left + gutter.right) / 2;
  const sides = [
    group.flatMap((row) => row.filter((line) => line.left < middle)),
    group.flatMap((row) => row.filter((line) => line.left >= middle)),
  ];
  return sides
    .filter((side) => side.length > 0)
    .map((side) => {
      const margin = Math.max(...side.map((line) => line.right));
      const kind = side.length > LETTERHEAD ? 'prose' : 'column';
      return { kind, lines: side.map((line) => ({ ...line, page, margin })) };
    });
}

/** One row of an unruled table: its parts keep a tab between them. */
function rowLine(row: Row, page: number): FlowLine {
  const line = lineOf(row.flatMap((part) => part.words));
  return { ...line, text: row.map((part) => part.text).join('\t'), page, margin: line.right };
}

/** The line of a draft: its words with their places, parted as in the line's text. */
export function lineDraft(line: FlowLine, place: Place): Draft {
  const words: DraftWord[] = [];
  let at = 0;
  for (const word of line.words) {
    at = line.text.indexOf(word.text, at);
    words.push({ start: at, end: at + word.text.length, ...placed(word, line.page, place) });
    at += word.text.length;
  }
  const kind = isBulleted(line.text) ? 'list_item' : 'paragraph';
  return { text: line.text, kind, level: null, bold: line.bold, words };
}

/** Joins the lines of the whole flow into paragraphs. */
export function paragraphsOf(regions: readonly Region[], place: Place): Draft[] {
  const leading = usualLeading(regions);
  const drafts: Draft[] = [];
  let previous: FlowLine | null = null;
  let first: FlowLine | null = null;
  for (const [i, region] of regions.entries()) {
    for (const [j, line] of region.lines.entries()) {
      const draft = lineDraft(line, place);
      const last = drafts.at(-1);
      const sameRows = region.kind === 'rows' && j > 0;
      const prose = region.kind === 'prose' && (j > 0 || regions[i - 1]?.kind === 'prose');
      const wrapped = region.kind === 'column' && j > 0 && /^\p{Ll}/u.test(line.text) && !isMarked(line.text);
      if (last && previous && first && (wrapped || (prose && goesOn(first, previous, line, leading)))) {
        drafts[drafts.length - 1] = join(last, draft);
      } else {
        drafts.push(sameRows ? { ...draft, close: true } : draft);
        first = line;
      }
      previous = line;
    }
  }
  return drafts;
}

/** Line distance within paragraphs, in parts of the letter size: that after lines with no room left. */
function usualLeading(regions: readonly Region[]): number {
  const lines = regions.filter((region) => region.kind === 'prose').flatMap((region) => region.lines);
  const ratios: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const [above, below] = [lines[i - 1] as FlowLine, lines[i] as FlowLine];
    if (above.page === below.page && below.y > above.y && !hasRoom(above, below)) {
      ratios.push((below.y - above.y) / above.size);
    }
  }
  ratios.sort((a, b) => a - b);
  return ratios[Math.floor(ratios.length / 2)] ?? 1.5;
}

/** Whether the next line's first word would still have stood on this line: then the line was ended on purpose. */
function hasRoom(line: FlowLine, next: FlowLine): boolean {
  const word = next.words[0];
  return line.margin - line.right > (word?.width ?? 0) + line.size * 0.5;
}

/** Whether `next` is the same paragraph as `line`, whose paragraph began with `first`. */
function goesOn(first: FlowLine, line: FlowLine, next: FlowLine, leading: number): boolean {
  if (hasRoom(line, next) || Math.abs(line.size - next.size) > line.size * 0.1) return false;
  if (line.bold !== next.bold && (line.bold ? line === first : isClosed(line.text))) return false;
  if (isMarked(next.text) && isClosed(line.text)) return false;
  // Over a page's end no gap tells; a full line ends its paragraph far more seldom than it goes on.
  if (line.page !== next.page) return !isIndented(first, line, next);
  const cut = !isClosed(line.text) || /^\p{Ll}/u.test(next.text);
  const gap = (next.y - line.y) / line.size;
  if (gap < 0) return cut && joint(line.text, next.text) === '';
  return gap <= leading * PARAGRAPH_GAP && !isIndented(first, line, next);
}

/** The line begins further in than the one above, and not because that one's list mark hangs out. */
function isIndented(first: FlowLine, line: FlowLine, next: FlowLine): boolean {
  const hanging = line === first && isMarked(first.text) && next.left - first.left < line.size * 4;
  return !hanging && next.left - line.left > line.size * 0.8;
}
