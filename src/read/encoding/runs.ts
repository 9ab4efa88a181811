import type { SourceDocument } from '../../model/index.ts';
import { DECODERS, detectEncoding, vietnamese } from './detect.ts';
import { type LegacyEncoding, legacyFont } from './fonts.ts';

/** A stretch of text and the name of the font it is set in, where the format tells. */
export type Run = { text: string; font: string | null };

export type DecodedRuns = { texts: string[]; encoding: SourceDocument['encoding'] };

/** Letters of Vietnamese that no legacy font's characters are. */
const BEYOND_LATIN_1 = /[ăđĩũơưẠ-ỹ]/iu;

/**
 * The runs of one document as Unicode, each as its own font and letters say; documents mix encodings run by run.
 * A font's name is the surest sign, but text pasted into a .Vn font may be Unicode, and text renamed to another font
 * still legacy: so the letters have a say.
 */
export function decodeRuns(runs: readonly Run[]): DecodedRuns {
  const encodings = encodingsByFont(runs);
  const used = new Set<'unicode' | LegacyEncoding>();
  const texts = runs.map(({ text, font }) => {
    const found = encodings.get(font);
    if (!found || BEYOND_LATIN_1.test(text)) {
      if (!used.has('unicode') && vietnamese(text).syllables > 0) used.add('unicode');
      return text;
    }
    const decoded = decodeIn(found, text);
    if (decoded !== text) used.add(found.encoding);
    return decoded;
  });
  return { texts, encoding: summary(used) };
}

/** A text set in a legacy font. */
export function decodeIn({ encoding, capitals }: FontEncoding, text: string): string {
  const decoded = DECODERS[encoding](text);
  return capitals ? decoded.toUpperCase() : decoded;
}

/** What a document's encoding is called that holds these: one name, "mixed" for several. */
export function summary(used: ReadonlySet<'unicode' | LegacyEncoding>): DecodedRuns['encoding'] {
  if (used.size > 1) return 'mixed';
  return [...used][0] ?? 'unicode';
}

export type FontEncoding = { encoding: LegacyEncoding; capitals: boolean };

/** The fonts of a document whose letters are legacy, by their names and letters. */
export function encodingsByFont(runs: readonly Run[]): Map<string | null, FontEncoding> {
  const encodings = new Map<string | null, FontEncoding>();
  for (const [font, sample] of samplesByFont(runs)) {
    const named = font === null ? null : legacyFont(font);
    if (named && isWritten(sample, named.encoding)) encodings.set(font, named);
    else {
      const encoding = detectEncoding(sample);
      if (encoding === 'tcvn3' || encoding === 'vni') encodings.set(font, { encoding, capitals: false });
    }
  }
  return encodings;
}

/** All that a font sets and that may be legacy; runs that follow each other may share a word. */
function samplesByFont(runs: readonly Run[]): Map<string | null, string> {
  const samples = new Map<string | null, string[]>();
  let before: string | null | undefined;
  for (const { text, font } of runs) {
    if (!BEYOND_LATIN_1.test(text)) {
      const sample = samples.get(font) ?? [];
      samples.set(font, sample);
      sample.push(font === before ? text : ` ${text}`);
    }
    before = font;
  }
  return new Map([...samples].map(([font, texts]) => [font, texts.join('')]));
}

/** Whether text set in a legacy font is written in its encoding: decoded it is better Vietnamese than as it stands. */
function isWritten(text: string, encoding: LegacyEncoding): boolean {
  return vietnamese(DECODERS[encoding](text)).syllables >= vietnamese(text).syllables;
}
