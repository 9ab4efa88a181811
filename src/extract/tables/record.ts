import type { SourceDocument, Table } from '../../model/index.ts';

/** The document's tables as the record shows them. */
export const tablesOf = ({ tables }: Pick<SourceDocument, 'tables'>): Table[] =>
  tables.map(({ span, rows, headerRows }, i) => {
    const texts = rows.map((row) => row.map((cell) => cell.text));
    return {
      id: `t${i + 1}`,
      span,
      caption: null,
      unit: null,
      header: texts.slice(0, headerRows),
      rows: texts.slice(headerRows),
    };
  });
