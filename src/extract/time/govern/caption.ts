import type { Paragraph } from '../structure.ts';
import type { TimeMention } from '../types.ts';
import { mayDate } from './not-the-period.ts';
import { type Sentence, within } from './view.ts';

/** The time a table's caption names, in the two short lines above it. */
export const captionOf = (
  above: readonly Paragraph[],
  lower: string,
  mentions: readonly TimeMention[],
): TimeMention | null => {
  for (const p of above.slice(-2).reverse()) {
    if (p.span.end - p.span.start > 200) return null;
    const found = mentions.filter((m) => within(p.span, m.span));
    const s: Sentence = { span: p.span, lower, mentions: found, figures: [] };
    const time = found.findLast((m) => mayDate(m, s));
    if (time !== undefined) return time;
  }
  return null;
};
