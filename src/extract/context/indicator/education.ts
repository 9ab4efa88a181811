import { quick } from '../../text/quick.ts';
import { all, counts, granted, money, not, of, type Rule, rate, said } from './sight.ts';

/** "trao tặng học bổng cho 668 học sinh" */
const SCHOLARS = /(?<!\p{L})(?:trao|tặng|cấp) học bổng(?: \p{L}+){0,4} cho(?:\s+(?:các|hơn|gần|trên|khoảng))*\s*$/u;

/** What the words at the number settle. */
export const educationNear: readonly Rule[] = [
  { indicator: 'edu.recipients', topic: 'education_support', when: all(counts, (s) => SCHOLARS.test(s.lead)) },
  {
    indicator: 'edu.cost',
    topic: 'education_support',
    when: all(money, (s) => s.head?.indicator === 'edu.recipients'),
  },
  {
    indicator: 'edu.coverage_rate',
    topic: 'education_support',
    when: all(rate, (s) =>
      /^[^,;.\d]{0,60}(?<!\p{L})được (?:miễn,? )?(?:miễn|giảm)[^,;.\d]{0,12} học phí/u.test(s.rest),
    ),
  },
  {
    indicator: 'edu.recipients',
    topic: 'education_support',
    when: (s) => s.unit === 'scholarship',
  },
];

/** Prizes for what was learnt help nobody to learn. */
const PRAISED = quick(/(?<!\p{L})(?:khen thưởng|tuyên dương|biểu dương|vinh danh)(?!\p{L})[^;]*$/u);

/** Support of pupils and students. */
export const educationRules: readonly Rule[] = [
  {
    indicator: 'edu.coverage_rate',
    topic: 'education_support',
    when: all(
      of('education_support'),
      rate,
      said(/(?:đến|tới|ra) (?:trường|lớp)|được (?:miễn|hỗ trợ|hưởng|cấp)|huy động|đi học|chuyên cần|được/u),
    ),
  },
  {
    indicator: 'fund.raised',
    topic: null,
    when: all(
      of('education_support'),
      money,
      said(/quỹ (?:khuyến học|khuyến tài|học bổng|bảo trợ)/u),
      not(said(/trao|tặng|suất|cấp cho|chi|trích/u)),
    ),
  },
  {
    indicator: null,
    topic: 'education_support',
    when: all(
      of('education_support'),
      (s) => counts(s) || money(s),
      (s) => PRAISED.test(s.lead) || (s.head?.indicator === null && PRAISED.test(s.before)),
    ),
  },
  { indicator: 'edu.recipients', topic: 'education_support', when: all(of('education_support'), counts, granted) },
  { indicator: 'edu.cost', topic: 'education_support', when: all(of('education_support'), money) },
];
