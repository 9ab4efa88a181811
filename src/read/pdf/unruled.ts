/** Tables without rules: rows of numbers that stand in the same columns, with what heads and names them. */
import { joint } from '../paragraphs.ts';
import { columnAt, type Extent, type Segment } from './columns.ts';
import { headOf } from './heads.ts';
import { type Row, type Word, wordsOf } from './lines.ts';
import type { Cell, PageTable } from './table.ts';

type Lines = { row: Row; segments: Segment[]; y: number; size: number };

/** In parts of the letter size: a gap that parts cells, the distance of lines in a cell, of rows, of rows about a gap. */
const CELL_GAP = 0.42;
/** The same where columns are known. */
const HEAD_GAP = 0.3;
/** The same behind a number, which is set to the right of its cell. */
const NUMBER_GAP = 0.33;
const LEADING = 1.5;
const PITCH = 3.2;
/** On a page's top, where headings are repeated, what is left of a row that was cut may part them from their rows. */
const TOP_GAP = 6;
/** Fewer rows with numbers are no table. */
const FEWEST = 3;
/** Rows without a number of their own between two with: what wrapped, and the title of a group. */
const MOST_BETWEEN = 4;
const NUMBER = /^[(+\-–]?\s?\d[\d.,]*\s?%?\)?$/;
const BLANK = /^[-–—]$/;
const YEAR = /^[-–]?\s?(?:19|20)\d\d$/;
const CAPTION = /^(?:biểu|bảng|phụ lục|phụ biểu)(?:\s+số)?\s+\d/iu;
const LEADERS = /[.…_]{4,}/;
const ORDINAL = /^(?:\d{1,3}|[IVXLC]{1,6}|\p{L})[.)]?$/u;
const TOTAL = /^(?:tổng|cộng|toàn)(?!\p{L})/iu;
const ABOVE = /^\(?(?:biểu|bảng|phụ lục|phụ biểu|mẫu|đvt|đơn vị(?: tính)?\s*[:.])|[.:;]$/iu;

export type UnruledTables = { tables: { y: number; table: PageTable }[]; rest: Row[] };

/** Takes the tables out of a page's rows; what is left keeps its order. */
export function takeUnruled(rows: readonly Row[], page: number): UnruledTables {
  const lines = rows.flatMap((row): Lines[] => {
    const segments = segmentsOf(row);
    const [first] = segments;
    return first ? [{ row, segments, y: first.y, size: Math.max(...segments.map(({ size }) => size)) }] : [];
  });
  const tables: UnruledTables['tables'] = [];
  const taken = new Set<Row>();
  for (let i = 0; i < lines.length; i++) {
    const end = runEnd(lines, i);
    const found = end - i < FEWEST ? null : tableOf(lines, i, end, page);
    if (!found) continue;
    for (const { row } of lines.slice(found.from, found.to)) taken.add(row);
    tables.push({ y: (lines[found.from] as Lines).y, table: found.table });
    i = found.to - 1;
  }
  return { tables, rest: rows.filter((row) => !taken.has(row)) };
}

function segmentsOf(row: Row): Segment[] {
  const parts: Word[][] = [];
  for (const word of wordsOf(row)) {
    const last = parts.at(-1)?.at(-1);
    const limit = last && NUMBER.test(last.text) ? NUMBER_GAP : CELL_GAP;
    if (last && word.x - (last.x + last.width) <= limit * Math.max(last.size, word.size)) parts.at(-1)?.push(word);
    else parts.push([word]);
  }
  return parts.map((words) => segmentOf(words));
}

function segmentOf(words: Word[]): Segment {
  const [first, last] = [words[0] as Word, words.at(-1) as Word];
  const size = Math.max(...words.map((word) => word.size));
  const text = words.map((word) => word.text).join(' ');
  return { words, text, left: first.x, right: last.x + last.width, y: first.y, size };
}

/** Headings of narrow columns stand close: where the wider spaces in what covers several columns are, they part. */
function parted(segment: Segment, columns: readonly Extent[]): Segment[] {
  if (columns.filter((column) => overlaps(column, segment)).length < 2) return [segment];
  const { words } = segment;
  const gaps = words.slice(1).map((word, i) => word.x - ((words[i] as Word).x + (words[i] as Word).width));
  const usual = Math.min(...gaps);
  const parts: Word[][] = [[words[0] as Word]];
  for (const [i, gap] of gaps.entries()) {
    if (gap >= HEAD_GAP * segment.size && gap > usual * 1.2) parts.push([]);
    parts.at(-1)?.push(words[i + 1] as Word);
  }
  return parts.map(segmentOf);
}

/** A line with a number in a cell of its own; years alone head columns. */
const isData = ({ segments }: Lines): boolean =>
  segments.length >= 2 &&
  segments.slice(1).some(({ text }) => NUMBER.test(text) && !YEAR.test(text)) &&
  !segments.some(({ text }) => LEADERS.test(text));

/** One past the last data line of the run that begins with line `start`; `start` where none begins there. */
function runEnd(lines: readonly Lines[], start: number): number {
  if (!isData(lines[start] as Lines)) return start;
  let end = start + 1;
  for (let i = start + 1; i < lines.length && i - end < MOST_BETWEEN; i++) {
    const [above, line] = [lines[i - 1] as Lines, lines[i] as Lines];
    if (line.y - above.y > PITCH * Math.max(line.size, above.size)) break;
    if (isData(line)) end = i + 1;
  }
  return end;
}

const overlaps = (a: Extent, b: Extent): boolean => a.left < b.right && b.left < a.right;

/** Extents of what stands one under the other, left to right; less apart than cells are, they are one. */
function union(parts: readonly Extent[], gap: number): Extent[] {
  const found: Extent[] = [];
  for (const { left, right } of [...parts].sort((a, b) => a.left - b.left)) {
    const last = found.at(-1);
    if (last && left - last.right < gap) last.right = Math.max(last.right, right);
    else found.push({ left, right });
  }
  return found;
}

/** The columns of a run of lines: where its data lines stand, and further in what stands between them. */
function columnsOf(run: readonly Lines[]): Extent[] {
  const data = run.filter(isData);
  const gap = CELL_GAP * Math.max(...data.map(({ size }) => size));
  const most = Math.max(...data.map(({ segments }) => segments.length));
  const telling = data.filter(
    ({ segments }) => segments.length * 2 > most && !segments.some(({ text }) => TOTAL.test(text)),
  );
  const columns = union(telling.length >= FEWEST ? telling.flatMap(({ segments }) => segments) : [], gap);
  const all = run.flatMap(({ segments }) => segments);
  for (const segment of all) {
    const inside = columns.filter((column) => overlaps(column, segment));
    const [column] = inside;
    if (inside.length === 1 && column) {
      column.left = Math.min(column.left, segment.left);
      column.right = Math.max(column.right, segment.right);
    }
  }
  const apart = all.filter((segment) => !columns.some((column) => overlaps(column, segment)));
  return columns.length < 2 ? [] : union([...columns, ...apart], (gap * NUMBER_GAP) / CELL_GAP);
}

/** Lines of the first row's cells that stand above its numbers, which are set in the middle. */
function bodyStart(lines: readonly Lines[], start: number): number {
  const { y, size } = lines[start] as Lines;
  let from = start;
  while (from > 0) {
    const [above, line, below] = [lines[from - 2], lines[from - 1] as Lines, lines[from] as Lines];
    const close = y - line.y < 0.9 * size;
    const wrapped =
      line.segments.length === 1 &&
      below.y - line.y <= LEADING * size &&
      y - line.y <= 3 * size &&
      above !== undefined &&
      line.y - above.y > (below.y - line.y) * 1.1;
    if (!close && !wrapped) break;
    from--;
  }
  return from;
}

type Found = { from: number; to: number; table: PageTable };

function tableOf(lines: readonly Lines[], first: number, stop: number, page: number): Found | null {
  const start = bodyStart(lines, first);
  const columns = columnsOf(lines.slice(start, stop));
  const data = lines.slice(start, stop).filter(isData);
  if (columns.length < 2 || data.length < FEWEST) return null;
  const end = proseAt(lines, start, stop, columns);
  const body = lines.slice(start, end);
  if (body.filter(isData).length < FEWEST || !isTabular(body, columns)) return null;
  const from = headStart(lines, start, columns);
  const to = bodyEnd(lines, end, columns);
  const head = headOf(
    lines.slice(from, start).map(({ segments }) => segments.flatMap((segment) => parted(segment, columns))),
    columns,
  );
  const rows = bodyRows(lines.slice(start, to), head.columns);
  const toCell = ({ lines: parts, colSpan, rowSpan }: (typeof head.rows)[number][number]): Cell => ({
    ...cellText(parts, page),
    colSpan,
    rowSpan,
  });
  const cells = rows.map((row) => row.map((parts): Cell => ({ ...cellText(parts, page), colSpan: 1, rowSpan: 1 })));
  const table: PageTable = {
    columns: bounds(head.columns),
    rows: [...head.rows.map((row) => row.map(toCell)), ...cells],
    unruled: true,
  };
  return { from, to, table };
}

/** Most of what stands in the columns of numbers is numbers, and there are enough of them. */
function isTabular(body: readonly Lines[], columns: readonly Extent[]): boolean {
  const segments = body.filter(isData).flatMap((line) => line.segments);
  const counts = columns.map(() => ({ all: 0, numbers: 0 }));
  for (const segment of segments) {
    const count = counts[columnAt(columns, segment)] as (typeof counts)[number];
    count.all++;
    if (NUMBER.test(segment.text) || BLANK.test(segment.text)) count.numbers++;
  }
  const numeric = counts.slice(1).filter(({ all, numbers }) => numbers >= 2 && numbers * 4 >= all * 3);
  return numeric.length > 0 && numeric.reduce((sum, { numbers }) => sum + numbers, 0) >= FEWEST;
}

/** Where a line of prose interrupts the run: it crosses columns and closes a sentence. */
function proseAt(lines: readonly Lines[], start: number, stop: number, columns: readonly Extent[]): number {
  for (let i = start; i < stop; i++) {
    const line = lines[i] as Lines;
    if (!isData(line) && isProse(line, columns)) return i;
  }
  return stop;
}

const isProse = ({ segments }: Lines, columns: readonly Extent[]): boolean =>
  segments.some(
    (segment) => columns.filter((column) => overlaps(column, segment)).length > Math.max(2, columns.length / 2),
  );

/** The first line of the headings over the body. */
function headStart(lines: readonly Lines[], start: number, columns: readonly Extent[]): number {
  const [left, right] = [(columns[0] as Extent).left, (columns.at(-1) as Extent).right];
  let from = start;
  while (from > 0) {
    const [line, below] = [lines[from - 1] as Lines, lines[from] as Lines];
    const [only] = line.segments;
    if (below.y - line.y > (from === start ? TOP_GAP : PITCH) * line.size || !only) break;
    if (line.segments.length === 1 && (only.right - only.left > (right - left) * 0.4 || ABOVE.test(only.text))) break;
    if (CAPTION.test(only.text) || line.segments.some(({ text }) => LEADERS.test(text))) break;
    from--;
  }
  // Running heads, of one part, come before the rest of a table too.
  if (lines.slice(from, start).every(({ segments }) => segments.length === 1)) return start;
  const head = lines[start - 1];
  if (head && from > 0 && (lines[start] as Lines).y - head.y > PITCH * head.size) return start;
  // A line alone on top is a caption's last word, unless something beside it heads columns too.
  while (
    from < start &&
    start - from > 1 &&
    (lines[from] as Lines).segments.length === 1 &&
    !headsMore(lines, from, start)
  )
    from++;
  return from;
}

const headsMore = (lines: readonly Lines[], from: number, start: number): boolean =>
  lines.slice(from + 1, start).some(({ segments }) => segments.length > 1) &&
  (lines[from + 1] as Lines).y - (lines[from] as Lines).y < LEADING * 1.5 * (lines[from] as Lines).size;

/** The last cells' own further lines. */
function bodyEnd(lines: readonly Lines[], end: number, columns: readonly Extent[]): number {
  let to = end;
  while (to < lines.length) {
    const [above, line] = [lines[to - 1] as Lines, lines[to] as Lines];
    const inside = line.segments.every(
      (segment) => columns.filter((column) => overlaps(column, segment)).length === 1 && /^\p{Ll}/u.test(segment.text),
    );
    if (!inside || line.y - above.y > LEADING * line.size) break;
    to++;
  }
  return to;
}

/** The lines of every cell, row by row. */
function bodyRows(body: readonly Lines[], columns: readonly Extent[]): Segment[][][] {
  const rows: { y: number; anchored: boolean; cells: Segment[][] }[] = [];
  const blank = (): Segment[][] => columns.map(() => []);
  const own = new Map<Segment, (typeof rows)[number]>();
  for (const line of body) {
    const [first] = line.segments;
    const ordinal = first && columnAt(columns, first) === 0 && ORDINAL.test(first.text) && line.segments.length > 1;
    if (!ordinal && !isData(line) && !line.segments.some(({ text }) => NUMBER.test(text))) continue;
    const row = { y: line.y, anchored: true, cells: blank() };
    rows.push(row);
    for (const segment of line.segments) own.set(segment, row);
  }
  columns.forEach((_, column) => {
    const parts = body
      .flatMap(({ segments }) => segments)
      .filter((segment) => columnAt(columns, segment) === column)
      .sort((a, b) => a.y - b.y || a.left - b.left);
    for (const block of blocksOf(parts)) {
      const anchors = [...new Set(block.flatMap((part) => own.get(part) ?? []))];
      let row = anchors[0] ?? anchorIn(rows, block);
      for (const part of block) {
        const [at, before] = [own.get(part), row];
        if (at) row = at;
        else if (anchors.length > 1 && !/^\p{Ll}/u.test(part.text) && before !== undefined && before.y < part.y)
          row = undefined;
        if (!row) {
          row = { y: part.y, anchored: false, cells: blank() };
          rows.push(row);
        }
        row.cells[column]?.push(part);
      }
    }
  });
  return rows.sort((a, b) => a.y - b.y).map(({ cells }) => cells);
}

/** Lines of one column that stand as close as those of one cell. */
export function blocksOf(parts: readonly Segment[]): Segment[][] {
  const blocks: Segment[][] = [];
  for (const part of parts) {
    const last = blocks.at(-1)?.at(-1);
    if (last && part.y - last.y <= LEADING * Math.max(part.size, last.size)) blocks.at(-1)?.push(part);
    else blocks.push([part]);
  }
  return blocks;
}

/** The row whose numbers stand beside the middle of a cell of several lines. */
function anchorIn<R extends { y: number; anchored: boolean }>(
  rows: readonly R[],
  block: readonly Segment[],
): R | undefined {
  const [first, last] = [block[0] as Segment, block.at(-1) as Segment];
  const middle = (first.y + last.y) / 2;
  const reach = (last.y - first.y) / 2 + 0.3 * first.size;
  return rows
    .filter(({ y, anchored }) => anchored && Math.abs(y - middle) <= reach)
    .sort((a, b) => Math.abs(a.y - middle) - Math.abs(b.y - middle))[0];
}

export function cellText(parts: readonly Segment[], page: number): Pick<Cell, 'text' | 'words'> {
  let text = '';
  let y = Number.NaN;
  const words: Cell['words'] = [];
  for (const part of [...parts].sort((a, b) => (Math.abs(a.y - b.y) < 1.5 ? a.left - b.left : a.y - b.y))) {
    for (const word of part.words) {
      if (text !== '') text += Math.abs(word.y - y) < 1.5 ? ' ' : joint(text, word.text);
      y = word.y;
      words.push({ at: text.length, word, page });
      text += word.text;
    }
  }
  return { text, words };
}

/** Where columns part: in the middle between what they cover. */
const bounds = (columns: readonly Extent[]): number[] => [
  (columns[0] as Extent).left,
  ...columns.slice(1).map(({ left }, i) => (left + (columns[i] as Extent).right) / 2),
  (columns.at(-1) as Extent).right,
];
