/** Glyphs of fonts older than Unicode (.Vn…, VNI-…): PDF gives their letters as the Latin-1 characters of their codes. */
import type { SourceDocument } from '../../model/index.ts';
import { legacyFont } from '../encoding/fonts.ts';
import { decodeIn, encodingsByFont, type Run, summary } from '../encoding/runs.ts';
import type { Glyph } from './glyphs.ts';

type Decoded<P> = { pages: P[]; encoding: SourceDocument['encoding'] };

/** In parts of the letter size: a gap that parts words. */
const GAP = 0.14;

/** The pages of a document with the letters of its legacy fonts as Unicode, told by the fonts' names and letters. */
export function decodeGlyphs<P extends { marks: { glyphs: Glyph[] } }>(pages: readonly P[]): Decoded<P> {
  const named = new Map<string, boolean>();
  const isLegacy = (font: string | null): boolean => {
    const known = named.get(font ?? '') ?? (font !== null && legacyFont(font) !== null);
    named.set(font ?? '', known);
    return known;
  };
  const textOf = ({ text, font = null }: Glyph): string => {
    // Word's old printers set such fonts as symbols, in the private area; the soft hyphen is a letter of them alone.
    if (isLegacy(font)) return text.replace(/[\uF020-\uF0FF]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xf000));
    return text;
  };
  const runs = pages.flatMap(({ marks }) => runsOf(marks.glyphs, textOf));
  const encodings = encodingsByFont(runs);
  const used = new Set([...encodings.values()].map(({ encoding }) => encoding));
  if (used.size === 0) return { pages: [...pages], encoding: 'unicode' };
  const decoded = pages.map((page) => ({
    ...page,
    marks: {
      ...page.marks,
      glyphs: withMarks(
        page.marks.glyphs.map((glyph) => {
          const found = encodings.get(glyph.font ?? null);
          return found ? { ...glyph, text: decodeIn(found, textOf(glyph)) } : glyph;
        }),
      ),
    },
  }));
  return { pages: decoded, encoding: summary(used) };
}

/** VNI's marks are glyphs of their own, drawn over the letter before them or beside it: one glyph of the two. */
function withMarks(glyphs: readonly Glyph[]): Glyph[] {
  const joined: Glyph[] = [];
  for (const glyph of glyphs) {
    const letter = joined.at(-1);
    const beside =
      letter && Math.abs(letter.y - glyph.y) < 1 && Math.abs(glyph.x - letter.x - letter.width) < letter.size;
    if (letter && beside && /^\p{M}+$/u.test(glyph.text)) {
      const right = Math.max(letter.x + letter.width, glyph.x + glyph.width);
      joined[joined.length - 1] = {
        ...letter,
        text: (letter.text + glyph.text).normalize('NFC'),
        width: right - letter.x,
      };
    } else joined.push(glyph);
  }
  return joined;
}

/** Glyphs as they follow one another, a run for each stretch of one font on one line. */
function runsOf(glyphs: readonly Glyph[], textOf: (glyph: Glyph) => string): Run[] {
  const runs: Run[] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    const sameLine = before && before.font === glyph.font && Math.abs(before.y - glyph.y) < 1;
    const gap = before ? glyph.x - before.x - before.width : 0;
    const last = runs.at(-1);
    if (last && sameLine) last.text += (Math.abs(gap) > GAP * glyph.size ? ' ' : '') + textOf(glyph);
    else runs.push({ text: ` ${textOf(glyph)}`, font: glyph.font ?? null });
    before = glyph;
  }
  return runs;
}
