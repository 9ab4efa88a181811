import type { Figure, Period, Place, Review, ReviewState } from '../../../src/model/index.ts';
import { formatNumber, formatPeriod, shownValue, valueText } from '../format.ts';
import type { Language } from '../i18n/codes.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { label } from '../i18n/labels.ts';
import { personName } from './standing.ts';
import type { Figures } from './state/changes.ts';

/** How a figure is called where only a line is left for it. */
export const figureName = (figure: Figure, language: Language): string =>
  [valueText(shownValue(figure, '', language)), figure.label].filter(Boolean).join(' · ');

export const figureNamed = (item: { figure: Figure } | undefined, language: Language): string =>
  item ? figureName(item.figure, language) : '';

/** What a field is called. */
export function fieldName(field: string, { desk: d }: Dictionary): string {
  const names: Record<string, string> = {
    verdict: d.verdictField,
    value: d.value,
    unit: d.unit,
    unitText: d.unitText,
    kind: d.kind,
    per: d.per,
    comparator: d.comparator,
    role: d.role,
    indicator: d.indicator,
    subjects: d.subjects,
    topic: d.topic,
    purpose: d.purpose,
    period: d.period,
    place: d.place,
    partOf: d.partOfField,
    label: d.label,
    figure: d.hadBeenAdded,
  };
  return names[field] ?? d.ofReport[field] ?? field;
}

const TABLES = {
  unit: 'units',
  kind: 'kinds',
  comparator: 'comparators',
  role: 'roles',
  indicator: 'indicators',
  topic: 'topics',
  purpose: 'topics',
} as const;

/** A field's value in words. What this page does not know how to say stands as it is. */
export function fieldValue(field: string, value: unknown, figures: Figures, t: Dictionary, language: Language): string {
  const { desk: d } = t;
  if (field === 'verdict') return d.verdict[value === 'accepted' || value === 'rejected' ? value : 'none'];
  if (value === null || value === undefined || value === '') return d.none;
  if (field === 'state') return d.state[value as ReviewState] ?? String(value);
  if (field === 'claimed') return personName(String(value));
  if (field === 'second') {
    const { who, state } = value as NonNullable<Review['second']>;
    return `${personName(who)}, ${d.secondState[state]}`;
  }
  if (field in TABLES) return label(TABLES[field as keyof typeof TABLES], String(value), language);
  if (field === 'value') return typeof value === 'number' ? formatNumber(value) : String(value);
  if (field === 'subjects' && Array.isArray(value))
    return value.map((code) => label('subjects', String(code), language)).join(', ') || d.none;
  if (field === 'per' && Array.isArray(value))
    return value.map((code) => d.months[String(code)] ?? label('units', String(code), language)).join(', ') || d.none;
  if (field === 'period') return formatPeriod(value as Period, language);
  if (field === 'place') return (value as Place).name;
  if (field === 'partOf') {
    const whole = figures.get(String(value))?.figure;
    return whole ? figureName(whole, language) : String(value);
  }
  if (field === 'figure') return valueText(shownValue(value as Figure, '', language));
  return typeof value === 'string' ? value : JSON.stringify(value);
}
