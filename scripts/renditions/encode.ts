/** Unicode written in the encodings before it: the inverses of src/read/encoding, for fixtures and property tests. */
import { decodeTcvn3 } from '../../src/read/encoding/tcvn3.ts';

const latin1 = Array.from({ length: 0x5e }, (_, i) => String.fromCharCode(0xa1 + i));
const TCVN3 = new Map(latin1.map((c) => [decodeTcvn3(c), c]));

/** TCVN3 has no capitals with tones: text that holds some must be set in a font of capitals (".VnTimeH"). */
export const encodeTcvn3 = (text: string): string => [...text.normalize('NFC')].map((c) => TCVN3.get(c) ?? c).join('');

/** A letter's parts: the bare letter, its shape (breve, circumflex, horn) and its tone. */
function partsOf(letter: string): { bare: string; shape: string; tone: string } {
  const [bare = '', ...marks] = letter.normalize('NFD');
  const shape = marks.find((mark) => '\u0302\u0306\u031B'.includes(mark)) ?? '';
  return { bare, shape, tone: marks.find((mark) => mark !== shape) ?? '' };
}

const VNI_LETTERS = { đ: 'ñ', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î', í: 'í', ì: 'ì' };
const VNI_MARKS: Record<string, string> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
  '\u0302': 'â',
  '\u0302\u0301': 'á',
  '\u0302\u0300': 'à',
  '\u0302\u0309': 'å',
  '\u0302\u0303': 'ã',
  '\u0302\u0323': 'ä',
  '\u0306': 'ê',
  '\u0306\u0301': 'é',
  '\u0306\u0300': 'è',
  '\u0306\u0309': 'ú',
  '\u0306\u0303': 'ü',
  '\u0306\u0323': 'ë',
};

function vniLetter(letter: string): string {
  const lower = letter.toLowerCase();
  const single = (VNI_LETTERS as Record<string, string>)[lower];
  const { bare, shape, tone } = partsOf(lower);
  const horned = shape === '\u031B';
  const base = horned ? (bare === 'o' ? 'ô' : 'ö') : bare;
  const written = single ?? base + (VNI_MARKS[(horned ? '' : shape) + tone] ?? '');
  return letter === lower ? written : written.toUpperCase();
}

export const encodeVni = (text: string): string => [...text.normalize('NFC')].map(vniLetter).join('');

const VIQR: Record<string, string> = {
  '\u0306': '(',
  '\u0302': '^',
  '\u031B': '+',
  '\u0301': "'",
  '\u0300': '`',
  '\u0309': '?',
  '\u0303': '~',
  '\u0323': '.',
};

export const encodeViqr = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      if (letter === 'đ') return 'dd';
      if (letter === 'Đ') return 'DD';
      const { bare, shape, tone } = partsOf(letter);
      return bare + (VIQR[shape] ?? '') + (VIQR[tone] ?? '');
    })
    .join('');
