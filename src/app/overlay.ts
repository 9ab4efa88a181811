import type { Figure, HistoryEvent, Message, ReportRecord } from '../model/index.ts';
import type { Outcome, Standing, StandingFigure } from './ports.ts';
import { keepIds, relocate } from './reconcile.ts';
import { standing } from './standing.ts';

/** The field of the event that enters a figure the extractor missed; `new` is the whole figure. */
export const ADDED = 'figure';

/** What a person set is no longer implied by the context. */
export const decide = (figure: Figure, field: string, value: unknown): Figure => ({
  ...figure,
  [field]: value,
  implied: figure.implied.filter((name) => name !== field),
});

/** A figure that a person entered stays theirs when the extractor finds it too; where it stands on the page is read. */
const entered = (figure: Figure, { new: value }: HistoryEvent): Figure => ({
  ...(value as Figure),
  id: figure.id,
  span: figure.span,
  boxes: figure.boxes,
  section: figure.section,
  cell: figure.cell,
});

const laidOver = (figure: Figure, events: HistoryEvent[]): Figure =>
  events.reduce(
    (now, event) => (event.field === ADDED ? entered(now, event) : decide(now, event.field, event.new)),
    figure,
  );

const byPlace = (a: StandingFigure, b: StandingFigure): number =>
  a.figure.span.start - b.figure.span.start || (a.figure.id < b.figure.id ? -1 : 1);

/**
 * A new extraction under the decisions that stand: figures keep their ids, decided fields keep what was decided,
 * a figure somebody decided on stays though the extractor no longer finds it.
 */
export const settle = (extracted: ReportRecord, { record: before, figures, decisions }: Standing): Outcome => {
  const known = figures.map(({ figure }) => ({ id: figure.id, span: figure.span }));
  const record = before ? keepIds(extracted, { text: before.text, figures: known }) : extracted;
  const events = Map.groupBy(decisions, ({ figure }) => figure);
  const found = record.figures.map((figure) => laidOver(figure, events.get(figure.id) ?? []));
  const extractedIds = new Set(record.figures.map(({ id }) => id));
  const kept = figures
    .filter(({ figure }) => !extractedIds.has(figure.id) && events.has(figure.id))
    .map(({ figure }) => ({
      ...figure,
      span: before ? relocate(before.text, record.text, figure.span) : figure.span,
    }));
  const ids = new Set([...found, ...kept].map(({ id }) => id));
  const linked = (figure: Figure): Figure =>
    figure.partOf !== null && !ids.has(figure.partOf) ? { ...figure, partOf: null } : figure;
  const isAdded = (id: string): boolean => events.get(id)?.some(({ field }) => field === ADDED) ?? false;
  return {
    record,
    figures: [
      ...found.map((figure) => standing(linked(figure), record.text)),
      ...kept.map((figure) => standing(linked(figure), record.text, isAdded(figure.id))),
    ].sort(byPlace),
  };
};

const lost = ({ figure }: StandingFigure): Message => ({
  code: 'decided_figure_not_found',
  severity: 'warning',
  message: `Figure ${figure.id} ("${figure.label}") was decided on by a person; the latest extraction no longer finds it. Kept as decided.`,
  span: figure.span,
});

/** The record as it stands after review. */
export const reviewed = ({ record, figures }: Outcome): ReportRecord => ({
  ...record,
  figures: figures.map(({ figure }) => figure),
  messages: [...record.messages, ...figures.filter(({ found }) => !found).map(lost)],
});
