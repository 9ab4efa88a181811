type HeaderCell = { text: string; rowSpan: number };

const NUMERIC = /^[+-]?[\d.,\s]+%?$/;
/** The row under a header that numbers or letters its columns: "(1) (2) (3)", "A B 1 2". */
const INDEX = /^(?:\(?\d{1,2}\)?|[A-Z]|\(\d\)\s*=.*)$/;

/** How many rows at the top head the columns, by their merged cells and by having no numbers in them. */
export function guessHeaderRows(rows: readonly (readonly HeaderCell[])[]): number {
  const first = rows[0];
  if (!first || rows.length < 2 || first.some((cell) => NUMERIC.test(cell.text))) return 0;
  let header = Math.min(
    rows.length - 1,
    first.reduce((most, cell) => Math.max(most, cell.rowSpan), 1),
  );
  const next = rows[header];
  if (next && header < rows.length - 1 && isIndexRow(next.map(({ text }) => text))) header++;
  return header;
}

/** Recognised brackets and digits are often others: "@) (2) (3) (4 @®)" still counts its columns in half of its cells. */
function isIndexRow(texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  if (texts.every((text) => INDEX.test(text))) return true;
  const counted = texts.filter((text, i) => Number(/^[^\p{L}\d]*(\d+)/u.exec(text)?.[1]) === i + 1);
  return counted.length >= 3 && counted.length * 2 >= texts.length && counted.some((text) => text.includes('('));
}
