import { quick } from '../../text/quick.ts';
import { all, money, of, own, type Rule, rate, said } from './sight.ts';

const MANY_GROUPS = 4;
const TOTAL = quick(/(?<!\p{L})tổng (?:kinh phí|nguồn lực)(?:\s+(?:hỗ trợ|thực hiện|là|trên|hơn|gần|khoảng))*\s*$/u);
/** "triển khai trên 1.000 tỷ đồng thực hiện các chính sách an sinh xã hội" */
const CARRIES_OUT =
  /^\s*(?:để )?thực hiện (?:các |đầy đủ các |tốt các )?(?:chế độ, )?(?:chính sách|chế độ) (?:an sinh|xã hội|giảm nghèo|bảo đảm)/u;

/** "Tổng vốn giao 5 năm …, trong đó NSTW …, vốn vay …": a loan among the sources makes no lending of it. */
const ALLOTTED = quick(/(?<!\p{L})tổng (?:số )?(?:nguồn )?vốn(?: đầu tư)?(?: được)? (?:giao|phân bổ|bố trí)(?!\p{L})/u);
const LENDS = quick(/(?<!\p{L})(?:cho vay|vay vốn|dư nợ|doanh số|thu nợ|tín dụng|ngân hàng)(?!\p{L})/u);

/** What the words at the number settle. */
export const budgetNear: readonly Rule[] = [
  // Money for so many groups at once is of no one policy.
  {
    indicator: 'budget.total',
    topic: 'other',
    when: all(
      money,
      (s) =>
        s.subjects.length >= MANY_GROUPS && TOTAL.test(s.lead) && !/(?<!\p{L})(?:quà|suất)(?!\p{L})/u.test(s.sentence),
    ),
  },
  {
    indicator: 'budget.total',
    topic: 'poverty_reduction',
    when: all(of('preferential_credit'), money, (s) => ALLOTTED.test(s.sentence) && !LENDS.test(s.sentence)),
  },
  {
    indicator: 'budget.total',
    topic: null,
    when: all(of('poverty_reduction', 'other', 'social_protection'), money, (s) => CARRIES_OUT.test(s.tail)),
  },
  {
    indicator: 'budget.total',
    topic: null,
    when: all(
      rate,
      of('poverty_reduction', 'other', 'production_support'),
      (s) => s.role === 'achievement',
      own(/kế hoạch vốn|giải ngân/u),
    ),
  },
];

/** Money of a whole programme. */
export const budgetRules: readonly Rule[] = [
  {
    indicator: 'budget.total',
    topic: null,
    when: all(
      of('poverty_reduction', 'other'),
      money,
      (s) => !/^(?:household|person)/.test(s.head?.unit ?? ''),
      said(
        /ngân sách|kinh phí|nguồn (?:lực|vốn)|bố trí|phân bổ|giải ngân|vốn (?:chương trình|đầu tư|sự nghiệp|giao)|tổng (?:số )?(?:vốn|tiền|kinh phí)/u,
      ),
    ),
  },
];
