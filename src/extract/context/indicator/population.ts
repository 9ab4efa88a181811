import { all, not, of, own, type Rule } from './sight.ts';

/** What there is of a group, not whom an office served: "toàn huyện hiện có 5.142 gia đình liệt sĩ, 3.670 thương binh". */
const STOCK =
  /(?<!\p{L})(?:(?:toàn|cả)\s+(?:tỉnh|huyện|xã|phường|thị xã|thị trấn|thành phố|tp|quận|nước|vùng|địa bàn|hội)|trên địa bàn(?:\s+\p{L}+){0,4}|(?:tỉnh|huyện|xã|địa phương)(?=\s+(?:hiện|đang|vẫn))|(?:tỉnh|huyện|xã|thị xã|thành phố)(?:\s+(?!(?:mới|đã|sẽ|chỉ|cần)(?!\p{L}))\p{L}+){1,4}?|hiện(?: nay| tại)?,?|vẫn|qua rà soát)\s+(?:(?:hiện|đang|vẫn|nay)\s+)*(?:có|còn)(?:\s+(?:sống|tổng số|tổng cộng|trên|hơn|gần|khoảng))*(?:\s+\d|\s*$)/u;

/** What the words at the number settle. */
export const populationNear: readonly Rule[] = [
  {
    indicator: 'pop.households',
    topic: 'population',
    when: all(
      (s) => s.unit === 'household' && s.role === 'actual' && s.subjects.length === 0,
      (s) => STOCK.test(s.lead),
      (s) => /^\s*hộ(?:\s+(?:dân|gia đình))?\s*(?:[,(]|với|$)/u.test(s.tail),
      of('poverty_reduction', 'population', 'other', 'water_sanitation'),
    ),
  },
];

/** Households and people of a place. */
export const populationRules: readonly Rule[] = [
  {
    indicator: 'pop.households',
    topic: 'population',
    when: all((s) => s.unit === 'household', of('population'), not(own(/được|vay/u))),
  },
  { indicator: 'pop.people', topic: 'population', when: all((s) => s.unit === 'person', of('population')) },
];
