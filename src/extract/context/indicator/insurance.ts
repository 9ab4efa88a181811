import { quick } from '../../text/quick.ts';
import { all, counts, money, nearer, not, of, own, type Rule, rate, type Sight, said, stated } from './sight.ts';

/** Patients of insurance are no participants. */
const TREATED = /khám(?:,| và)? ?(?:chữa)? ?bệnh|kcb|nội trú|ngoại trú|điều trị|viện phí/u;
/** Money owed to a fund, fined, collected or left in it: nobody was paid it. */
const OWED_WORDS = quick(
  /(?<!\p{L})(?:nợ|chậm đóng|chậm nộp|trốn đóng|truy thu|thu hồi|xử phạt|phạt|cưỡng chế|khấu trừ|kết dư|số dư|dư quỹ|chênh lệch thu\s*[-–]\s*chi|chênh lệch|tồn quỹ|số thu|tổng(?: số)? thu|đã thu|thu (?:được|bhxh|bhyt|bảo hiểm)|đóng vào|mức đóng|phải đóng)(?!\p{L})/u,
);
const OWED = nearer(OWED_WORDS, quick(/(?<!\p{L})(?:chi|trả|hưởng|trợ cấp|giải quyết|hỗ trợ|cấp)(?!\p{L})/u));
/** The words of a sentence before a number but those in brackets that have closed. */
const open = ({ sentence }: Sight) => sentence.replace(/\([^()]*\)/gu, ' ');
/** Those who pay in. */
const TAKE_PART =
  /tham gia|phát triển (?:mới|thêm|được)|(?:người|lao động|thành viên) đóng|diện bao phủ|độ bao phủ|mở rộng|vận động/u;
/** "Tổng số thu là …; số người tham gia là …": the nearer words tell. */
const OWED_NOT_COVERED = nearer(OWED_WORDS, TAKE_PART);
/** "BHXH bắt buộc là 239.011 người": the kind of insurance stands for those in it. */
const BY_KIND = quick(
  /(?<!(?:đóng|nộp|nợ|thu|chi|hưởng|trả|sổ) )(?:bhxh|bảo hiểm xã hội|bhtn|bảo hiểm thất nghiệp)(?: bắt buộc| tự nguyện)?\s*(?:là|:|đạt|có|được)?(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u,
);
const COVERAGE = /bhyt|bảo hiểm|bao phủ|độ phủ|tham gia|thẻ/u;
/** Of those covered, what they do is another matter. */
const ELSEWISE = /thể dục|thể thao|văn nghệ|dịch vụ|khám|tiêm/u;
const FEES = /mừng thọ|lãi suất|tiền lương|mức đóng|chi phí|phí mua|mệnh giá|kinh phí|mức hỗ trợ/u;
/** What the fund paid for treatment is no cost of the insurance. */
const PAID_BY_FUND =
  /quỹ(?: (?:bảo hiểm y tế|bhyt))?(?: đã)? (?:chi trả|thanh toán)|(?:chi trả|thanh toán)[^,;.]{0,24}(?:bệnh|kcb)|khám(?:,| và)? ?(?:chữa)? ?bệnh/u;
/** "đóng 1% quỹ tiền lương": what is paid in of a wage. */
const DUES = quick(/(?<!\p{L})(?:tiền lương|mức đóng|tiền công|thu nhập|phí)(?!\p{L})/u);
/** "19.418/21.392 người": those it is out of. */
const OUT_OF = /(?:\/|trên tổng số|trong tổng số)\s*$/u;

/** "giảm đóng quỹ tai nạn lao động cho 1.200 đơn vị" */
const REMITTED = nearer(
  quick(/(?<!\p{L})(?:giảm|miễn|hoãn|tạm dừng|tạm hoãn|lùi)(?: mức| thời gian)? đóng(?!\p{L})/u),
  quick(/(?<!\p{L})(?:chi trả|chi|trợ cấp|hỗ trợ|giải quyết|vay|tham gia|trao|tặng)(?!\p{L})/u),
);
const OBLIGED = quick(/(?<!\p{L})(?:phải|chậm|trốn|chưa) (?:tham gia |đóng |nộp )+(?:bhxh|bhyt|bhtn|bảo hiểm)[^;.]*$/u);
/** "…, Trường Trung học A hơn 211 triệu đồng" among those in arrears. */
const IN_ARREARS = quick(/(?<!\p{L})(?:nợ|chậm đóng|chậm nộp)(?!\p{L})/u);
const DEBTOR =
  /^[\s,;]*(?:và\s+|gồm\s+)?(?:công ty|trường|bệnh viện|doanh nghiệp|hợp tác xã|trung tâm|nhà máy|xí nghiệp|chi nhánh|tổng công ty)(?!\p{L})[^;:.]{0,90}$/u;
/** "2.100 người nghèo được tặng thẻ BHYT" */
const GIVEN_CARDS =
  /^(?:(?!được|hưởng)[^;.\d]){0,90}?(?<!\p{L})được (?:nhà nước )?(?:cấp|tặng|mua|hỗ trợ(?: mua)?)(?: [^,;.\d]{0,16})? thẻ (?:bhyt|bảo hiểm y tế)/u;
/** "180 nghìn lượt người khám chữa bệnh BHYT" */
const INSURED_PATIENTS =
  /^\s*(?:lượt\s+)?(?:người|bệnh nhân|lượt)?[^,;.]{0,16}(?:khám(?:,| và)? ?(?:chữa)? ?bệnh|kcb|điều trị)[^,;.]{0,24}(?:bhyt|bảo hiểm y tế)/u;
/** What insurance takes in is no cost of it. */
const TAKEN_IN = quick(
  /(?<!\p{L})(?:số thu|tổng thu|thu (?:được|bhyt|bảo hiểm)|nợ|chậm đóng|truy thu)(?!\p{L})(?:[^,;.]|[.,]\d)*$/u,
);
/** "Số nợ chỉ chiếm 5,6% (87.477 triệu đồng)": the brackets say again what stands before them. */
const BRACKETED = /^\s*\(\s*$/u;
/** "100% người khuyết tật nặng được trợ cấp hàng tháng và cấp thẻ BHYT" */
const ALLOWANCES_AND_CARDS =
  /^(?=[^;.]*trợ cấp(?! thất nghiệp))(?=[^;.]*(?:thẻ|bhyt|bảo hiểm y tế))[^;.\d]{0,60}(?:khuyết tật|cao tuổi|nct|nkt|bảo trợ|trẻ|đối tượng)/u;
/** "2,1 triệu học sinh với 4 triệu lượt khám chữa bệnh" */
const TREATMENTS = /^[^,;.]{0,40}(?:\/|với|có)\s*(?:số\s+)?(?:[\d.,]+\s*(?:triệu|nghìn)?\s*)?lượt (?:khám|điều trị)/u;

/** "số người tham gia BHXH, BHYT (toàn tỉnh) là": one number for both. */
const BOTH = /tham gia (?:đóng )?(?:bhxh|bảo hiểm xã hội)(?: \(bhxh\))?(?:,| và) (?:bhyt|bảo hiểm y tế)(?!\p{L})/u;

/** What the words at the number settle. */
/** "(năm 2017 tỷ lệ tham gia BHYT đạt 73,84%": named right before the number, whatever the sentence is about. */
const COVERED =
  /t[ỷỉ] lệ (?:(?:người|hộ|dân|dân số|người dân|hộ gia đình) )?(?:(?:có |được )?(?:tham gia|bao phủ|phủ) )(?:thẻ )?(?:bhyt|bảo hiểm y tế)(?: toàn dân)?(?:[^,;.\d]{0,32})$/u;

export const insuranceNear: readonly Rule[] = [
  {
    indicator: 'hi.coverage_rate',
    topic: 'health_insurance',
    when: all(rate, (s) => COVERED.test(s.lead) && s.role !== 'achievement' && s.role !== 'change'),
  },
  // Who must pay in, what is remitted and whom it spares, a debtor's arrears.
  {
    indicator: null,
    topic: 'social_insurance',
    when: all(
      (s) => s.kind === 'count' || s.kind === 'money',
      of(
        'social_insurance',
        'emergency_relief',
        'labour_safety',
        'employment',
        'education_support',
        'healthcare',
        'other',
      ),
      (s) =>
        REMITTED(s.before) ||
        OBLIGED.test(s.lead) ||
        (s.kind === 'money' && DEBTOR.test(s.lead) && IN_ARREARS.test(s.sentence)),
    ),
  },
  {
    indicator: 'hi.cards',
    topic: 'health_insurance',
    when: all(counts, (s) => GIVEN_CARDS.test(s.rest)),
  },
  {
    indicator: 'health.patients',
    topic: 'health_insurance',
    when: all(of('social_insurance', 'healthcare', 'health_insurance'), counts, (s) => INSURED_PATIENTS.test(s.tail)),
  },
  // Pupils and others whose treatment the fund paid.
  {
    indicator: 'health.patients',
    topic: 'health_insurance',
    when: all(
      of('health_insurance', 'education_support'),
      counts,
      (s) => /bhyt|bảo hiểm/u.test(s.sentence + s.rest) && TREATMENTS.test(s.rest),
    ),
  },
  // Allowances and cards in one share: neither's coverage.
  {
    indicator: null,
    topic: 'social_protection',
    when: all(rate, (s) => ALLOWANCES_AND_CARDS.test(s.rest) && s.role !== 'change'),
  },
  // Of social and health insurance together: neither's participants.
  {
    indicator: null,
    topic: 'social_insurance',
    when: all(of('social_insurance', 'health_insurance'), counts, (s) => BOTH.test(s.lead) || BOTH.test(s.rest)),
  },
  {
    indicator: 'si.coverage_rate',
    topic: 'social_insurance',
    when: all(
      rate,
      own(/lực lượng lao động|lao động trong độ tuổi/u),
      (s) => /bhxh|bảo hiểm xã hội/u.test(s.sentence),
      (s) => s.role !== 'change',
    ),
  },
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
  {
    indicator: 'health.patients',
    topic: 'healthcare',
    when: all(
      of('health_insurance'),
      counts,
      own(TREATED),
      not(stated(/(?:bệnh|kcb|trị)[^;.]{0,16}(?:bhyt|bảo hiểm)/u)),
      not(own(/bhyt|bảo hiểm/u)),
      (s) => /(?:hỗ trợ|miễn)[^;]*$/u.test(s.lead),
    ),
  },
  { indicator: 'health.patients', topic: null, when: all(of('health_insurance'), counts, said(TREATED)) },
  {
    indicator: null,
    topic: null,
    when: all(of('health_insurance'), money, (s) => TREATED.test(s.own) || PAID_BY_FUND.test(s.lead)),
  },
  {
    indicator: null,
    topic: null,
    when: all(of('health_insurance'), money, (s) => s.head?.indicator === 'health.patients'),
  },
  {
    indicator: null,
    topic: null,
    when: all(of('health_insurance', 'social_insurance'), counts, (s) => OUT_OF.test(s.before)),
  },
  { indicator: 'hi.participants', topic: 'health_insurance', when: all(of('health_insurance'), counts) },
  {
    indicator: 'hi.coverage_rate',
    topic: 'health_insurance',
    when: all(
      of('health_insurance'),
      rate,
      (s) => s.role !== 'achievement',
      (s) => !TAKEN_IN.test(s.role === 'change' ? s.before : s.lead),
      (s) => !FEES.test(s.own) && !(ELSEWISE.test(s.own) && !COVERAGE.test(s.own)),
      (s) => COVERAGE.test(s.own) || COVERAGE.test(s.before) || s.head !== null,
    ),
  },
  {
    indicator: 'hi.cost',
    topic: 'health_insurance',
    when: all(of('health_insurance'), money, (s) => !TAKEN_IN.test(BRACKETED.test(s.lead) ? s.before : s.lead)),
  },
  {
    indicator: 'si.participants',
    topic: 'social_insurance',
    when: all(
      of('social_insurance'),
      counts,
      (s) => BY_KIND.test(s.lead) || (stated(TAKE_PART)(s) && !OWED_NOT_COVERED(open(s))),
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
      not(own(DUES)),
    ),
  },
  {
    indicator: 'si.cost',
    topic: 'social_insurance',
    when: all(of('social_insurance'), money, not(own(/quỹ[^,;.]{0,40}(?:có|còn|kết dư)\s/u)), (s) => !OWED(open(s))),
  },
];
