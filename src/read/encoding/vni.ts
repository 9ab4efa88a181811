/**
 * VNI-Windows, the letters of the VNI- fonts: a vowel, then its marks as one Latin-1 character ("aù" is "á", "eá" is
 * "ế"). Marks become combining ones, which NFC joins to the letter before, also where that stands in the run before.
 */
const [GRAVE, ACUTE, TILDE, HOOK, DOT, CIRCUMFLEX, BREVE] = [
  '\u0300',
  '\u0301',
  '\u0303',
  '\u0309',
  '\u0323',
  '\u0302',
  '\u0306',
];
const MARKS: Record<string, string> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
  â: CIRCUMFLEX,
  á: CIRCUMFLEX + ACUTE,
  à: CIRCUMFLEX + GRAVE,
  å: CIRCUMFLEX + HOOK,
  ã: CIRCUMFLEX + TILDE,
  ä: CIRCUMFLEX + DOT,
  ê: BREVE,
  é: BREVE + ACUTE,
  è: BREVE + GRAVE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
};
/** Letters that are one character in VNI too. */
const LETTERS: Record<string, string> = { ñ: 'đ', ö: 'ư', ô: 'ơ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

/** The text that letters set in a VNI font stand for, in NFC. */
export function decodeVni(text: string): string {
  return text
    .replace(/[\u00C0-\u00FF]/g, (c) => {
      const lower = c.toLowerCase();
      const letter = LETTERS[lower];
      if (letter) return c === lower ? letter : letter.toUpperCase();
      return MARKS[lower] ?? c;
    })
    .normalize('NFC');
}
