import type { Figure, FigurePatch, NewFigure, ReportRecord } from '../model/index.ts';
import type { Context } from './context.ts';
import { decodeCursor, HistoryCursor, page, pageSize } from './cursor.ts';
import { RefusedRequest } from './errors.ts';
import { ADDED, decide } from './overlay.ts';
import type { Outcome } from './ports.ts';
import type { Service } from './service.ts';
import { same, standing } from './standing.ts';

const within = ({ text }: ReportRecord, { start, end }: NewFigure['span']): boolean =>
  start < end && end <= text.length;

const checkLink = ({ figures }: Outcome, id: string | null, partOf: string | null | undefined): void => {
  if (partOf === undefined || partOf === null) return;
  if (partOf === id || !figures.some(({ figure }) => figure.id === partOf)) throw new RefusedRequest('unknown_figure');
};

const KINDS: Record<string, Figure['kind']> = { VND: 'money', percent: 'percentage', percentage_point: 'percentage' };

/** What the person left out, from the text around the number where it says so. */
const complete = (record: ReportRecord, { reason: _reason, span, ...known }: NewFigure, id: string): Figure => {
  if (known.value === undefined) throw new RefusedRequest('value_missing');
  const around = record.sections.filter(({ span: s }) => s.start <= span.start && span.end <= s.end);
  const section = around.toSorted((a, b) => b.level - a.level)[0];
  const literal = record.text.slice(span.start, span.end);
  const unit = known.unit ?? (literal.includes('%') ? 'percent' : /đồng/u.test(literal) ? 'VND' : 'case');
  const { period } = record.document;
  return {
    id,
    span,
    boxes: [],
    kind: KINDS[unit] ?? 'count',
    unit,
    unitText: '',
    per: [],
    comparator: 'eq',
    role: 'actual',
    indicator: null,
    subjects: [],
    topic: section?.topic ?? 'other',
    purpose: null,
    period: period && { start: period.start, end: period.end },
    place: null,
    partOf: null,
    section: section?.id ?? null,
    label: record.text.slice(span.end, span.end + 60).trim(),
    confidence: 1,
    rule: 'person',
    implied: period && known.period === undefined ? ['period'] : [],
    cell: null,
    ...known,
    value: known.value,
  };
};

/** Human decisions: events laid over the extracted record, never lost and never overwritten. */
export const review = ({ ledger }: Context): Pick<Service, 'figure' | 'correct' | 'addFigure' | 'history'> => ({
  figure: async (document, id) => {
    const found = await ledger.figure(document, id);
    return found && { value: found.figure, etag: found.etag };
  },

  correct: async (document, id, etag, patch: FigurePatch, who) => {
    const outcome = await ledger.record(document);
    const now = outcome?.figures.find(({ figure }) => figure.id === id);
    if (!outcome || !now) return { outcome: 'missing' };
    if (now.etag !== etag) return { outcome: 'conflict', figure: { value: now.figure, etag: now.etag } };
    const { reason = null, ...fields } = patch;
    checkLink(outcome, id, fields.partOf);
    const changes = Object.entries(fields).filter(
      ([field, value]) => value !== undefined && !same(value, now.figure[field as keyof Figure]),
    );
    if (changes.length === 0) return { outcome: 'done', figure: { value: now.figure, etag } };
    const corrected = standing(
      changes.reduce((figure, [field, value]) => decide(figure, field, value), now.figure),
      outcome.record.text,
      now.found,
    );
    const events = changes.map(([field, value]) => ({
      who,
      figure: id,
      field,
      old: now.figure[field as keyof Figure],
      new: value,
      reason,
    }));
    if (await ledger.decide(document, { figure: corrected, ifTag: etag, events })) {
      return { outcome: 'done', figure: { value: corrected.figure, etag: corrected.etag } };
    }
    const current = await ledger.figure(document, id);
    return current
      ? { outcome: 'conflict', figure: { value: current.figure, etag: current.etag } }
      : { outcome: 'missing' };
  },

  addFigure: async (document, added, who) => {
    const outcome = await ledger.record(document);
    if (!outcome) {
      if (await ledger.document(document)) throw new RefusedRequest('not_extracted');
      return null;
    }
    if (!within(outcome.record, added.span)) throw new RefusedRequest('invalid_span');
    checkLink(outcome, null, added.partOf);
    const id = `p${added.span.start}-${added.span.end}`;
    const figure = standing(complete(outcome.record, added, id), outcome.record.text);
    const event = { who, figure: id, field: ADDED, old: null, new: figure.figure, reason: added.reason ?? null };
    const overlapping = outcome.figures.some(
      ({ figure: { span } }) => span.start === added.span.start && span.end === added.span.end,
    );
    if (overlapping || !(await ledger.decide(document, { figure, ifTag: null, events: [event] }))) {
      throw new RefusedRequest('figure_exists');
    }
    return { value: figure.figure, etag: figure.etag };
  },

  history: async (document, cursor) => {
    if (!(await ledger.document(document))) return null;
    const size = pageSize();
    const events = await ledger.history(document, {
      limit: size + 1,
      ...(cursor && { after: decodeCursor(HistoryCursor, cursor)[0] }),
    });
    const { items, next } = page(events, size, ({ sequence }) => [sequence]);
    return { items: items.map(({ sequence: _sequence, ...event }) => event), next };
  },
});
