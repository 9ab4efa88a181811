import { iso } from '../calendar.ts';
import type { Paragraph } from '../structure.ts';
import type { TimeMention } from '../types.ts';

const LEADS = 4;

/**
 * The day a news text was written, where no date of issue is known: the day that opens one of its first
 * paragraphs ("Ngày 7/8, …"), in the first year these name.
 */
export const dateline = (
  paragraphs: readonly Paragraph[],
  mentions: readonly TimeMention[],
  lower: string,
): string | null => {
  const head = paragraphs.slice(0, LEADS);
  const last = head.at(-1);
  if (last === undefined) return null;
  const years = mentions.filter((m) => m.kind === 'year' && m.span.end <= last.span.end);
  for (const p of head) {
    const m = mentions.find((x) => x.span.start >= p.span.start && x.span.end <= p.span.end);
    if (m?.kind !== 'date' || m.start === null || m.start === 'now' || m.start.day === 'last') continue;
    if (/[\p{L}\p{N}]/u.test(lower.slice(p.span.start, m.span.start))) continue;
    const named = years[0]?.start;
    const year = m.start.year ?? (named !== undefined && named !== null && named !== 'now' ? named.year : null);
    if (typeof year === 'number') return iso({ ...m.start, year });
  }
  return null;
};
