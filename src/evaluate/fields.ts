import type { Figure } from '../model/index.ts';
import type { GoldFigure } from './gold.ts';

/** Whether one field of a figure says what the gold says; `goldId` maps figure ids to the gold's. */
type Agrees = (figure: Figure, gold: GoldFigure, goldId: (id: string) => string | null) => boolean;

/** The fields scored, in the order in which they are printed. */
export const FIELDS = {
  value: (figure, gold) => Math.abs(figure.value - gold.value) <= 1e-9 * Math.max(1, Math.abs(gold.value)),
  kind: (figure, gold) => figure.kind === gold.kind,
  unit: (figure, gold) => figure.unit === gold.unit,
  comparator: (figure, gold) => figure.comparator === gold.comparator,
  role: (figure, gold) => figure.role === gold.role,
  indicator: (figure, gold) => figure.indicator === gold.indicator,
  subjects: (figure, gold) => figure.subjects.toSorted().join() === gold.subjects.join(),
  topic: (figure, gold) => figure.topic === gold.topic,
  purpose: (figure, gold) => figure.purpose === gold.purpose,
  period: (figure, gold) => figure.period?.start === gold.period?.[0] && figure.period?.end === gold.period?.[1],
  partOf: (figure, gold, goldId) => (figure.partOf === null ? null : goldId(figure.partOf)) === gold.partOf,
  place: (figure, gold) => bareName(figure.place?.name ?? '') === bareName(gold.place ?? ''),
} satisfies Record<string, Agrees>;

export type Field = keyof typeof FIELDS;

/** Whether a field says anything: null, no group and no place are silence, which no one can find. */
export const says = (figure: Pick<Figure | GoldFigure, Field>, field: Field): boolean => {
  const value = figure[field];
  return Array.isArray(value) ? value.length > 0 : value !== null;
};

const UNIT_WORD = /^(tỉnh|thành phố|tp\.?|quận|huyện|thị xã|tx\.?|xã|phường|thị trấn|tt\.?|thôn|bản|ấp|làng)\s+/u;

/** "huyện Tây Sơn" and "Tây Sơn" are one place. */
const bareName = (name: string): string => name.toLowerCase().trim().normalize('NFC').replace(UNIT_WORD, '');

/** The fields without which the others mean nothing. */
export const CORE: readonly Field[] = ['value', 'kind', 'unit'];

/** What makes a figure right altogether: the core, and what a table needs to put it in its place. */
export const FULL: readonly Field[] = [...CORE, 'comparator', 'role', 'indicator', 'subjects', 'period'];
