/** Notes at the feet of pages: in smaller type, each behind its mark; in the flow they would part sentences. */
import { type Line, lineOf, type Row } from './lines.ts';

type PageRows = { height: number; rows: Row[] };

/** In parts of the text's usual size and of the page's height: how small notes are, and how far down they begin. */
const [SMALL, LOW] = [0.9, 0.5];
const MARK = /^(?:\d{1,2}|\*{1,3}|[[(]\d{1,2}[\])])(?=\s*\p{L}|$)/u;
const MARK_ALONE = /^(?:\d{1,2}|\*{1,3}|[[(]\d{1,2}[\])])$/;

/** Takes the notes off the pages; a mark that stands raised before its note is one line with it. */
export function takeNotes<P extends PageRows>(pages: readonly P[]): { pages: P[]; notes: { page: P; rows: Row[] }[] } {
  const usual = usualSize(pages);
  const notes: { page: P; rows: Row[] }[] = [];
  const kept = pages.map((page) => {
    let from = page.rows.length;
    while (from > 0 && isSmall(page.rows[from - 1] as Row, usual) && isLow(page.rows[from - 1] as Row, page)) from--;
    while (from < page.rows.length && !MARK.test(page.rows[from]?.[0]?.text ?? '')) from++;
    if (from === page.rows.length || from === 0) return page;
    notes.push({ page, rows: withMarks(page.rows.slice(from)) });
    return { ...page, rows: page.rows.slice(0, from) };
  });
  return { pages: kept, notes };
}

const isLow = ([first]: Row, { height }: PageRows): boolean => (first?.y ?? 0) > height * LOW;

const isSmall = (row: Row, usual: number): boolean =>
  row.length === 1 &&
  row.every(({ size, words }) => size <= usual * SMALL && words.every((word) => word.confidence === undefined));

/** The size that most letters of the text are set in. */
function usualSize(pages: readonly PageRows[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flatMap(({ rows }) => rows.flat())) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function withMarks(rows: readonly Row[]): Row[] {
  const joined: Row[] = [];
  let mark: Line | null = null;
  for (const row of rows) {
    const [line] = row;
    if (line && MARK_ALONE.test(line.text)) {
      if (mark) joined.push([mark]);
      mark = line;
    } else if (line) {
      // The line's own baseline and size, not the raised mark's.
      joined.push([mark ? { ...lineOf([...mark.words, ...line.words]), y: line.y, size: line.size } : line]);
      mark = null;
    }
  }
  return mark ? [...joined, [mark]] : joined;
}
