import { detectEncoding } from '../encoding/detect.ts';
import { isMarkedSyllable, isSyllable } from './syllable.ts';

/** Fewer words than this prove nothing. */
const ENOUGH = 15;
const WORD = /[\p{L}\p{M}\p{Co}\p{Cn}\p{Cc}\uFFFD£-¿×÷]+/gu;
/** Characters that no text is made of: a font that does not say which letters its glyphs are gives these. */
const ODD = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;
/** The share of words with such characters that a text may have. */
const MOST_ODD = 0.3;
const ABBREVIATION = /^[\p{Lu}Đ]{2,6}$/u;

/** Whether a page has so many odd characters that its text may be worthless on its own: cheap, and no for most pages. */
export function isDoubtful(texts: Iterable<string>): boolean {
  let odd = 0;
  for (const text of texts) if (ODD.test(text) && ++odd > ENOUGH * MOST_ODD) return true;
  return false;
}

/**
 * Whether a page's text is none: letters that make no Vietnamese. Over a picture of the page (a scan with somebody
 * else's OCR in it) text has to be good to be kept, since the picture can be read again; on its own it is kept unless
 * its characters are no letters at all.
 */
export function isWorthless(text: string, overPicture: boolean): boolean {
  const words = text.match(WORD)?.filter((word) => word.length > 1 && !ABBREVIATION.test(word)) ?? [];
  if (words.length < ENOUGH || detectEncoding(text) !== 'unicode') return false;
  const share = (test: (word: string) => boolean): number => words.filter(test).length / words.length;
  if (!overPicture) return share((word) => ODD.test(word)) > MOST_ODD;
  return share(isSyllable) < 0.7 || share(isMarkedSyllable) < 0.15;
}
