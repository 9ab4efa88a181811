import { all, counts, money, of, type Rule, said } from './sight.ts';

/** Money of the bank that nobody was lent: debts collected or overdue, interest, savings, its own funds. */
const NOT_LENT =
  /quỹ[^,;.]{0,60}(?:quản lý|đạt|hiện có|tăng trưởng)|lãi suất|mức (?:cho )?vay|vay tối đa|không vượt quá|tổ tiết kiệm(?! và vay)[^;.]*(?:số tiền|tiết kiệm)|thu (?:hồi )?(?:nợ|lãi)|nợ (?:quá hạn|xấu|khoanh|đến hạn)|lãi tồn|tiền gửi|huy động|gửi tiết kiệm|tổng nguồn vốn(?! cho vay| vay)|nguồn vốn (?:hoạt động|huy động|ủy thác|nhận ủy thác|ngân sách)|ủy thác (?:sang|chuyển)/u;
/** "dư nợ …, trong đó: hộ nghèo 1.460 triệu đồng; hộ cận nghèo …": the last such word tells what a list lists. */
const LISTED_LOANS =
  /(dư nợ|doanh số cho vay|giải ngân|thu nợ|nợ quá hạn)(?:(?!dư nợ|doanh số|giải ngân|thu nợ|nợ quá hạn)[\s\S])*(?::|trong đó|trong số (?:này|đó)|gồm)(?:(?!dư nợ|doanh số|giải ngân|thu nợ|nợ quá hạn|số tiền)[\s\S])*$/u;

/** What the words at the number settle. */
export const creditNear: readonly Rule[] = [
  {
    indicator: 'credit.outstanding',
    topic: 'preferential_credit',
    when: all(
      money,
      said(/dư nợ/u),
      of(
        'preferential_credit',
        'employment',
        'water_sanitation',
        'education_support',
        'poverty_reduction',
        'production_support',
        'housing_support',
      ),
    ),
  },
];

/** Loans of the policy bank. */
export const creditRules: readonly Rule[] = [
  {
    indicator: 'credit.outstanding',
    topic: 'preferential_credit',
    when: all(of('preferential_credit'), money, (s) => LISTED_LOANS.exec(s.sentence)?.[1] === 'dư nợ'),
  },
  {
    indicator: null,
    topic: 'preferential_credit',
    when: all(
      of('preferential_credit'),
      money,
      (s) =>
        NOT_LENT.test(s.own) ||
        (LISTED_LOANS.test(s.sentence) && !/cho vay|giải ngân/u.test(LISTED_LOANS.exec(s.sentence)?.[1] ?? '')),
    ),
  },
  { indicator: 'credit.borrowers', topic: 'preferential_credit', when: all(of('preferential_credit'), counts) },
  { indicator: 'credit.disbursed', topic: 'preferential_credit', when: all(of('preferential_credit'), money) },
];
