import type { Check, Figure, Kind, ReportRecord, Section } from '../../../src/model/index.ts';
import { formatPeriod, isDoubtful, shownValue, valueText } from '../format.ts';
import type { Language } from '../i18n/dictionary.ts';
import { label } from '../i18n/labels.ts';

/** A figure with all that a row of the table shows of it. */
export interface Row {
  figure: Figure;
  index: number;
  name: string;
  value: ReturnType<typeof shownValue>;
  indicator: string | null;
  subjects: string;
  period: string;
  failed: Check[];
  /** Lower case, without diacritics: what the search box looks in. */
  haystack: string;
}

export interface Filter {
  text: string;
  section: string | null;
  kind: Kind | null;
  doubtful: boolean;
  failed: boolean;
}
export const NO_FILTER: Filter = { text: '', section: null, kind: null, doubtful: false, failed: false };

export type SortKey = 'position' | 'label' | 'value' | 'period' | 'confidence';
export interface Sort {
  key: SortKey;
  descending: boolean;
}

/** "Hộ nghèo" and "ho ngheo" find each other. */
export const plain = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

export function failedChecks(checks: Check[]): Map<string, Check[]> {
  const failed = new Map<string, Check[]>();
  for (const check of checks) {
    if (check.status !== 'fail') continue;
    for (const id of check.figures) failed.set(id, [...(failed.get(id) ?? []), check]);
  }
  return failed;
}

/** The rows of a record in the order of its text. */
export function rowsOf(record: ReportRecord, language: Language): Row[] {
  const failed = failedChecks(record.checks);
  const figures = [...record.figures].sort((a, b) => a.span.start - b.span.start);
  return figures.map((figure, index) => {
    const literal = record.text.slice(figure.span.start, figure.span.end);
    const value = shownValue(figure, record.text, language);
    const row = {
      figure,
      index,
      name: figure.label || figure.unitText || literal,
      value,
      indicator: figure.indicator && label('indicators', figure.indicator, language),
      subjects: figure.subjects.map((code) => label('subjects', code, language)).join(', '),
      period: figure.period ? formatPeriod(figure.period, language) : '',
      failed: failed.get(figure.id) ?? [],
    };
    const topic = label('topics', figure.topic, language);
    const words = [
      row.name,
      valueText(value),
      literal,
      row.indicator,
      row.subjects,
      row.period,
      topic,
      figure.place?.name,
    ];
    return { ...row, haystack: plain(words.filter(Boolean).join(' ')) };
  });
}

/** A section's id and those of all sections below it. */
export function familyOf(sections: Section[], id: string): Set<string> {
  const family = new Set([id]);
  // Parents stand before their children.
  for (const section of sections) if (section.parent && family.has(section.parent)) family.add(section.id);
  return family;
}

export function filterRows(rows: Row[], filter: Filter, sections: Section[]): Row[] {
  const family = filter.section && familyOf(sections, filter.section);
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ figure, failed, haystack }) =>
      (!family || (figure.section !== null && family.has(figure.section))) &&
      (!filter.kind || figure.kind === filter.kind) &&
      (!filter.doubtful || isDoubtful(figure)) &&
      (!filter.failed || failed.length > 0) &&
      words.every((word) => haystack.includes(word)),
  );
}

const byLetters = new Intl.Collator('vi');
const COMPARE: Record<SortKey, (a: Row, b: Row) => number> = {
  position: (a, b) => a.index - b.index,
  label: (a, b) => byLetters.compare(a.name, b.name),
  value: (a, b) => a.figure.value - b.figure.value,
  period: (a, b) => (a.figure.period?.start ?? '').localeCompare(b.figure.period?.start ?? ''),
  confidence: (a, b) => a.figure.confidence - b.figure.confidence,
};

export function sortRows(rows: Row[], { key, descending }: Sort): Row[] {
  const sorted = rows.toSorted((a, b) => COMPARE[key](a, b) || a.index - b.index);
  return descending ? sorted.reverse() : sorted;
}

/** "3.1. Công tác giảm nghèo". */
export const sectionName = ({ number, heading }: Section): string =>
  [number && `${number}.`, heading].filter(Boolean).join(' ');
