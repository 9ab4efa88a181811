import { readValue } from '../../../../src/extract/typed.ts';
import catalogue from '../../../../src/model/catalogue.json' with { type: 'json' };
import type { Figure, Period, Place, Unit } from '../../../../src/model/index.ts';
import { same } from '../../../../src/model/same.ts';
import { formatNumber } from '../../format.ts';
import type { Patch } from './changes.ts';
import { readPeriod, typedPeriod } from './period.ts';

/** A figure as it stands in the form: what a person types is text until it is read. */
export interface Draft {
  value: string;
  unit: string;
  unitText: string;
  kind: string;
  per: string[];
  comparator: string;
  role: string;
  indicator: string | null;
  subjects: string[];
  topic: string;
  purpose: string | null;
  period: string;
  /** By name, "" for the report's own. */
  place: string;
  label: string;
  /** The id of the figure that includes this one. */
  partOf: string | null;
}

export type Wrong = 'value' | 'value_empty' | 'period' | 'period_reversed' | 'place' | 'code';
export type Read = { patch: Patch } | { wrong: Partial<Record<keyof Draft, Wrong>> };

const MEASURES = new Set<string>(['ha', 'm2', 'km', 'm', 'kg', 'tonne', 'kWh', 'm3', 'litre']);

/** The kind that a unit has by its nature. */
export const kindOf = (unit: string): Figure['kind'] => {
  if (unit === 'VND') return 'money';
  if (unit === 'percent' || unit === 'percentage_point') return 'percentage';
  return MEASURES.has(unit) ? 'measure' : 'count';
};

const SCALES: [number, string][] = [
  [1e9, 'tỷ'],
  [1e6, 'triệu'],
];

/** A value as it can be typed again, the short way where that loses nothing: 4600000000 đồng is "4,6 tỷ". */
export function typedValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (!Number.isFinite(value)) return '';
  const sign = value < 0 ? '-' : '';
  const amount = Math.abs(value);
  for (const [scale, word] of unit === 'VND' ? SCALES : []) {
    const short = `${sign}${formatNumber(amount / scale)} ${word}`;
    if (amount >= scale && amount % (scale / 1000) === 0 && readValue(short)?.value === value) return short;
  }
  const full = sign + formatNumber(amount);
  return readValue(full)?.value === value ? full : String(value).replace('.', ',');
}

export const draftOf = (figure: Figure): Draft => ({
  value: typedValue(figure),
  unit: figure.unit,
  unitText: figure.unitText,
  kind: figure.kind,
  per: figure.per,
  comparator: figure.comparator,
  role: figure.role,
  indicator: figure.indicator,
  subjects: figure.subjects,
  topic: figure.topic,
  purpose: figure.purpose,
  period: figure.period ? typedPeriod(figure.period) : '',
  place: figure.place?.name ?? '',
  label: figure.label,
  partOf: figure.partOf,
});

/** What a unit chosen after a value means for the kind. */
export const withUnit = (draft: Draft, unit: string): Draft => ({ ...draft, unit, kind: kindOf(unit) });

/** A typed value may say its unit: "4,6 tỷ đồng", "12%", "1.855 hộ". */
export function withValue(draft: Draft, typed: string): Draft {
  const read = readValue(typed);
  const next = { ...draft, value: typed };
  return read?.unit ? { ...next, unit: read.unit, kind: read.kind ?? kindOf(read.unit) } : next;
}

const isCode = (table: keyof typeof catalogue, code: string): boolean =>
  Object.hasOwn(catalogue[table] as object, code);

/** The codes of a draft that the catalogue no longer has. */
function unknownCodes(draft: Draft): (keyof Draft)[] {
  const one: [keyof Draft, keyof typeof catalogue, string | null][] = [
    ['unit', 'units', draft.unit],
    ['kind', 'kinds', draft.kind],
    ['comparator', 'comparators', draft.comparator],
    ['role', 'roles', draft.role],
    ['indicator', 'indicators', draft.indicator],
    ['topic', 'topics', draft.topic],
    ['purpose', 'topics', draft.purpose],
    ...draft.subjects.map((code): [keyof Draft, keyof typeof catalogue, string] => ['subjects', 'subjects', code]),
  ];
  return one.filter(([, table, code]) => code !== null && !isCode(table, code)).map(([field]) => field);
}

export interface Surroundings {
  places: readonly Place[];
  /** The period the report is of. */
  period: Period | null;
}

/** The changes that a draft makes to its figure; or which fields cannot be read, and nothing is changed. */
export function readDraft(draft: Draft, figure: Figure, { places, period: own }: Surroundings): Read {
  const wrong: Partial<Record<keyof Draft, Wrong>> = {};
  const before = draftOf(figure);
  const codes = unknownCodes(draft).filter((field) => !same(draft[field], before[field]));
  for (const field of codes) wrong[field] = 'code';

  const value =
    draft.value === before.value && Number.isFinite(figure.value) ? figure.value : readValue(draft.value)?.value;
  if (value === undefined) wrong.value = draft.value.trim() ? 'value' : 'value_empty';

  let period = figure.period;
  if (draft.period !== before.period) {
    const read = draft.period.trim() ? readPeriod(draft.period, own) : { period: null };
    if ('wrong' in read) wrong.period = read.wrong === 'reversed' ? 'period_reversed' : 'period';
    else period = read.period;
  }

  let place = figure.place;
  if (draft.place !== before.place) {
    const name = draft.place.trim();
    place = name ? (places.find((known) => known.name.toLowerCase() === name.toLowerCase()) ?? null) : null;
    if (name && !place) wrong.place = 'place';
  }

  if (Object.keys(wrong).length > 0) return { wrong };
  const next: Patch = {
    kind: draft.kind as Figure['kind'],
    value: value as number,
    unit: draft.unit as Unit,
    unitText: draft.unitText.trim(),
    per: draft.per,
    comparator: draft.comparator as Figure['comparator'],
    role: draft.role as Figure['role'],
    indicator: draft.indicator as Figure['indicator'],
    subjects: draft.subjects.toSorted() as Figure['subjects'],
    topic: draft.topic as Figure['topic'],
    purpose: draft.purpose as Figure['purpose'],
    period,
    place,
    label: draft.label.trim(),
    partOf: draft.partOf,
  };
  const changed = Object.entries(next).filter(([field, set]) => !same(set, figure[field as keyof Figure]));
  return { patch: Object.fromEntries(changed) as Patch };
}

/** The places a report speaks of, each once, its own first. */
export function placesOf(figures: Iterable<{ figure: Figure }>, own: Place | null): Place[] {
  const places = new Map<string, Place>();
  if (own) places.set(own.name, own);
  for (const { figure } of figures)
    if (figure.place && !places.has(figure.place.name)) places.set(figure.place.name, figure.place);
  return [...places.values()];
}
