import catalogue from '../../../src/model/catalogue.json' with { type: 'json' };
import type { Language } from './codes.ts';
import { labelsEn } from './labels.en.ts';

type Table = keyof typeof labelsEn;

/** The label of a catalogue code; a code this page does not know yet is shown as it is. */
export const label = (table: Table, code: string, language: Language): string => {
  const labels: Record<string, string> = language === 'vi' ? catalogue[table] : labelsEn[table];
  return labels[code] ?? code;
};

/** Labels list alternatives ("suất quà, phần quà"); beside a number there is room for the first. */
export const shortLabel = (table: Table, code: string, language: Language): string =>
  label(table, code, language).split(',')[0] ?? code;
