/** The table of fonts ([MS-DOC] 2.9.286, SttbfFfn) and what some of them do to characters. */
import { legacyFont } from '../encoding/fonts.ts';

/** A font's name begins after its weight, character set, classification and signature (2.9.69, FFN). */
const NAME = 39;

/** The names of the fonts in the order of their indices. */
export function parseFonts(table: Buffer): string[] {
  const names: string[] = [];
  for (let at = 4; at < table.length; at += 1 + table.readUInt8(at)) {
    const font = table.subarray(at + 1, at + 1 + table.readUInt8(at));
    names.push(font.toString('utf16le', NAME, Math.max(NAME, font.length)).split('\0', 1)[0] as string);
  }
  return names;
}

const PICTURES = /^(?:symbol|wingdings|webdings|monotype sorts|zapf dingbats)/i;

/** The signs of the font Symbol that stand beside figures, by their bytes. */
const SIGNS: Record<number, string> = {
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  184: '÷',
  185: '≠',
  187: '≈',
};

/**
 * Characters of fonts that show pictures for letters are Word's private ones, U+F000 and the byte: "q" in Wingdings is a
 * bullet. A font of letters may claim to be one of pictures (old .Vn fonts did), and then the byte is what counts.
 */
export function settleSymbols(text: string, font: string | null): string {
  if (font === null) return text;
  if (legacyFont(font)) return text.replace(/[\uF020-\uF0FF]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xf000));
  if (!PICTURES.test(font)) return text;
  const signs = /^symbol/i.test(font) ? SIGNS : {};
  return text.replace(/[\u0021-\u00FF\uF021-\uF0FF]/g, (c) => {
    const byte = c.charCodeAt(0) & 0xff;
    return signs[byte] ?? String.fromCharCode(0xf000 + byte);
  });
}
