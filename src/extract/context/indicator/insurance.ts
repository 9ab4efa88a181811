import { all, counts, money, not, of, own, type Rule, rate, said } from './sight.ts';

/** Patients of insurance are no participants. */
const TREATED = /khám(?:,| và)? ?(?:chữa)? ?bệnh|kcb|nội trú|ngoại trú|điều trị/u;

/** What the words at the number settle. */
export const insuranceNear: readonly Rule[] = [
  {
    indicator: 'hi.cards',
    topic: 'health_insurance',
    when: all((s) => s.unit === 'card', not(own(/thẻ (?:hội viên|đoàn viên|atm|ngân hàng|căn cước|đảng)/u))),
  },
];

/** Health and social insurance. */
export const insuranceRules: readonly Rule[] = [
  { indicator: 'hi.cards', topic: 'health_insurance', when: all(of('health_insurance'), (s) => s.unit === 'card') },
  {
    indicator: 'hi.cards',
    topic: 'health_insurance',
    when: all(
      of('health_insurance'),
      counts,
      not(own(TREATED)),
      own(/cấp|mua|tặng|hỗ trợ|phát/u),
      not(own(/tham gia|có thẻ/u)),
    ),
  },
  { indicator: 'health.patients', topic: null, when: all(of('health_insurance'), counts, said(TREATED)) },
  { indicator: 'hi.participants', topic: 'health_insurance', when: all(of('health_insurance'), counts) },
  {
    indicator: 'hi.coverage_rate',
    topic: 'health_insurance',
    when: all(
      of('health_insurance'),
      rate,
      (s) => s.role !== 'achievement',
      not(own(/mức đóng|chi phí|phí mua|mệnh giá|kinh phí|mức hỗ trợ/u)),
    ),
  },
  { indicator: 'hi.cost', topic: 'health_insurance', when: all(of('health_insurance'), money) },
  {
    indicator: 'si.participants',
    topic: 'social_insurance',
    when: all(
      of('social_insurance'),
      counts,
      said(/tham gia|bhxh|bhtn|bảo hiểm/u),
      not((s) => /hưởng|chi trả|giải quyết|nhận|một lần|ốm đau|thai sản|hưu trí|lương hưu|tử tuất/u.test(s.lead)),
      not((s) => /^[^,;(]*(?:hưởng|nhận|chi trả)/u.test(s.tail)),
    ),
  },
  {
    indicator: 'si.coverage_rate',
    topic: 'social_insurance',
    when: all(
      of('social_insurance'),
      rate,
      (s) => s.role !== 'achievement',
      said(/tham gia|bao phủ|lực lượng lao động|lllđ|lao động trong độ tuổi/u),
    ),
  },
  {
    indicator: 'si.cost',
    topic: 'social_insurance',
    when: all(of('social_insurance'), money, not(own(/quỹ[^,;.]{0,40}(?:có|còn|kết dư)\s|nợ/u))),
  },
];
