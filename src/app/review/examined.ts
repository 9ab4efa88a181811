import { type Message, overlaps, type Span } from '../../model/index.ts';
import type { Examined, Outcome } from '../ports.ts';
import { standing } from '../standing.ts';

/** The index of the first that starts at `at` or behind. */
const firstFrom = (sorted: readonly { start: number }[], at: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as { start: number }).start < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Finds the messages about a span: reports have thousands of both. */
export const messagesAbout = (messages: readonly Message[]): ((span: Span) => Message[]) => {
  const placed = messages
    .flatMap((message) => (message.span ? [{ start: message.span.start, span: message.span, message }] : []))
    .sort((a, b) => a.start - b.start);
  const longest = placed.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  return (span) => {
    const found: Message[] = [];
    for (let i = firstFrom(placed, span.start - longest); (placed[i]?.start ?? Infinity) < span.end; i += 1) {
      const { span: about, message } = placed[i] as (typeof placed)[number];
      if (overlaps(about, span)) found.push(message);
    }
    return found;
  };
};

/** The figures of an extraction as they stand, each with what the extraction says of it. */
export const examined = ({ record, figures }: Outcome): Examined[] => {
  const extracted = new Map(record.figures.map((figure) => [figure.id, figure]));
  const about = messagesAbout(record.messages);
  return figures.map((one) => {
    const figure = extracted.get(one.figure.id);
    const own = figure === one.figure ? one.words : figure && standing(figure, record.text).words;
    return {
      ...one,
      extracted: figure ? { figure, words: own ?? '' } : null,
      messages: about(one.figure.span),
    };
  });
};
