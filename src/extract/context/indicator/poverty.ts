import { all, counts, not, of, own, type Rule, rate, type Sight, said } from './sight.ts';

/** Exactly one poverty group (others, such as an ethnic minority, may narrow it). */
const only = (group: 'poor' | 'near_poor') => (sight: Sight) => {
  const groups = sight.subjects.filter((s) => /^(?:near_)?poor_|^escaped_/.test(s));
  return groups.length > 0 && groups.every((s) => s === `${group}_household` || s === `${group}_person`);
};
/** Behind the last colon: a heading's words are not the figure's. */
const INFLOW = /(?:phát sinh|tái nghèo|rơi vào)[^:]*$/u;
/** "chiếm 76,01% tổng số hộ nghèo" is a share of the poor, not their rate. */
const OF_POOR = /^\s*(?:(?:so với|của|trong|trên) )?(?:tổng )?(?:số )?hộ (?:cận )?nghèo(?!\s+(?:được|có))/u;
/** "giảm được 0,8% số hộ nghèo": by how much their rate fell. */
const FELL = /(?<!\p{L})giảm(?:\s+(?:được|thêm|trên|hơn|gần|khoảng|bình quân|từ))*\s*$/u;
/** The number behind it counts households as such, nobody whom an office served. */
const SERVED =
  /^\s*(?:lượt )?hộ(?:[^,;.]{0,60}?)(?<!\p{L})(?:được (?:hỗ trợ|trợ giúp|trợ cấp|đỡ đầu|giúp|vay|cấp|hưởng|tặng|nhận|tiếp cận|thụ hưởng|vay vốn|tham gia)|thụ hưởng|hưởng lợi)(?!\p{L})/u;
/** "tỷ lệ hộ nghèo … là", "giảm nghèo … đạt": the rate spoken of in a sentence, and whether of the near-poor. */
const RATES = /(?:t[ỷỉ] lệ|mức giảm|tốc độ giảm|giảm|bình quân)[^;:]{0,24}?(?<!\p{L})(cận )?nghèo(?!\p{L})/gu;
const PLAIN =
  /^\s*(?:[-–]\s*)?(?:$|[,;.)(/]|so với|năm|mỗi năm|hàng năm|hằng năm|xuống|theo|trở lên|trở xuống|kế hoạch|với|và|vượt|đạt)/u;
const rateOf = (group: 'poor' | 'near_poor') => (s: Sight) => {
  if (!PLAIN.test(s.tail) || s.subjects.some((code) => !/poor|escaped|ethnic_minority|general_population/.test(code)))
    return false;
  const told = [...s.sentence.matchAll(RATES)].at(-1);
  const both = told && /^(?:,| và) (?:hộ )?cận nghèo/u.test(s.sentence.slice(told.index + told[0].length));
  return (
    told !== undefined &&
    !both &&
    (told[1] ? 'near_poor' : 'poor') === group &&
    !/hộ nghèo về|thiếu hụt|nghèo (?:được|có|vay)/u.test(s.own)
  );
};
/** "hộ nghèo … đã thoát nghèo": both the poor and the near-poor in one number are not those who escaped poverty. */
const ESCAPES =
  /^\s*(?:lượt )?hộ(?:(?!(?<!\p{L})(?:vay|cận nghèo và|tái nghèo))[^;.]){0,90}?thoát (?:được |khỏi )?nghèo(?!,? (?:và )?thoát cận nghèo|[^,;.]*vay)/u;

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
    indicator: 'pov.escaped_households',
    topic: 'poverty_reduction',
    when: all(
      of('poverty_reduction', 'preferential_credit', 'production_support', 'employment', 'other'),
      (s) => s.unit === 'household' || s.unit === 'household_turn',
      (s) => ESCAPES.test(s.rest.replace(/^\/[\d.]+/u, '')),
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
    when: all(rate, of('poverty_reduction'), (s) => OF_POOR.test(s.rest) && s.role === 'actual' && !FELL.test(s.lead)),
  },
  {
    indicator: 'pov.poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, of('poverty_reduction'), only('poor'), (s) => FELL.test(s.lead) && OF_POOR.test(s.rest)),
  },
  {
    indicator: 'pov.escaped_households',
    topic: 'poverty_reduction',
    when: all(
      (s) => s.unit === 'household',
      (s) => !/thoát cận nghèo/u.test(s.tail),
      own(/thoát nghèo|vươn lên thoát/u),
      of('poverty_reduction'),
      not(own(/mới thoát nghèo vay/u)),
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
    indicator: 'pov.poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, of('poverty_reduction'), rateOf('poor'), not(own(/được|có nhà/u))),
  },
  {
    indicator: 'pov.near_poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, of('poverty_reduction'), rateOf('near_poor'), not(own(/được|có nhà/u))),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(of('poverty_reduction'), counts, (s) => SERVED.test(s.rest)),
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
