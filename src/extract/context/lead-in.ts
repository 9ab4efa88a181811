import type { Section, Span, Unit } from '../../model/index.ts';
import type { Draft } from '../figures/draft.ts';
import { within } from '../text/dictionary.ts';
import { spanAt } from '../text/layout.ts';
import { fold } from '../text/words.ts';
import { findMentions, type Mention } from './mentions.ts';
import type { Stated } from './statements.ts';

/** A counted noun that names no group itself: the heading above it does. */
const NAMELESS =
  /^\s*(?:đối tượng|trường hợp|lượt đối tượng|em|cháu)(?!\p{L}|\s+(?:hưởng|tham gia) (?:bảo hiểm|bhxh|bhyt|bhtn))/u;

/** What goes to those a list is about: people, money, gifts. */
const SERVED: ReadonlySet<Unit> = new Set([
  'person',
  'person_turn',
  'household',
  'household_turn',
  'case',
  'VND',
  'gift',
  'scholarship',
]);
const ITEM = /^\s*(?:[-–+*•o]|\p{L}\)|\d{1,2}\))\s/u;
const GIVES = /(?<!\p{L})(?:cho|tặng|trợ cấp|hỗ trợ|đối với|chi trả|thăm|đối tượng)(?!\p{L})/u;
/** How far back the line that leads a list stands. */
const LIST = 2400;

/** The line that leads the list a line is an item of: "Tặng quà cho người có công:" over "- Mức 300.000 đồng …". */
const leadLine = (folded: string, at: number): Span | null => {
  let start = folded.lastIndexOf('\n', at - 1) + 1;
  if (!ITEM.test(folded.slice(start, start + 6))) return null;
  while (start > 0 && at - start < LIST) {
    const end = start - 1;
    start = folded.lastIndexOf('\n', end - 1) + 1;
    const line = folded.slice(start, end);
    if (line.trim() === '' || ITEM.test(line)) continue;
    return line.trimEnd().endsWith(':') && GIVES.test(line) ? { start, end } : null;
  }
  return null;
};

/**
 * Groups that a figure takes from before its sentence: from a sentence without figures right before it in its
 * paragraph ("Thực hiện chính sách nhà ở cho hộ nghèo. Đến nay, đã xây 41 căn nhà"), or from its section's heading
 * where the counted noun is a nameless one; an item of a list from the line that leads it.
 */
export const leadInGroups = (
  folded: string,
  sentences: readonly Span[],
  drafts: readonly Draft[],
  mentions: readonly Mention[],
  sectionOf: (offset: number) => Section | null,
): ((stated: Stated) => Mention[]) => {
  const counted = new Set(drafts.map((draft) => draft.sentence));
  return ({ draft }) => {
    const before = spanAt(sentences, draft.sentence.start - 1) ?? spanAt(sentences, draft.sentence.start - 2);
    if (before && before.start >= draft.paragraph.start && !counted.has(before)) {
      const named = within(mentions, before);
      if (named.length && draft.unit === 'house') return named;
    }
    const line = SERVED.has(draft.unit) ? leadLine(folded, draft.span.start) : null;
    const led = line ? within(mentions, line) : [];
    if (led.length) return led;
    const heading = sectionOf(draft.span.start)?.heading;
    return heading && NAMELESS.test(folded.slice(draft.span.end, draft.span.end + 24))
      ? findMentions(fold(heading))
      : [];
  };
};
