import { isSyllable } from '../vietnamese/syllable.ts';

/**
 * VIQR (RFC 1456): Vietnamese in plain ASCII, as mail and old databases wrote it: "ho^. ngho^`o", "dda~". A backslash
 * before a mark makes it mere punctuation; few writers set it.
 */
const MARKS: Record<string, string> = {
  '(': '\u0306',
  '^': '\u0302',
  '+': '\u031B',
  '*': '\u031B',
  "'": '\u0301',
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
};
const VOWEL = /(a[(^]?|[eo]\^|[ou][+*]|[eiouy])(['`?~.]?)/gi;
/** A word, the punctuation after it that may be its tone, and whether a new sentence could begin there. */
const WORD = /([A-Za-z(^+*'`?~.\\]*[A-Za-z(^+*'`~])([?.]?)(?=(\s+[A-Z]|\s*$)?)/gm;

const letters = (word: string): string =>
  word
    .replace(VOWEL, (_, vowel: string, tone: string) => {
      const [letter, shape = ''] = vowel;
      return letter + (MARKS[shape] ?? '') + (MARKS[tone] ?? '');
    })
    .replace(/dd/g, 'đ')
    .replace(/D[Dd]/g, 'Đ')
    .replace(/\\(.)/g, '$1')
    .normalize('NFC');

/** The text of VIQR in NFC. A full stop or question mark after a word is its tone only where that makes it a syllable. */
export const decodeViqr = (text: string): string =>
  text.replace(WORD, (_, word: string, end: string, sentence: string | undefined) => {
    const closed = letters(word) + end;
    if (end === '') return closed;
    const toned = letters(word + end);
    // Reports ask few questions, and names ("Bộ Công an") go on in capitals where a sentence's last word seldom begins with one.
    const ends = sentence !== undefined && (sentence.trim() === '' || (end === '.' && !/^[A-Z]/.test(word)));
    return isSyllable(toned) && !(ends && isSyllable(letters(word))) ? toned : closed;
  });
