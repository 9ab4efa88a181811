import type { TimeMention } from '../types.ts';

export const chain = (...rules: string[]): string => rules.join('+');

/** Text between two mentions, or null where they are far apart (a join never spans a line). */
export const between = (a: TimeMention, b: TimeMention, lower: string): string | null => {
  if (b.span.start - a.span.end > 24) return null;
  const gap = lower.slice(a.span.end, b.span.start);
  return gap.includes('\n') ? null : gap;
};

/** The words before a mention, on its line. */
export const before = (m: TimeMention, lower: string, length = 40): string => {
  const left = lower.slice(Math.max(0, m.span.start - length), m.span.start);
  return left.slice(left.lastIndexOf('\n') + 1);
};

/** Folds each pair of neighbours that `join` makes one mention of. */
export const joinPairs = (
  mentions: TimeMention[],
  join: (a: TimeMention, b: TimeMention) => TimeMention | null,
): TimeMention[] => {
  const out: TimeMention[] = [];
  for (const next of mentions) {
    const last = out.at(-1);
    const joined = last === undefined ? null : join(last, next);
    if (joined === null) out.push(next);
    else out[out.length - 1] = joined;
  }
  return out;
};
