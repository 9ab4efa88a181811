import { type Rule, shown } from './look.ts';

/** The nearest power of ten to the step from one value to another: 3 for a thousandfold; null below tenfold. */
export const step = (value: number, usual: number): number | null => {
  if (value === 0 || usual === 0 || Math.sign(value) !== Math.sign(usual)) return null;
  const exponent = Math.log10(value / usual);
  // The quotient of 185 and 1850 is a hair short of a tenth.
  return Math.abs(exponent) >= 1 - 1e-9 ? Math.round(exponent) : null;
};

/** `value` × 10^`by` without the dust of binary fractions. */
const scaled = (value: number, by: number): number => Number(`${value}e${by}`);

const yearsOf = ([first, last]: [number, number]): string => (first === last ? `${first}` : `${first}–${last}`);

/** A tenfold step or more from what other reports say of the years about it. */
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
      vi: `${more ? 'Lớn gấp' : 'Nhỏ bằng một phần'} khoảng ${times.vi} ${more ? 'lần ' : ''}so với ${usual.vi} của năm ${years} ở cùng địa bàn (${about.count} số liệu của báo cáo khác).`,
      en: `About ${times.en} times ${more ? 'as large as' : 'smaller than'} the ${usual.en} of ${years} at the same place (${about.count} figures of other reports).`,
    },
    suggestions: fits
      ? [
          {
            label: {
              vi: `${more ? 'Chia' : 'Nhân'} cho ${times.vi}: ${shown(better).vi}`.replace('Nhân cho', 'Nhân với'),
              en: `${more ? 'Divide' : 'Multiply'} by ${times.en}: ${shown(better).en}`,
            },
            patch: { value: better },
          },
        ]
      : [],
  };
};
