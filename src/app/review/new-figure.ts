import { BLANK_FIGURE } from '../../model/blank-figure.ts';
import type { Figure, NewFigure, ReportRecord } from '../../model/index.ts';
import { RefusedRequest } from '../errors.ts';
import { FIELDS } from '../overlay.ts';
import type { Infer } from '../ports.ts';

const within = ({ text }: ReportRecord, { start, end }: NewFigure['span']): boolean =>
  start < end && end <= text.length;

/** What nothing is known of but its place in the text. */
const unknown = (record: ReportRecord, span: NewFigure['span']): Figure => {
  const around = record.sections.filter(({ span: s }) => s.start <= span.start && span.end <= s.end);
  const section = around.toSorted((a, b) => b.level - a.level)[0];
  const { period } = record.document;
  return {
    ...BLANK_FIGURE,
    span,
    topic: section?.topic ?? BLANK_FIGURE.topic,
    period: period && { start: period.start, end: period.end },
    section: section?.id ?? null,
    label: record.text.slice(span.end, span.end + 60).trim(),
    confidence: 1,
    rule: 'person',
    implied: period ? ['period'] : [],
  };
};

const KINDS: Partial<Record<Figure['unit'], Figure['kind']>> = {
  VND: 'money',
  percent: 'percentage',
  percentage_point: 'percentage',
};

/** A person who says the unit need not say the kind. */
const kindOf = ({ unit }: Figure, known: Pick<NewFigure, 'kind' | 'unit'>): Pick<Figure, 'kind'> | object =>
  known.kind !== undefined || known.unit === undefined ? {} : { kind: KINDS[unit] ?? 'count' };

/**
 * What marked text is: what the extractor infers, or the little that its place tells. Throws RefusedRequest
 * `invalid_span`; `value_missing` where there is no number in it and none was given.
 */
export const draftOf = (
  record: ReportRecord,
  { span, ...known }: Partial<Omit<NewFigure, 'reason' | 'verdict'>> & Pick<NewFigure, 'span'>,
  infer: Infer,
): Figure => {
  if (!within(record, span)) throw new RefusedRequest('invalid_span');
  const inferred = infer(record, span)[0];
  const value = known.value ?? inferred?.value;
  if (value === undefined) throw new RefusedRequest('value_missing');
  const given = Object.fromEntries(FIELDS.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])));
  const figure: Figure = { ...unknown(record, span), ...inferred, value, ...given };
  return {
    ...figure,
    ...kindOf(figure, known),
    span,
    confidence: 1,
    rule: 'person',
    implied: figure.implied.filter((name) => !(name in given)),
  };
};
