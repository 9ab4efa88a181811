import { createHash } from 'node:crypto';
import type { Figure, Verdict } from '../model/index.ts';
import type { StandingFigure } from './ports.ts';
import { sentenceAt, words } from './words.ts';

/** The same value gives the same text whatever the order its keys were written in. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, canonical(item)]),
  );
};

/** An entity tag (without its quotes): the same content has the same tag. */
export const tagOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('base64url')
    .slice(0, 22);

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

/** Of the figure and its verdict: whoever changes one has seen both. */
const figureTag = (figure: Figure, verdict: Verdict | null): string =>
  tagOf(verdict === null ? figure : { figure, verdict });

export const standing = (
  figure: Figure,
  text: string,
  { found = true, verdict = null }: { found?: boolean; verdict?: Verdict | null } = {},
): StandingFigure => ({
  figure,
  verdict,
  etag: figureTag(figure, verdict),
  found,
  words: words(`${figure.label} \n ${figure.unitText} \n ${sentenceAt(text, figure.span)}`).join(' '),
});
