import { quick } from '../../text/quick.ts';
import { all, counts, granted, money, nearer, not, of, own, type Rule, type Sight, said } from './sight.ts';

/** Money asked for and given to a fund; what was then done with it is something else. */
const RAISES = nearer(
  quick(/(?<!\p{L})(?:vận động|huy động|quyên góp|ủng hộ|đóng góp|tiếp nhận)(?!\p{L})/u),
  quick(
    /(?<!\p{L})(?:xây|sửa chữa|hỗ trợ|tặng|trao|cho vay|giúp|cấp|thăm|chi|trợ cấp|khám|làm|tu sửa|quà(?! trị giá)|phần quà|suất quà|nguồn lực|vốn|tiền gửi|trích|phân bổ|phát)(?!\p{L})/u,
  ),
);
/** "Tổng vốn huy động": what a programme is paid from, and parts of it. */
const FINANCED = /(?:vốn|nguồn lực|kinh phí)(?:\s+\p{L}+){0,2}\s+huy động/u;
const PART = /^[\s,(]*(?:trong đó|gồm|bao gồm)/u;
/** Money taken in after a disaster is what is then given: relief. */
const TAKES_IN = nearer(
  quick(/(?<!\p{L})tiếp nhận(?!\p{L})/u),
  quick(/(?<!\p{L})(?:vận động|huy động|quyên góp|ủng hộ|đóng góp|quỹ)(?!\p{L})/u),
);
const raised = (s: Sight) =>
  RAISES(s.lead) &&
  !(s.topic === 'emergency_relief' && TAKES_IN(s.lead)) &&
  !FINANCED.test(s.lead) &&
  !/đối ứng/u.test(s.lead + s.tail) &&
  !(PART.test(s.lead) && s.earlier[0]?.unit === 'VND' && s.earlier[0].indicator !== 'fund.raised') &&
  (s.head === null || s.head.indicator === null || s.head.indicator === 'fund.raised');
/** "từ nguồn quỹ vận động …, tặng quà với số tiền 500 triệu đồng": the last that was done. */
const GIVES = nearer(
  quick(/(?<!\p{L})(?:quà|thăm hỏi|trao tặng|sổ tiết kiệm)(?!\p{L})/u),
  quick(/(?<!\p{L})(?:vận động|huy động|quyên góp|ủng hộ|đóng góp|tiền và quà)(?!\p{L})/u),
);
/** "Tổng kinh phí chương trình … là", "tổng giá trị hoạt động đạt": of all that was done. */
const WHOLE =
  /tổng (?:kinh phí|giá trị|số tiền|trị giá)(?: của)?(?: (?:các|toàn bộ))? (?:chương trình|hoạt động|phong trào|đợt)(?!\p{L})[^;:]*$/u;
const GIVEN = new Set(['gift.count', 'gift.recipients', 'house.built', 'edu.recipients']);

/** Gifts reached those named between the word and the number, or those counted "nhận quà". */
const GIFTED = quick(
  /(?<!\p{L})(?:quà|thăm hỏi|mừng thọ|chúc thọ)(?:(?!(?<!\p{L})(?:cấp|khám|xây|sửa|hỗ trợ|vay|đào tạo|trợ cấp|miễn|giải quyết|học bổng|trị giá))[^;.:\d]){0,70}$/u,
);
/** Gifts for those whom a disaster struck are relief. */
const STRUCK = /(?:do|bởi|vì|của|bị|vùng)\s[^,;.]{0,24}(?:mưa|bão|lũ|lụt|thiên tai|hạn hán|hỏa hoạn|lốc)|vùng lũ/u;
const struck = ({ tail, topic, kind }: Sight) =>
  kind === 'count' && STRUCK.test(tail) && (topic === 'emergency_relief' || topic === 'gifts_and_donations');
/** "trích 34 tỷ đồng tặng quà …" */
const FOR_GIFTS =
  /^\s*(?:để\s+|nhằm\s+|thực hiện\s+)*(?:thăm(?: hỏi)?,?\s+)?(?:tặng|trao tặng|trao|chi)(?:\s+\p{L}+)?\s+quà(?!\p{L})/u;
/** "tặng quà người có công và gia đình chính sách với tổng kinh phí 300 triệu đồng" */
const COST_OF_GIFTS = quick(
  /(?<!\p{L})(?:(?:suất|phần|tặng|trao|chi|tiền) quà|quà tặng)(?:(?!(?<!\p{L})(?:khám|xây|sửa|hỗ trợ|vay|đào tạo|trợ cấp|miễn|giải quyết|học bổng|vận động|ủng hộ)(?!\p{L}))(?:[^;.:\d]|(?<=năm )\d{4})){0,200}$/u,
);
/** "trao số tiền 13 triệu đồng cho gia đình mẹ Việt Nam anh hùng" */
const HANDED = quick(/(?<!\p{L})(?:trao|tặng)(?:\s+(?:tặng|số|tiền|tiền mặt|hơn|gần|trên|khoảng))*\s*$/u);
/** Gifts are spoken of: help of other kinds is not counted as gifts. */
const OF_GIFTS = quick(
  /(?<!\p{L})(?:quà|tặng|trao|tết|thọ|phần|suất|từ thiện|áo ấm|nhu yếu phẩm|xe (?:đạp|lăn)|nhận)(?!\p{L})/u,
);
/** "tặng quà cho 210 người có công, hỗ trợ 340 hộ": another deed than the gifts before it. */
const HELPED_BESIDE = quick(
  /(?<!\p{L})(?:quà|tặng|trao)(?!\p{L})[^;.]*\d[^;.]*,\s*(?:đã\s+)?(?:hỗ trợ|trợ giúp|giúp đỡ|trợ cấp|cứu trợ)(?:\s+(?:cho|hơn|gần|trên|khoảng|thêm))*\s*$/u,
);
const FOR_TET = /^[^,;.\d]{0,60}(?<!\p{L})tết(?!\p{L})/u;
/** "trao xe đạp, áo ấm, con giống cho 210 người": goods of many kinds are gifts. */
const GOODS = 'xe đạp|xe lăn|chăn|áo ấm|quần áo|sách vở|học bổng|con giống|bò giống|gạo|mì|nhu yếu phẩm|đồ dùng';
const MANY_GOODS = quick(
  new RegExp(
    `(?<!\\p{L})(?:trao|tặng|cấp phát)(?!\\p{L})[^;:\\d]*(?:${GOODS})[^;:\\d]*(?:,|và)[^;:\\d]*(?:${GOODS})[^;:\\d]*(?<!\\p{L})cho(?:\\s+(?:hơn|gần|trên|khoảng))*\\s*$`,
    'u',
  ),
);
const RECEIVE =
  /^(?:(?!hỗ trợ|trợ cấp)(?:[^;.:]|\.(?=\d))){0,110}?(?<!\p{L})(?:nhận|tặng)(?:\s+\p{L}+){0,2}?\s+quà(?!\p{L})/u;

/** "Quỹ đã chi 2,4 tỷ đồng" */
const SPENT = quick(
  /(?<!\p{L})(?:đã|cũng|sẽ)\s+(?:đã\s+)?chi(?: ra| hỗ trợ)?(?:\s+(?:hơn|gần|trên|khoảng|tổng cộng))*\s*$/u,
);

/** "Tổng kinh phí chăm lo Tết": gifts and visits of all kinds. */
const TET_CARE = quick(/(?<!\p{L})chăm lo(?:\s+(?!vay|nhà)\p{L}+){0,5}\s+tết(?!\p{L})/u);
const careForTet = ({ before, rest, sentence, earlier }: Sight): boolean =>
  (TET_CARE.test(before) || TET_CARE.test(rest.slice(0, 48)) || (earlier.length > 0 && TET_CARE.test(sentence))) &&
  !/(?<!\p{L})(?:vay|thưởng|lương|vận động|ủng hộ)(?!\p{L})/u.test(before);
/** "thăm, tặng quà Tết cho đồng bào … với số tiền 18 tỷ đồng" */
const WORTH_OF_TET_GIFTS = quick(
  /(?<!\p{L})(?:tặng|trao|thăm)(?!\p{L})[^;.:]{0,24}quà tết(?!\p{L})[^;:]{0,240}(?:với|tổng) (?:tổng )?(?:số tiền|trị giá|kinh phí|giá trị)(?:\s+(?:là|hơn|trên|gần|khoảng))*\s*$/u,
);
/** "tặng quà cho 40 đơn vị và 5.200 lượt đối tượng" */
const GIFTED_BESIDE = quick(
  /(?<!\p{L})quà cho(?:\s+(?:hơn|trên|gần|khoảng))*\s+[\d.,]+ (?:đơn vị|tổ chức|tập thể|cơ sở|trung tâm|xã|thôn)[^,;.\d]{0,24}(?:,|và)\s*$/u,
);

/** "12 đoàn đi thăm, tặng quà cho 640 người" */
const GIFTED_BY_CALLERS = quick(
  /(?<!\p{L})đoàn(?!\p{L})[^;.\d]{0,60}(?<!\p{L})quà[^;.\d]{0,16}(?<!\p{L})cho(?:\s+(?:hơn|trên|gần|khoảng))*\s*$/u,
);
/** "12 đoàn lãnh đạo đi thăm, tặng quà" */
const isDelegation = ({ unit, tail }: Sight): boolean => unit === 'item' && /^\s*đoàn(?!\p{L})/u.test(tail);
const CALLS = /^\s*đoàn(?!\p{L})[^;]{0,120}(?<!\p{L})(?:thăm|tặng|chúc tết|chúc mừng)(?!\p{L})/u;

/** "1.150 suất quà cho …, với tổng nguồn kinh phí là gần 460 triệu đồng" */
const IN_ALL = quick(
  /(?<!\p{L})với tổng (?:nguồn )?(?:kinh phí|số tiền|trị giá|giá trị)(?:\s+(?:là|trên|hơn|gần|khoảng))*\s*$/u,
);

/** What the words at the number settle. */
export const giftsNear: readonly Rule[] = [
  {
    indicator: 'gift.value',
    topic: 'gifts_and_donations',
    when: all(money, (s) => careForTet(s) || WORTH_OF_TET_GIFTS.test(s.before)),
  },
  {
    indicator: 'gift.recipients',
    topic: 'gifts_and_donations',
    when: all(counts, (s) => GIFTED_BESIDE.test(s.before) || GIFTED_BY_CALLERS.test(s.before)),
  },
  {
    indicator: 'gift.value',
    topic: 'gifts_and_donations',
    when: all(money, (s) => s.earlier[0]?.indicator === 'gift.count' && IN_ALL.test(s.before)),
  },
  { indicator: null, topic: 'gifts_and_donations', when: (s) => isDelegation(s) && CALLS.test(s.rest) },
  {
    indicator: 'fund.raised',
    topic: 'gifts_and_donations',
    when: all(
      (s) => s.kind === 'percentage',
      own(
        /vận động[^;.]*(?<!\p{L})quỹ(?!\p{L})[^;.\d]*(?:\d{4})?[^;.\d]*đạt|(?<!\p{L})quỹ(?!\p{L})[^;.\d]*vận động[^;.\d]*đạt/u,
      ),
      (s) => /(?<!\p{L})đạt(?:\s+(?:hơn|gần|trên|khoảng))*\s*$/u.test(s.lead),
    ),
  },
  {
    indicator: 'fund.raised',
    topic: 'gifts_and_donations',
    when: all(money, raised, not(of('preferential_credit', 'infrastructure', 'social_insurance'))),
  },
  { indicator: 'gift.value', topic: 'gifts_and_donations', when: all(money, (s) => FOR_GIFTS.test(s.rest)) },
  {
    indicator: 'gift.value',
    topic: 'gifts_and_donations',
    when: all(
      money,
      of('merit_policy', 'social_protection', 'child_protection', 'poverty_reduction'),
      (s) =>
        COST_OF_GIFTS.test(s.lead) ||
        HANDED.test(s.lead) ||
        s.head?.indicator === 'gift.recipients' ||
        /^\s*(?:tiền\s+)?quà(?!\p{L})/u.test(s.tail),
    ),
  },
  { indicator: 'gift.recipients', topic: 'gifts_and_donations', when: all(counts, (s) => MANY_GOODS.test(s.lead)) },
  {
    indicator: 'gift.value',
    topic: 'gifts_and_donations',
    when: all(
      money,
      of('production_support', 'food_support', 'education_support'),
      (s) => s.head?.indicator === 'gift.recipients',
    ),
  },
  { indicator: 'relief.recipients', topic: 'emergency_relief', when: all(counts, struck, granted) },
  {
    indicator: 'relief.recipients',
    topic: 'emergency_relief',
    when: all(
      counts,
      of('gifts_and_donations', 'poverty_reduction', 'merit_policy'),
      (s) => HELPED_BESIDE.test(s.before) && FOR_TET.test(s.tail),
    ),
  },
  {
    indicator: 'gift.recipients',
    topic: 'gifts_and_donations',
    when: all(
      counts,
      of(
        'merit_policy',
        'social_protection',
        'gifts_and_donations',
        'other',
        'emergency_relief',
        'child_protection',
        'poverty_reduction',
        'social_insurance',
      ),
      (s) => GIFTED.test(s.lead) || RECEIVE.test(s.rest),
    ),
  },
  {
    indicator: 'fund.raised',
    topic: 'gifts_and_donations',
    when: all(
      money,
      of('merit_policy', 'gifts_and_donations'),
      (s) => !GIVEN.has(s.head?.indicator ?? '') && !SPENT.test(s.lead),
      own(
        /quỹ[^.;,]*(?:vận động|huy động|quyên góp|ủng hộ|thu|đóng góp)|(?:vận động|huy động|quyên góp|ủng hộ|thu|đóng góp)[^.;,]*quỹ/u,
      ),
    ),
  },
];

/** Gifts, and funds raised. */
export const giftsRules: readonly Rule[] = [
  {
    indicator: 'gift.count',
    topic: 'gifts_and_donations',
    when: all((s) => s.unit === 'gift'),
  },
  {
    indicator: 'fund.raised',
    topic: 'gifts_and_donations',
    when: all(
      of('gifts_and_donations', 'merit_policy', 'other'),
      money,
      said(/vận động|ủng hộ|quyên góp|đóng góp|quỹ|tiếp nhận được|huy động|thu được/u),
      not(own(/trị giá|suất quà|phần quà/u)),
      (s) => !SPENT.test(s.lead),
      (s) => s.head?.indicator !== 'gift.count' && s.head?.indicator !== 'gift.recipients' && !GIVES(s.lead),
    ),
  },
  {
    indicator: 'relief.cost',
    topic: 'emergency_relief',
    when: all(of('gifts_and_donations'), money, (s) => s.head?.indicator === 'relief.recipients'),
  },
  {
    indicator: 'budget.total',
    topic: null,
    when: all(of('gifts_and_donations'), money, (s) => WHOLE.test(s.lead)),
  },
  // A fund spent so much, on what is not told.
  {
    indicator: null,
    topic: null,
    when: all(
      of('gifts_and_donations', 'child_protection'),
      money,
      (s) => SPENT.test(s.lead) && !OF_GIFTS.test(s.rest),
    ),
  },
  { indicator: 'gift.value', topic: 'gifts_and_donations', when: all(of('gifts_and_donations'), money) },
  {
    indicator: 'gift.recipients',
    topic: 'gifts_and_donations',
    when: all(
      of('gifts_and_donations'),
      counts,
      (s) => OF_GIFTS.test(s.statement) || OF_GIFTS.test(s.before),
      (s) => !HELPED_BESIDE.test(s.before),
    ),
  },
];
