import type { Period, Section, Span } from '../../../model/index.ts';
import { lowerCase } from '../../text/words.ts';
import { findTimes } from '../find.ts';
import { type Anchor, resolve } from '../resolve.ts';
import { mayDate } from './not-the-period.ts';
import { type Sentence, within } from './view.ts';

/** The period a section's heading names, nearest heading first. */
export const headingPeriods = (sections: readonly Section[], anchor: Anchor): ((at: Span) => Period | null) => {
  const dated = sections.flatMap((section) => {
    const lower = lowerCase(section.heading);
    const span = { start: 0, end: lower.length };
    const mentions = findTimes(section.heading);
    const sentence: Sentence = { span, lower, mentions, figures: [] };
    const first = mentions.find((m) => mayDate(m, sentence));
    const period = first === undefined ? null : resolve(first, anchor, null);
    return period === null ? [] : [{ section, period }];
  });
  return (at) =>
    dated.filter(({ section }) => within(section.span, at)).sort((a, b) => b.section.level - a.section.level)[0]
      ?.period ?? null;
};
