import {
  type Check,
  type Figure,
  FigurePatch,
  type HistoryEvent,
  type Message,
  type ReportRecord,
  type Verdict,
} from '../model/index.ts';
import type { Outcome, Standing, StandingFigure } from './ports.ts';
import { keepIds, relocate } from './reconcile.ts';
import { standing } from './standing.ts';

/** The field of the event that enters a figure the extractor missed; `new` is the whole figure. */
export const ADDED = 'figure';
/** The field of the event that says what a person thinks of a figure as a whole. */
export const VERDICT = 'verdict';

const { verdict: _verdict, reason: _reason, ...PATCHED } = FigurePatch.shape;
/** The fields that a person may set. */
export const FIELDS = Object.keys(PATCHED) as (keyof typeof PATCHED & keyof Figure)[];

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

export const laidOver = (figure: Figure, events: readonly HistoryEvent[]): Figure =>
  events
    .filter(({ field }) => field !== VERDICT)
    .reduce(
      (now, event) => (event.field === ADDED ? entered(now, event) : decide(now, event.field, event.new)),
      figure,
    );

export const verdictOf = (events: readonly HistoryEvent[]): Verdict | null =>
  (events.findLast(({ field }) => field === VERDICT)?.new ?? null) as Verdict | null;

/** What a person accepted stays as accepted, whatever a better extractor makes of it. */
const asAccepted = (found: Figure, accepted: Figure): Figure => ({
  ...found,
  ...Object.fromEntries(FIELDS.map((field) => [field, accepted[field]])),
  implied: accepted.implied,
});

const byPlace = (a: StandingFigure, b: StandingFigure): number =>
  a.figure.span.start - b.figure.span.start || (a.figure.id < b.figure.id ? -1 : 1);

/** Events by their figure. */
export const byFigure = <E extends HistoryEvent>(decisions: readonly E[]): Map<string, E[]> => {
  const events = new Map<string, E[]>();
  for (const event of decisions) {
    if (event.figure === null) continue;
    const known = events.get(event.figure);
    if (known) known.push(event);
    else events.set(event.figure, [event]);
  }
  return events;
};

/**
 * A new extraction under the decisions that stand: figures keep their ids, decided fields keep what was decided, an
 * accepted figure all of them; a figure somebody decided on stays though the extractor no longer finds it. A second
 * reviewer's layer is laid over when it is asked for.
 */
export const settle = (extracted: ReportRecord, { record: before, figures, decisions }: Standing): Outcome => {
  const known = figures.map(({ figure }) => ({ id: figure.id, span: figure.span }));
  const record = before ? keepIds(extracted, { text: before.text, figures: known }) : extracted;
  const first = decisions.filter(({ layer }) => layer === undefined);
  return { record, figures: laid(record, first, { text: before?.text ?? record.text, figures }) };
};

/** The figures of a record with decisions laid over them; of `before`, those that the record no longer has. */
const laid = (
  record: ReportRecord,
  decisions: readonly HistoryEvent[],
  before: { text: string; figures: readonly StandingFigure[] },
): StandingFigure[] => {
  const events = byFigure(decisions);
  const eventsOf = (id: string) => events.get(id) ?? [];
  const accepted = new Map(before.figures.filter(({ verdict }) => verdict === 'accepted').map((f) => [f.figure.id, f]));
  const found = record.figures.map((figure) => {
    const kept = accepted.get(figure.id);
    return kept ? asAccepted(figure, kept.figure) : laidOver(figure, eventsOf(figure.id));
  });
  const extractedIds = new Set(record.figures.map(({ id }) => id));
  const kept = before.figures
    .filter(({ figure }) => !extractedIds.has(figure.id) && events.has(figure.id))
    .map(({ figure }) => ({ ...figure, span: relocate(before.text, record.text, figure.span) }));
  const ids = new Set([...found, ...kept].map(({ id }) => id));
  const linked = (figure: Figure): Figure =>
    figure.partOf !== null && !ids.has(figure.partOf) ? { ...figure, partOf: null } : figure;
  const isAdded = (id: string): boolean => eventsOf(id).some(({ field }) => field === ADDED);
  const stands = (figure: Figure, found: boolean) =>
    standing(linked(figure), record.text, { found, verdict: verdictOf(eventsOf(figure.id)) });
  return [
    ...found.map((figure) => stands(figure, true)),
    ...kept.map((figure) => stands(figure, isAdded(figure.id))),
  ].sort(byPlace);
};

const lost = ({ figure }: StandingFigure): Message => ({
  code: 'decided_figure_not_found',
  severity: 'warning',
  message: `Bản trích xuất mới nhất không còn tìm thấy số liệu “${figure.label}” mà người rà soát đã quyết định. Số liệu được giữ như đã quyết định.`,
  span: figure.span,
});

/** The record as it stands after review, with the checks of its figures as they stand: nothing names a rejected one. */
export const reviewed = ({ record, figures }: Outcome, checks: readonly Check[]): ReportRecord => {
  const rejected = new Set(figures.filter(({ verdict }) => verdict === 'rejected').map(({ figure }) => figure.id));
  const counted = figures.filter(({ figure }) => !rejected.has(figure.id));
  const isRejected = (id: string | null): boolean => id !== null && rejected.has(id);
  return {
    ...record,
    figures: counted.map(({ figure }) => (isRejected(figure.partOf) ? { ...figure, partOf: null } : figure)),
    checks: checks.filter((check) => !check.figures.some(isRejected)),
    messages: [...record.messages, ...counted.filter(({ found }) => !found).map(lost)],
  };
};
