import type { Block, ReportRecord, SourceDocument, Span, Table, TableCell } from '../model/index.ts';

type Line = Span & { text: string };

function linesOf(text: string, { start, end }: Span): Line[] {
  let at = start;
  return text
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const span = { start: at, end: at + line.length, text: line };
      at = span.end + 1;
      return span;
    });
}

/**
 * The document that a record was made of, as far as the record still tells: its lines as blocks, headings and tables where
 * they were. Words and their boxes are gone.
 */
export function documentOf(record: ReportRecord): SourceDocument {
  const { text, document, pages, tables, sections, messages } = record;
  const headings = new Map(sections.map(({ span, level }) => [span.start, level]));
  const blockOf = ({ start, end }: Line): Block => {
    const level = headings.get(start) ?? null;
    return { span: { start, end }, kind: level === null ? 'paragraph' : 'heading', level, bold: level !== null };
  };
  const prose = linesOf(text, { start: 0, end: text.length })
    .filter(
      (line) => line.text.trim() !== '' && !tables.some(({ span }) => line.start >= span.start && line.end <= span.end),
    )
    .map(blockOf);
  const set = tables.map(({ span }): Block => ({ span, kind: 'table', level: null, bold: false }));
  return {
    ...document,
    title: document.title,
    text,
    pages,
    blocks: [...prose, ...set].sort((a, b) => a.span.start - b.span.start),
    tables: tables.map((table) => tableOf(text, table)),
    words: [],
    messages,
  };
}

/** A table stands in the text as a line for each row, a tab between cells; merged cells are written where they begin. */
function tableOf(text: string, { span, header, merged = [] }: Table): SourceDocument['tables'][number] {
  const wide = new Map(merged.map((cell) => [`${cell.row}/${cell.column}`, cell]));
  const covered = new Set<string>();
  const rows = linesOf(text, span).map((line, row) => {
    let [at, column] = [line.start, 0];
    return line.text.split('\t').map((cell): TableCell => {
      while (covered.has(`${row}/${column}`)) column += 1;
      const { rowSpan = 1, colSpan = 1 } = wide.get(`${row}/${column}`) ?? {};
      for (let r = row; r < row + rowSpan; r += 1)
        for (let c = column; c < column + colSpan; c += 1) covered.add(`${r}/${c}`);
      const own = { start: at, end: at + cell.length };
      at = own.end + 1;
      return { text: cell, span: own, colSpan, rowSpan };
    });
  });
  return { span, rows, headerRows: header.length };
}
