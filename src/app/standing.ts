import { createHash } from 'node:crypto';
import type { Figure, Verdict } from '../model/index.ts';
import { canonical } from '../model/same.ts';
import type { StandingFigure } from './ports.ts';
import { sentenceAt, words } from './words.ts';

/** An entity tag (without its quotes): the same content has the same tag. */
export const tagOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('base64url')
    .slice(0, 22);

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

/** The same figure under another verdict. */
export const judged = <F extends StandingFigure>(one: F, verdict: Verdict | null): F => ({
  ...one,
  verdict,
  etag: figureTag(one.figure, verdict),
});
