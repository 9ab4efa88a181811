import { extract } from '../../src/extract/index.ts';
import type { Figure, ReportRecord, SourceDocument } from '../../src/model/index.ts';
import { compose, type Draft, paragraph, tableDraft } from '../../src/read/compose.ts';
import { guessHeaderRows } from '../../src/read/tables.ts';

/** "Hộ nghèo >3" covers three columns, "TT v2" two rows. */
const cellOf = (written: string) => {
  const text = written.trim();
  const across = /\s>(\d+)/.exec(text);
  const down = /\sv(\d+)/.exec(text);
  return {
    text: text.replace(/\s[>v]\d+/g, '').replace(/^\.$/, ''),
    colSpan: across ? Number(across[1]) : 1,
    rowSpan: down ? Number(down[1]) : 1,
  };
};

/**
 * A document of lines and tables as a reader hands it over. Lines with "|" are rows: cells between bars, "." an empty
 * one; other lines are paragraphs.
 */
export const sheetOf = (written: string): SourceDocument => {
  const drafts: Draft[] = [];
  let rows: ReturnType<typeof cellOf>[][] = [];
  const close = () => {
    if (rows.length > 0) drafts.push(tableDraft(rows, guessHeaderRows(rows)));
    rows = [];
  };
  for (const line of written.split('\n').map((each) => each.trim())) {
    if (line.includes('|') || / >\d+$/.test(line)) rows.push(line.split('|').map(cellOf));
    else {
      close();
      if (line !== '') drafts.push(paragraph(line));
    }
  }
  close();
  return {
    sha256: '0'.repeat(64),
    filename: 'report.docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: 1,
    reader: { name: 'docx', version: '1' },
    encoding: 'unicode',
    ocr: null,
    title: null,
    pages: [],
    messages: [],
    ...compose(drafts),
  };
};

export const sheetRecord = (written: string): ReportRecord => extract(sheetOf(written));

/** The figure of a cell: by its row in the record's `rows` and its column. */
export const figureAt = (record: ReportRecord, row: number, column: number, table = 't1'): Figure | undefined =>
  record.figures.find(({ cell }) => cell?.table === table && cell.row === row && cell.column === column);
