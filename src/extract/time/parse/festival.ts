import { firstOf, LUNAR_YEAR, lastOf, lunarYear } from '../calendar.ts';
import { words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { int } from './reading.ts';

const TET =
  '(?:tết|xuân|đón xuân|dịp xuân)(?: nguyên đán| cổ truyền| âm lịch| dương lịch| trung thu| độc lập| cho người nghèo| vì người nghèo| quân dân){0,2}(?: năm)?';

/** "Tết 2017", "Tết Nguyên đán Quý Mão 2023", "Xuân Canh Tý - 2020": the year (spec/figures.md, settled cases). */
export const festival: Parser = {
  name: 'festival',
  pattern: words(
    `${TET}(?: (?<name>${LUNAR_YEAR}))?(?: năm)?_[,(–-]?_(?<y>${YEAR})[)]?|${TET} (?<name2>${LUNAR_YEAR})`,
  ),
  read: ({ y, name2 }) => {
    const year = y === undefined ? lunarYear(name2 ?? '') : int(y);
    return year === null ? { kind: 'occasion' } : { kind: 'festival', start: firstOf(year), end: lastOf(year) };
  },
};
