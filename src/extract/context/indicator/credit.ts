import { quick } from '../../text/quick.ts';
import { all, counts, money, nearer, of, type Rule, type Sight, said } from './sight.ts';

/** Money of the bank that nobody was lent: debts collected or overdue, interest, savings, its own funds. */
const NOT_LENT =
  /quỹ[^,;.]{0,60}(?:quản lý|đạt|hiện có|tăng trưởng)|lãi suất|mức (?:cho )?vay|vay tối đa|không vượt quá|tổ tiết kiệm(?! và vay)[^;.]*(?:số tiền|tiết kiệm)|(?:thu(?: hồi)?|trả) (?:nợ|lãi)|nợ (?:quá hạn|xấu|khoanh|đến hạn)|lãi tồn|tiền gửi|huy động|gửi tiết kiệm|tổng nguồn vốn(?! cho vay| vay)|vốn điều lệ|số dư(?! nợ)|nguồn vốn (?:hoạt động|huy động|ủy thác|nhận ủy thác|ngân sách)|vốn (?:nhận )?ủy thác|ủy thác[^,;.]{0,40} (?:sang|chuyển)/u;
/** "dư nợ …, trong đó: hộ nghèo 1.460 triệu đồng; hộ cận nghèo …": the last such word tells what a list lists. */
const LISTED_LOANS =
  /(dư nợ|doanh số cho vay|giải ngân|thu nợ|nợ quá hạn)(?:(?!dư nợ|doanh số|giải ngân|thu nợ|nợ quá hạn)[\s\S])*(?::|trong đó|trong số (?:này|đó)|gồm)(?:(?!dư nợ|doanh số|giải ngân|thu nợ|nợ quá hạn|(?<!vốn(?: \p{L}+,?){1,6} )số tiền)[\s\S])*$/u;

/** Debts outstanding, not those overdue: the last that is named. */
const OUTSTANDING = nearer(
  /dư nợ(?! (?:quá hạn|xấu))/u,
  /nợ (?:quá hạn|xấu|khoanh|đến hạn|đọng)|(?:thu|trả)(?: hồi)? nợ/u,
);
/** Clients who were found at fault or pay back, who would borrow, and members of a body: nobody was lent to by this number. */
const NO_BORROWER =
  /trả nợ|tất toán|sai mục đích|chây ỳ|bỏ trốn|chưa (?:thực hiện )?(?:đối chiếu|kiểm tra)|nợ (?:quá hạn|xấu)|(?:có nhu cầu|đề nghị|đăng ký|đủ điều kiện)(?: được)? vay|bị (?:chiếm dụng|xâm tiêu)/u;
const MEMBERS = /^\s*(?:thành viên|hội viên|tổ viên|đoàn viên|cán bộ)(?![^,;.]*vay)/u;
const GIVES_TO = quick(/(?<!\p{L})(?:cho|giúp|tới|hỗ trợ)(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u);
const BAD_DEBT = nearer(/nợ (?:quá hạn|xấu)|(?:thu|trả)(?: hồi)? nợ/u, /dư nợ|cho vay|giải ngân|được vay|vay vốn/u);
/** "…, giúp 1.784 chị có cuộc sống ổn định": what loans brought. */
const BROUGHT =
  /^\s*(?:hội viên|chị|hộ|người|lao động|gia đình)[^,;.]{0,24}(?<!\p{L})(?:có cuộc sống|ổn định|cải thiện|vươn lên|có thu nhập|khá|có điều kiện)(?![^,;.]*vay)/u;
const HELPS = quick(/(?<!\p{L})giúp(?:\s+(?:cho|được|trên|hơn|gần|khoảng))*\s*$/u);
const noBorrower = (s: Sight) =>
  (HELPS.test(s.before) && BROUGHT.test(s.tail)) ||
  NO_BORROWER.test(s.own) ||
  (MEMBERS.test(s.tail) && !GIVES_TO.test(s.before)) ||
  (s.unit === 'case' && BAD_DEBT(s.before));

/** What a fund has, where it has it from, and what it was entrusted with: "Quỹ hỗ trợ nông dân có 57 tỷ đồng, trong đó 8 tỷ đồng do Trung ương cấp". */
const CAPITAL = quick(/(?<!\p{L})quỹ(?!\p{L})/u);
const LENDS = quick(/(?<!\p{L})(?:vay|giải ngân|dư nợ|tín chấp|từ (?:nguồn )?(?:vốn )?(?:của )?quỹ)(?!\p{L})/u);
const COMES_FROM = /^\s*(?:do|từ)\s[^,;.\d]{0,60}(?:cấp|vận động|chuyển|ủy thác|đóng góp|huy động|bổ sung)(?!\p{L})/u;
const ENTRUSTED = /ủy thác(?:\s+(?:được|trên|hơn|gần|khoảng))*\s*$/u;
/** A further sum of what was not lent, or its change: "…, cấp huyện 1,5 tỷ đồng", "giảm 173 triệu đồng". */
const goesOn = (s: Sight) => {
  const before = s.earlier.find(({ unit }) => unit === s.unit);
  return before?.topic === 'preferential_credit' && before.indicator === null && !LENDS.test(s.before.slice(-40));
};
const capital = (s: Sight) =>
  (CAPITAL.test(s.lead) && !LENDS.test(s.own)) ||
  COMES_FROM.test(s.tail) ||
  ENTRUSTED.test(s.lead) ||
  (goesOn(s) && (s.role === 'change' || !/cho vay/u.test(s.sentence)));

/** What came back is not what was lent. */
const COLLECTED = quick(/(?<!\p{L})thu hồi(?: được)?(?: vốn| nợ)?(?:\s+(?:được|trên|hơn|gần|khoảng))*\s*$/u);

/** "các tổ vay vốn tiết kiệm hơn 640 triệu đồng" */
const SAVED = quick(/(?<!\p{L}|tổ |nhóm )tiết kiệm(?:\s+(?:được|là|đạt|trên|hơn|gần|khoảng))*\s*$/u);

/** What the words at the number settle. */
export const creditNear: readonly Rule[] = [
  {
    indicator: null,
    topic: 'preferential_credit',
    when: all(money, of('preferential_credit'), (s) => COLLECTED.test(s.lead) || SAVED.test(s.lead)),
  },
  {
    indicator: null,
    topic: 'preferential_credit',
    when: all(of('preferential_credit'), money, (s) => s.role === 'change' && goesOn(s)),
  },
  {
    indicator: 'credit.outstanding',
    topic: 'preferential_credit',
    when: all(
      money,
      (s) => OUTSTANDING(s.before) || (said(/dư nợ/u)(s) && !NOT_LENT.test(s.own)),
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
        (s.head?.indicator === null && BAD_DEBT(s.before)) ||
        capital(s) ||
        (LISTED_LOANS.test(s.sentence) && !/cho vay|giải ngân/u.test(LISTED_LOANS.exec(s.sentence)?.[1] ?? '')),
    ),
  },
  { indicator: null, topic: 'preferential_credit', when: all(of('preferential_credit'), counts, noBorrower) },
  { indicator: 'credit.borrowers', topic: 'preferential_credit', when: all(of('preferential_credit'), counts) },
  { indicator: 'credit.disbursed', topic: 'preferential_credit', when: all(of('preferential_credit'), money) },
];
