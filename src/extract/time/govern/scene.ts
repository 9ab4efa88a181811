import type { TimeMention } from '../types.ts';
import { mayDate } from './not-the-period.ts';
import type { Sentence } from './view.ts';

const SCENES = new Set<TimeMention['kind']>(['year', 'half', 'months', 'quarter', 'month']);

/** Shorter lines are a page's furniture ("Hôm nay: 1206"). */
const SHORTEST = 60;
const OPENS = /^[^\p{L}\p{N}]*(?:\([^)]*\)[^\p{L}\p{N}]*)?(?:trong[^\S\n]+)?$/u;

const LONGEST_HEADLINE = 150;
const isHeadline = (lower: string, { start, end }: Sentence['span']): boolean =>
  end - start <= LONGEST_HEADLINE && !/[.;:!?…]["”)]?\s*$/u.test(lower.slice(start, end));

/** Whether a sentence is the first of a text that tells anything: figures, or a time in more than a line of furniture. */
export const begins = ({ span, lower, figures, mentions }: Sentence): boolean =>
  (figures.length > 0 && !isHeadline(lower, span)) || (mentions.length > 0 && span.end - span.start > SHORTEST);

/** "Trong năm 2022, tỉnh ban hành nhiều chính sách.": a first sentence without figures that says what time the text is about. */
export const sceneTime = (s: Sentence): TimeMention | null => {
  const [first] = s.mentions;
  if (first === undefined || s.figures.length > 0 || !SCENES.has(first.kind) || !mayDate(first, s)) return null;
  const opens =
    OPENS.test(s.lower.slice(s.span.start, first.span.start)) &&
    /^[^\S\n]*,/u.test(s.lower.slice(first.span.end, first.span.end + 4));
  return opens ? first : null;
};
