import type { Day, Year } from './types.ts';

export const day = (year: Year, month: number, dayOfMonth: number | 'last'): Day => ({ year, month, day: dayOfMonth });
export const firstOf = (year: Year, month = 1): Day => day(year, month, 1);
export const lastOf = (year: Year, month = 12): Day => day(year, month, 'last');

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const isDay = (d: number, m: number, year = 2000): boolean =>
  m >= 1 && m <= 12 && d >= 1 && d <= daysIn(year, m);
export const isYear = (y: number): boolean => y >= 1930 && y <= 2060;

const two = (n: number): string => String(n).padStart(2, '0');

/** ISO 8601 of a day whose year is known. */
export const iso = (d: Day & { year: number }): string => {
  const date = d.day === 'last' ? daysIn(d.year, d.month) : d.day;
  return `${d.year}-${two(d.month)}-${two(date)}`;
};

const STEMS = ['giáp', 'ất', 'bính', 'đinh', 'mậu', 'kỷ', 'canh', 'tân', 'nhâm', 'quý'];
const BRANCHES = ['tý', 'sửu', 'dần', 'mão', 'thìn', 'tỵ', 'ngọ', 'mùi', 'thân', 'dậu', 'tuất', 'hợi'];

const sexagenary = new Map<string, number>();
for (let y = 1990; y < 2050; y++) sexagenary.set(`${STEMS[(y - 4) % 10]} ${BRANCHES[(y - 4) % 12]}`, y);

/** Names of the lunar years, for patterns; spelling variants included. */
export const LUNAR_YEAR = `(?:${STEMS.join('|')}|kỉ|quí) (?:${BRANCHES.join('|')}|tí|tị|mẹo)`;

/** The year between 1990 and 2049 that a sexagenary name stands for ("quý mão" is 2023), else null. */
export const lunarYear = (name: string): number | null => {
  const plain = name
    .replace(/[^\S\n]+/g, ' ')
    .replace('kỉ', 'kỷ')
    .replace('quí', 'quý')
    .replace(/ tí$/, ' tý')
    .replace(/ tị$/, ' tỵ')
    .replace(/ mẹo$/, ' mão');
  return sexagenary.get(plain) ?? null;
};
