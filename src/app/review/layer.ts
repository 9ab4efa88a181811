import type { HistoryEvent, ReviewLayer } from '../../model/index.ts';
import { ADDED, byFigure, laid, laidOver } from '../overlay.ts';
import type { NumberedEvent, Reviewing, StandingFigure } from '../ports.ts';
import { standing } from '../standing.ts';

const isOf =
  (layer: ReviewLayer) =>
  (event: HistoryEvent): boolean =>
    event.figure !== null && (event.layer ?? 'first') === layer;

export const eventsOf = ({ events }: Reviewing, layer: ReviewLayer): NumberedEvent[] => events.filter(isOf(layer));

/** The figures that a second reviewer entered and the extractor does not find. */
const entered = ({ record }: Reviewing, events: readonly NumberedEvent[]): StandingFigure[] => {
  const found = new Set(record.figures.map(({ id }) => id));
  return [...byFigure(events)].flatMap(([id, own]) => {
    const first = own.find(({ field }) => field === ADDED);
    if (!first || found.has(id)) return [];
    const figure = first.new as StandingFigure['figure'];
    return [standing(laidOver(figure, own), record.text)];
  });
};

/**
 * The figures as they stand in a layer. The first reviewer's are the report's own; the second one's are the extraction
 * with their decisions laid over it, so that neither sees the other's.
 */
export const figuresOf = (reviewing: Reviewing, layer: ReviewLayer): StandingFigure[] => {
  if (layer === 'first') return reviewing.figures;
  const { record } = reviewing;
  const events = eventsOf(reviewing, 'second');
  return laid(record, events, { text: record.text, figures: entered(reviewing, events) });
};
