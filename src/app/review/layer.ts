import type { Figure, HistoryEvent, ReviewLayer } from '../../model/index.ts';
import { ADDED, byFigure, laidOver, verdictOf } from '../overlay.ts';
import type { Examined, NumberedEvent, Reviewing } from '../ports.ts';
import { standing } from '../standing.ts';

const isOf =
  (layer: ReviewLayer) =>
  (event: HistoryEvent): boolean =>
    event.figure !== null && (event.layer ?? 'first') === layer;

export const eventsOf = ({ events }: Pick<Reviewing, 'events'>, layer: ReviewLayer): NumberedEvent[] =>
  events.filter(isOf(layer));

/** The extraction with a second reviewer's decisions laid over it, and the figures that they entered. */
const secondOf = (reviewing: Reviewing): Examined[] => {
  const { figures, text } = reviewing;
  const events = byFigure(eventsOf(reviewing, 'second'));
  const found = figures.filter((one) => one.extracted !== null);
  const known = new Set(found.map(({ figure }) => figure.id));
  const laid = found.map(({ extracted, messages }): Examined => {
    const { figure, words } = extracted as NonNullable<Examined['extracted']>;
    const own = events.get(figure.id);
    if (!own) return { ...standing(figure, ''), words, extracted, messages };
    return { ...standing(laidOver(figure, own), text, { verdict: verdictOf(own) }), extracted, messages };
  });
  const entered = [...events].flatMap(([id, own]): Examined[] => {
    const first = own.find(({ field }) => field === ADDED);
    if (!first || known.has(id)) return [];
    const figure = laidOver(first.new as Figure, own);
    return [{ ...standing(figure, text, { verdict: verdictOf(own) }), extracted: null, messages: [] }];
  });
  const ids = new Set([...known, ...entered.map(({ figure }) => figure.id)]);
  return [...laid, ...entered]
    .map((one) => {
      const { partOf } = one.figure;
      if (partOf === null || ids.has(partOf)) return one;
      return { ...one, ...standing({ ...one.figure, partOf: null }, text, one) };
    })
    .sort((a, b) => a.figure.span.start - b.figure.span.start || (a.figure.id < b.figure.id ? -1 : 1));
};

/**
 * The figures as they stand in a layer. The first reviewer's are the report's own; the second one's are the extraction
 * with their decisions laid over it, so that neither sees the other's.
 */
export const figuresOf = (reviewing: Reviewing, layer: ReviewLayer): Examined[] =>
  layer === 'first' ? reviewing.figures : secondOf(reviewing);
