import type { ReportRecord } from '../../../src/model/index.ts';
import { sectionName } from './model.ts';

const COLUMNS = [
  'id',
  'label',
  'literal',
  'value',
  'unit',
  'unitText',
  'per',
  'kind',
  'comparator',
  'role',
  'indicator',
  'subjects',
  'topic',
  'purpose',
  'periodStart',
  'periodEnd',
  'place',
  'section',
  'partOf',
  'confidence',
  'rule',
  'implied',
  'failedChecks',
] as const;
type Cells = Record<(typeof COLUMNS)[number], string | number | null>;

// A spreadsheet runs a cell that starts with one of these as a formula; an apostrophe before it makes it text.
const FORMULA = /^[=+\-@\t\r]/;
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The figures of a record, one a line (RFC 4180), with the byte order mark that Excel needs to read UTF-8. */
export function csvOf(record: ReportRecord): string {
  const sections = new Map(record.sections.map((section) => [section.id, sectionName(section)]));
  const failed = record.checks.filter((check) => check.status === 'fail');
  const lines = record.figures.map((figure) => {
    const cells: Cells = {
      id: figure.id,
      label: figure.label,
      literal: record.text.slice(figure.span.start, figure.span.end),
      value: figure.value,
      unit: figure.unit,
      unitText: figure.unitText,
      per: figure.per.join(' '),
      kind: figure.kind,
      comparator: figure.comparator,
      role: figure.role,
      indicator: figure.indicator,
      subjects: figure.subjects.join(' '),
      topic: figure.topic,
      purpose: figure.purpose,
      periodStart: figure.period?.start ?? null,
      periodEnd: figure.period?.end ?? null,
      place: figure.place?.name ?? null,
      section: figure.section && (sections.get(figure.section) ?? figure.section),
      partOf: figure.partOf,
      confidence: figure.confidence,
      rule: figure.rule,
      implied: figure.implied.join(' '),
      failedChecks: failed
        .filter((check) => check.figures.includes(figure.id))
        .map((check) => check.rule)
        .join(' '),
    };
    return COLUMNS.map((column) => cell(cells[column])).join(',');
  });
  return `\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

/** Hands `content` to the browser as a file. */
export function saveAs(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
