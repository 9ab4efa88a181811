const UNITS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const VARIANTS: [string, number][] = [['bẩy', 7]];

const values = new Map<string, number>(VARIANTS);
for (const [i, word] of UNITS.entries()) {
  values.set(word, i + 1);
  values.set(i === 4 ? 'mười lăm' : `mười ${word}`, 11 + i);
  if (i > 0) values.set(`${word} mươi`, (i + 1) * 10);
}
values.set('mười', 10);

const longestFirst = [...values.keys()].sort((a, b) => b.length - a.length);

/** A written-out number up to ninety ("ba", "mười hai", "hai mươi"), for patterns. */
export const WRITTEN = `(?:${longestFirst.join('|')})`;

/** Digits or a written-out number, for patterns. */
export const COUNT = `(?:[0-9]{1,3}|${WRITTEN})`;

/** The value of what COUNT matched. */
export const countOf = (text = ''): number => values.get(text.replace(/[^\S\n]+/g, ' ')) ?? Number(text);
