import { all, money, of, own, type Rule, rate, said } from './sight.ts';

/** What the words at the number settle. */
export const budgetNear: readonly Rule[] = [
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
