import { type Rule, shown } from './look.ts';

/** A digit too many in a number that fell by a third since: what is told is 6.3 times what was, and yet a slip by ten. */
const NEARLY_TEN = 0.8;

/** The nearest power of ten to the step from one value to another: 3 for a thousandfold; null for less than nearly ten. */
export const step = (value: number, usual: number): number | null => {
  if (value === 0 || usual === 0 || Math.sign(value) !== Math.sign(usual)) return null;
  const exponent = Math.log10(value / usual);
  return Math.abs(exponent) >= NEARLY_TEN ? Math.round(exponent) : null;
};

/** `value` × 10^`by` without the dust of binary fractions. */
const scaled = (value: number, by: number): number => Number(`${value}e${by}`);

const yearsOf = ([first, last]: [number, number]): string => (first === last ? `${first}` : `${first}–${last}`);

/** A step of about ten or more from what other reports say of the years about it. */
export const outlier: Rule = ({ figure: { id, value, kind }, unreadable }, { neighbours }) => {
  const about = neighbours.get(id);
  if (!about || 'value' in unreadable) return null;
  const exponent = step(value, about.median);
  if (exponent === null) return null;
  const better = scaled(value, -exponent);
  const fits = kind !== 'count' || Number.isInteger(better);
  const [times, usual, years] = [shown(10 ** Math.abs(exponent)), shown(about.median), yearsOf(about.years)];
  const more = exponent > 0;
  return {
    code: 'outlier',
    message: {
      vi: `${more ? `Gấp khoảng ${times.vi} lần` : `Chỉ bằng khoảng 1/${times.vi}`} số của năm ${years} ở cùng địa bàn: ${usual.vi}, theo ${about.count} số liệu của báo cáo khác.`,
      en: `About ${more ? `${times.en} times` : `1/${times.en} of`} the figure of ${years} at the same place: ${usual.en}, by ${about.count} figures of other reports.`,
    },
    suggestions: fits
      ? [
          {
            label: {
              vi: `${more ? 'Chia cho' : 'Nhân với'} ${times.vi}: ${shown(better).vi}`,
              en: `${more ? 'Divide' : 'Multiply'} by ${times.en}: ${shown(better).en}`,
            },
            patch: { value: better },
          },
        ]
      : [],
  };
};
