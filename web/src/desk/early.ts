import type { Desk, ReviewLayer } from '../../../src/model/index.ts';
import type { Language } from '../i18n/codes.ts';
import { getDesk } from './api.ts';

interface Early {
  of: string;
  answer: Promise<Desk>;
}
let early: Early | null = null;

const nameOf = (document: string, extraction: string | null, language: Language): string =>
  [document, extraction, language].join(' ');

/** Asks for a desk along with its record, before there is one to show it; what it returns forgets the answer. */
export function askDeskEarly(document: string, extraction: string, language: Language): () => void {
  const abort = new AbortController();
  const answer = getDesk(document, 'first', language, abort.signal);
  // Whoever takes it hears of the failure.
  answer.catch(() => {});
  const asked = { of: nameOf(document, extraction, language), answer };
  early = asked;
  return () => {
    abort.abort();
    if (early === asked) early = null;
  };
}

/** The desk: once as it was asked for early, from then on as it is. */
export function deskOf(
  document: string,
  {
    layer,
    extraction,
    language,
    signal,
  }: {
    layer: ReviewLayer;
    extraction: string | null;
    language: Language;
    signal: AbortSignal;
  },
): Promise<Desk> {
  const taken = early?.of === nameOf(document, extraction, language) && layer === 'first' ? early.answer : null;
  early = null;
  return taken ?? getDesk(document, layer, language, signal);
}
