import type { Block, SourceDocument } from '../../model/index.ts';
import { withPlainTables } from './plain.ts';
import { shapeOf } from './shape.ts';

export { type Cell, cellsOf, closedToProse } from './cells.ts';
export { tableChecks } from './checks.ts';
export { contextsOfCells } from './context.ts';
export { type DataTable, findTables } from './data-table.ts';
export { fieldsOf } from './label.ts';
export { tableLinks } from './links.ts';
export { placeView } from './place-view.ts';
export { tablesOf } from './record.ts';

/** A document with unruled tables told and the headings of all its tables counted; its text stays as it is. */
export const withTables = (source: SourceDocument): SourceDocument => {
  const document = withPlainTables(source);
  if (document.tables.length === 0) return document;
  return {
    ...document,
    tables: document.tables.map((table) => ({ ...table, headerRows: shapeOf(table).headerRows })),
  };
};

/** The flow of a document for the rules of prose: each cell of a table is a paragraph of its own. */
export const cellsAsBlocks = ({ blocks, tables }: Pick<SourceDocument, 'blocks' | 'tables'>): Block[] =>
  blocks.flatMap((block) => {
    const inside = tables.filter(({ span }) => block.span.start <= span.start && span.end <= block.span.end);
    if (block.kind !== 'table' || inside.length === 0) return block;
    return inside.flatMap(({ rows }) =>
      rows.flat().flatMap(({ span }) => (span.end > span.start ? { ...block, span } : [])),
    );
  });
