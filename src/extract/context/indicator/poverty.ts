import { all, counts, not, of, own, type Rule, rate, type Sight, said } from './sight.ts';

/** Exactly one poverty group (others, such as an ethnic minority, may narrow it). */
const only = (group: 'poor' | 'near_poor') => (sight: Sight) => {
  const groups = sight.subjects.filter((s) => /^(?:near_)?poor_|^escaped_/.test(s));
  return groups.length > 0 && groups.every((s) => s === `${group}_household` || s === `${group}_person`);
};
const INFLOW = /phát sinh|tái nghèo|rơi vào/u;

/** What the words at the number settle. */
export const povertyNear: readonly Rule[] = [
  // Households short of a basic service, by service, are no clients of it.
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      (s) => counts(s) || rate(s),
      (s) => /(?<!\p{L})thiếu hụt(?!\p{L})/u.test(s.sentence),
      (s) => !/được (?:hỗ trợ|vay|cấp)/u.test(s.own),
    ),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      (s) => s.unit === 'person',
      (s) => /^[^,;.]{0,40}(?:thoát nghèo|giảm nghèo)/u.test(s.tail),
      of('merit_policy', 'poverty_reduction'),
    ),
  },
];

/** The poor and near-poor: how many, what share, how many fewer. */
export const povertyRules: readonly Rule[] = [
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(of('poverty_reduction'), said(INFLOW), own(/phát sinh|tái nghèo|chiếm|với/u)),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      rate,
      of('poverty_reduction'),
      (s) => /^\s*(?:tổng )?(?:số )?hộ (?:cận )?nghèo(?!\s+(?:được|có))/u.test(s.tail),
      (s) => s.role === 'actual',
    ),
  },
  {
    indicator: 'pov.escaped_households',
    topic: 'poverty_reduction',
    when: all(
      (s) => s.unit === 'household',
      own(/thoát nghèo|vươn lên thoát/u),
      of('poverty_reduction'),
      not(own(/mới thoát nghèo vay/u)),
    ),
  },
  {
    indicator: 'pov.escaped_households',
    topic: 'poverty_reduction',
    when: all(
      of('preferential_credit', 'production_support', 'employment'),
      (s) => s.unit === 'household',
      (s) =>
        /^\s*hộ(?: gia đình)?(?: nghèo)?(?: vươn lên| đã| được)? thoát (?:khỏi )?nghèo(?![^,;.]*vay)/u.test(s.tail),
    ),
  },
  {
    indicator: 'pov.poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, of('poverty_reduction'), only('poor'), not(own(/được|tiếp cận(?! (?:nghèo )?đa chiều)|có nhà/u))),
  },
  {
    indicator: 'pov.near_poor_rate',
    topic: 'poverty_reduction',
    when: all(
      rate,
      of('poverty_reduction'),
      only('near_poor'),
      not(own(/được|tiếp cận(?! (?:nghèo )?đa chiều)|có nhà/u)),
    ),
  },
  {
    indicator: 'pov.poor_households',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'household', of('poverty_reduction'), only('poor')),
  },
  {
    indicator: 'pov.near_poor_households',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'household', of('poverty_reduction'), only('near_poor')),
  },
  {
    indicator: 'pov.poor_people',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'person', of('poverty_reduction'), only('poor'), own(/khẩu|người nghèo|người/u)),
  },
  {
    indicator: 'pov.near_poor_people',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'person', of('poverty_reduction'), only('near_poor'), own(/khẩu|người/u)),
  },
];
