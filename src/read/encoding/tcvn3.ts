import iconv from 'iconv-lite';

/**
 * TCVN3 (ABC), the letters of the .Vn fonts: one byte a letter, kept by word processors as the Latin-1 character of that
 * byte. "ư" is the soft hyphen's byte, so text must be decoded before typesetting characters are taken out of it.
 * The table is TCVN 5712:1993's from 0xA1 on; its capitals with tones below 0x20 and its combining marks are in no .Vn font.
 */
const FIRST = 0xa1;
const COMBINING = new Set([0xb0, 0xb1, 0xb2, 0xb3, 0xb4]);
const LETTERS = new Map(
  Array.from({ length: 0xff - FIRST }, (_, i) => FIRST + i)
    .filter((byte) => !COMBINING.has(byte))
    .map((byte) => [String.fromCharCode(byte), iconv.decode(Buffer.from([byte]), 'tcvn')] as const),
);
// Some converters took the micro sign for the Greek letter.
LETTERS.set('\u03BC', LETTERS.get('\u00B5') as string);

/** The text that letters set in a TCVN3 font stand for. */
export const decodeTcvn3 = (text: string): string => text.replace(/[\u00A1-\u00FE\u03BC]/g, (c) => LETTERS.get(c) ?? c);
