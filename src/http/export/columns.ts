import catalogue from '../../model/catalogue.json' with { type: 'json' };
import type { FigureWithDocument } from '../../model/index.ts';

export type Cell = string | number | Date | null;

export interface Column {
  name: string;
  /** Width in a spreadsheet, in characters. */
  width: number;
  cell(figure: FigureWithDocument): Cell;
}

const LIST = '; ';
const labelOf = (table: Record<string, string>, code: string | null): string | null =>
  code === null ? null : (table[code] ?? null);
const day = (iso: string | undefined): Date | null => (iso === undefined ? null : new Date(`${iso}T00:00:00Z`));

/** One row a figure: codes for programs, each with its Vietnamese label for people. */
export const COLUMNS: readonly Column[] = [
  { name: 'document', width: 20, cell: (f) => f.document.id },
  { name: 'filename', width: 28, cell: (f) => f.document.filename },
  { name: 'title', width: 40, cell: (f) => f.document.metadata?.title ?? null },
  { name: 'figure', width: 14, cell: (f) => f.id },
  { name: 'label', width: 40, cell: (f) => f.label },
  { name: 'value', width: 18, cell: (f) => f.value },
  { name: 'unit', width: 12, cell: (f) => f.unit },
  { name: 'unitLabel', width: 12, cell: (f) => labelOf(catalogue.units, f.unit) },
  { name: 'unitText', width: 14, cell: (f) => f.unitText },
  { name: 'per', width: 12, cell: (f) => f.per.join(LIST) },
  { name: 'kind', width: 12, cell: (f) => f.kind },
  { name: 'comparator', width: 12, cell: (f) => f.comparator },
  { name: 'role', width: 12, cell: (f) => f.role },
  { name: 'indicator', width: 24, cell: (f) => f.indicator },
  { name: 'indicatorLabel', width: 36, cell: (f) => labelOf(catalogue.indicators, f.indicator) },
  { name: 'subjects', width: 24, cell: (f) => f.subjects.join(LIST) },
  { name: 'topic', width: 20, cell: (f) => f.topic },
  { name: 'topicLabel', width: 30, cell: (f) => labelOf(catalogue.topics, f.topic) },
  { name: 'purpose', width: 20, cell: (f) => f.purpose },
  { name: 'periodStart', width: 12, cell: (f) => day(f.period?.start) },
  { name: 'periodEnd', width: 12, cell: (f) => day(f.period?.end) },
  { name: 'place', width: 24, cell: (f) => (f.place ?? f.document.metadata?.place)?.name ?? null },
  { name: 'placeCode', width: 10, cell: (f) => (f.place ?? f.document.metadata?.place)?.code ?? null },
  { name: 'partOf', width: 14, cell: (f) => f.partOf },
  { name: 'section', width: 10, cell: (f) => f.section },
  { name: 'confidence', width: 10, cell: (f) => f.confidence },
  { name: 'rule', width: 20, cell: (f) => f.rule },
  { name: 'spanStart', width: 10, cell: (f) => f.span.start },
  { name: 'spanEnd', width: 10, cell: (f) => f.span.end },
];
