import { isMarkedSyllable } from '../vietnamese/syllable.ts';
import { decodeTcvn3 } from './tcvn3.ts';
import { decodeViqr } from './viqr.ts';
import { decodeVni } from './vni.ts';

export type TextEncoding = 'unicode' | 'tcvn3' | 'vni' | 'viqr';

export const DECODERS: Record<TextEncoding, (text: string) => string> = {
  unicode: (text) => text,
  tcvn3: decodeTcvn3,
  vni: decodeVni,
  viqr: decodeViqr,
};

/** Fewer syllables than this prove nothing. */
const ENOUGH = 3;
/** The share of marked words that must be Vietnamese syllables. Rightly decoded reports have over 0.9: names are the rest. */
const RIGHT = 0.7;
/** By how much a share must be better. */
const CLEARLY = 0.1;

/** How Vietnamese a text looks: its words with letters beyond ASCII, and how many of them are Vietnamese syllables. */
export function vietnamese(text: string): { marked: number; syllables: number } {
  let [marked, syllables] = [0, 0];
  for (const raw of text.split(/[\s\u0021-\u0040\u005B-\u0060\u007B-\u007E“”‘’–…]+/)) {
    if (!/[^\u0000-\u007F]/.test(raw)) continue;
    marked++;
    if (isMarkedSyllable(raw)) syllables++;
  }
  return { marked, syllables };
}

const share = ({ marked, syllables }: { marked: number; syllables: number }): number =>
  marked === 0 ? 0 : syllables / marked;

/**
 * The encoding in which `text`, given as Unicode or as Latin-1 characters of its bytes, is Vietnamese; "unicode" where
 * no other is clearly so: what was not detected is not decoded.
 */
export function detectEncoding(text: string): TextEncoding {
  const asIs = vietnamese(text);
  // No other can be clearly better: most lines are Unicode and need not be decoded three times.
  if (share(asIs) >= 1 - CLEARLY) return 'unicode';
  let best: { encoding: TextEncoding; share: number } = { encoding: 'unicode', share: share(asIs) };
  for (const encoding of ['tcvn3', 'vni', 'viqr'] as const) {
    const decoded = vietnamese(DECODERS[encoding](text));
    // VIQR is ASCII: every marked word it gives is news. The others must leave no marked word behind.
    if (decoded.syllables < Math.max(ENOUGH, asIs.syllables + 1) || share(decoded) < RIGHT) continue;
    if (share(decoded) > best.share + CLEARLY) best = { encoding, share: share(decoded) };
  }
  return best.encoding;
}
