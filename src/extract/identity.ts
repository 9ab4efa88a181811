import type { Draft } from './figures/draft.ts';

/** FNV-1a, 32 bits: short, stable, and no secret depends on it. */
const hash = (text: string): string => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(36);
};

/**
 * Ids that stay with a figure while its span is found, whatever else an extractor learns to see: made from the
 * numeral and its neighbourhood, with a count where a text repeats itself.
 */
export const identities = (text: string, drafts: readonly Pick<Draft, 'span'>[]): string[] => {
  const seen = new Map<string, number>();
  return drafts.map(({ span }) => {
    const base = `f${hash(text.slice(Math.max(0, span.start - 40), span.end + 20))}`;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : `${base}-${times}`;
  });
};
