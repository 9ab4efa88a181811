import type { Span } from '../../model/index.ts';
import { quick } from '../text/quick.ts';
import type { PlaceMention } from './mention.ts';
import { depthOf } from './resolve.ts';

/** Places that stand together: one place with the units around it, or several in one breath. */
export interface PlaceGroup {
  span: Span;
  mentions: PlaceMention[];
  /** Names of the units that the text sets them in, the nearest first. */
  within: string[];
}

const CHAINS = /^\s*(?:[,(–-]|thuộc|của)?\s*$/u;
const JOINS = /^\s*(?:[,;]\s*(?:và\s+)?|và\s+|hoặc\s+|cùng\s+|&\s*)$/u;
/** "ông A, thôn B, xã C": where somebody lives is told by the commune. */
const HOME = quick(
  /(?<![\p{L}\p{M}])(?:ông|bà|anh|chị|cụ)\s+\p{Lu}[^.;,\n]{1,40}(?:,[^.;,\n]{0,25})?,?\s+(?:trú|ngụ|ở|tại|thường trú)(?:\s+tại|\s+ở)?\s+$/iu,
);

/**
 * Mentions put together, in the order of the text: "xã A, huyện B (tỉnh C)" is A within B and C, "thôn A, xã B" is A,
 * "xã A, xã B và C" is all three.
 */
export function groupsOf(text: string, mentions: readonly PlaceMention[]): PlaceGroup[] {
  const groups: PlaceGroup[] = [];
  let previous: PlaceMention | undefined;
  for (const mention of mentions) {
    const group = groups.at(-1);
    const last = previous;
    previous = mention;
    const between = last ? text.slice(last.span.end, mention.span.start) : '';
    if (group && last && depthOf(last.level) > depthOf(mention.level) && CHAINS.test(between)) {
      const home = last.level === 'village' && mention.level === 'commune' && group.mentions.length === 1;
      if (home && HOME.test(text.slice(Math.max(0, last.span.start - 80), last.span.start)))
        Object.assign(group, { span: { start: group.span.start, end: mention.span.end }, mentions: [mention] });
      else group.within.push(mention.name);
    } else if (group && last === group.mentions.at(-1) && last?.level === mention.level && JOINS.test(between)) {
      group.mentions.push(mention);
      group.span = { start: group.span.start, end: mention.span.end };
    } else groups.push({ span: mention.span, mentions: [mention], within: [] });
  }
  return groups;
}
