import { quick } from '../../text/quick.ts';
import { all, counts, granted, money, nearer, not, of, own, type Rule, type Sight, stated } from './sight.ts';

/** Grain for eating; seed is for sowing. */
const OF_RICE = /gạo(?!.*(?:giống|phân bón|muối|mì))/su;

/** The hungry are counted as the poor are; only those who were helped are recipients. */
const HUNGRY = quick(/(?<!\p{L})(?:thiếu (?:đói|ăn|lương thực)|đứt bữa)(?!\p{L})/u);
const HELPED = quick(/(?<!\p{L})(?:cho|cứu (?:đói|trợ)|hỗ trợ|trợ (?:giúp|cấp)|cấp|phát|nhận|được)(?!\p{L})/u);
/** Those whom a disaster struck, at the money they got: "hỗ trợ gia đình có người thiệt mạng 5 triệu đồng". */
const VICTIMS = quick(
  /(?<!\p{L})(?:nạn nhân (?:tử vong|thiệt mạng|bị nạn)|(?:bị|có) (?:người )?(?:bị )?(?:chết|thiệt mạng|tử vong|mất tích|thương)|(?:nhà|căn)(?: ở)?(?: bị)? (?:đổ )?(?:sập|trôi|cuốn trôi|tốc mái|ngập|hư hỏng|cháy)|(?:do|bởi|sau)(?: ảnh hưởng)?(?: của)? (?:mưa|bão|lũ|thiên tai|hỏa hoạn|lốc))(?!\p{L})/u,
);
const GIVEN_AS = quick(
  /(?<!\p{L})(?:quà|suất|phần|xây|sửa|dựng|vận động|ủng hộ|quyên góp|đóng góp|tiếp nhận|quỹ)(?!\p{L})/u,
);

/** What a storm cost is no relief: "tổng thiệt hại ước tính 150 tỷ đồng". */
const LOSS = nearer(
  quick(/(?<!\p{L})(?:thiệt hại|tổn thất)(?!\p{L})/u),
  quick(
    /(?<!\p{L})(?:hỗ trợ|cứu trợ|trợ (?:giúp|cấp)|cấp|chi|phân bổ|khắc phục|ủng hộ|quyên góp|tiếp nhận|trao|tặng|mức|số tiền)(?!\p{L})/u,
  ),
);

const SUMMED =
  /(?:tổng|ước(?: tính)?|giá trị|gây(?: ra)?)[^;.]*thiệt hại|thiệt hại[^;.]*(?<!\p{L})(?:ước(?: tính)?|trị giá|lên (?:tới|đến)|là|hơn|trên|gần|khoảng)\s*$/u;

/** "Kinh phí hỗ trợ Tết cho hộ nghèo, đối tượng bảo trợ xã hội" */
const TET_AID = nearer(
  quick(/(?<!\p{L})(?:(?:hỗ trợ|trợ cấp|tiền)(?: \p{L}+){0,2}? tết|trợ cấp (?:nhân )?dịp tết)(?!\p{L})/u),
  quick(/(?<!\p{L})(?:quà|thăm|xây|sửa|vay|mai táng|thẻ|học bổng|vận động|ủng hộ)(?!\p{L})/u),
);
/** A text about help for a storm, an epidemic or Tết: whom it counts and the money it names are that help's. */
const AIDED = quick(
  /(?<!\p{L})(?:hỗ trợ|trợ cấp|trợ giúp|cứu trợ|chi trả|kinh phí|số tiền|mức|chi|được nhận)(?!\p{L})/u,
);
const OTHER_AID = quick(
  /(?<!\p{L})(?:quà|thăm|tặng|mai táng|thẻ|bhyt|nhà|vay|học bổng|học phí|vận động|ủng hộ|quyên góp|tổng số hộ|số hộ)(?!\p{L})/u,
);
const ofOccasion = ({ occasion, topic, kind, sentence, statement, tail, lead, unit }: Sight): boolean =>
  occasion !== null &&
  (kind === 'money' || PEOPLE.has(unit)) &&
  AIDED.test(statement) &&
  !OTHER_AID.test(statement) &&
  !(occasion === 'tet' && /(?<!\p{L})quà(?!\p{L})/u.test(sentence)) &&
  !(
    topic === 'poverty_reduction' &&
    kind === 'count' &&
    (/nghèo/u.test(tail) || /nghèo/u.test(lead.split(':').at(-1) as string)) &&
    !/cho\s*$/u.test(lead)
  );
const PEOPLE: ReadonlySet<string> = new Set(['person', 'household', 'person_turn', 'household_turn', 'case']);

/** What the words at the number settle. */
export const reliefNear: readonly Rule[] = [
  {
    indicator: 'relief.recipients',
    topic: 'emergency_relief',
    when: all(
      counts,
      of('social_protection', 'merit_policy', 'poverty_reduction', 'population', 'gifts_and_donations', 'other'),
      (s) => TET_AID(s.before) && !/nghèo[^,;.]{0,60}(?:là|có|còn)\s*$/u.test(s.lead),
    ),
  },
  {
    indicator: 'relief.cost',
    topic: 'emergency_relief',
    when: all(
      money,
      of('social_protection', 'merit_policy', 'poverty_reduction', 'population', 'gifts_and_donations', 'other'),
      (s) => TET_AID(s.before),
    ),
  },
  {
    indicator: 'gift.value',
    topic: 'gifts_and_donations',
    when: all(
      money,
      (s) => s.earlier[0]?.indicator === 'gift.value' && s.earlier[0].unit === 'VND',
      (s) => /^[\s;(]*(?:nguồn|trợ cấp của|ngân sách|kinh phí)\s[^,.()]*$/u.test(s.lead) && s.lead.trim().length < 48,
    ),
  },
  {
    indicator: 'relief.recipients',
    topic: 'emergency_relief',
    when: all(counts, of('social_protection', 'merit_policy', 'poverty_reduction', 'population', 'other'), ofOccasion),
  },
  {
    indicator: 'relief.cost',
    topic: 'emergency_relief',
    when: all(money, of('social_protection', 'merit_policy', 'poverty_reduction', 'population', 'other'), ofOccasion),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(counts, stated(HUNGRY), (s) => !HELPED.test(s.before)),
  },
  {
    indicator: 'relief.cost',
    topic: 'emergency_relief',
    when: all(
      money,
      of('gifts_and_donations', 'housing_support', 'production_support', 'other'),
      own(VICTIMS),
      not(own(GIVEN_AS)),
    ),
  },
  {
    indicator: null,
    topic: 'emergency_relief',
    when: all(of('emergency_relief'), money, (s) => LOSS(s.lead) && SUMMED.test(s.lead)),
  },
  {
    indicator: 'relief.cost',
    topic: 'emergency_relief',
    when: all(money, (s) => /^\s*(?:tiền\s+)?(?:để\s+)?cứu (?:đói|trợ)(?!\p{L})/u.test(s.tail)),
  },
  {
    indicator: 'relief.cost',
    topic: null,
    when: all(money, of('merit_policy', 'social_protection'), (s) => s.head?.indicator === 'relief.recipients'),
  },
  {
    indicator: 'relief.rice',
    topic: 'food_support',
    when: all(
      (s) => s.kind === 'measure',
      (s) => /^\s*(?:(?:tấn|tạ|yến|kg|ki lô gam|cân)\s+)?gạo/u.test(s.tail),
    ),
  },
  {
    indicator: 'relief.rice',
    topic: 'food_support',
    when: all(
      (s) => s.unit === 'tonne' || s.unit === 'kg',
      (s) =>
        OF_RICE.test(s.sentence) &&
        /^\s*(?:tấn|tạ|yến|kg)(?:\s*(?:[,;.)/]|$)|\s+(?:về|cho|mỗi|đến|tới|đã|được|từ|để)(?!\p{L}))/u.test(s.tail),
    ),
  },
  {
    indicator: 'relief.rice',
    topic: 'food_support',
    when: all(
      (s) => s.unit === 'tonne' || s.unit === 'kg',
      (s) => /^\s*(?:tấn|tạ|kg)?\s*(?:để\s+)?cứu (?:đói|trợ)(?!\p{L})/u.test(s.tail),
    ),
  },
];

/** Rice and emergency relief. */
export const reliefRules: readonly Rule[] = [
  {
    indicator: 'relief.rice',
    topic: 'food_support',
    when: all(of('food_support', 'emergency_relief'), (s) => s.kind === 'measure', own(/gạo/u)),
  },
  {
    indicator: 'relief.rice',
    topic: 'food_support',
    when: all(
      of('food_support'),
      (s) => s.unit === 'kg' || s.unit === 'tonne',
      not(own(/giống|phân|muối|mì|thịt|rau|nếp|đường|sữa/u)),
    ),
  },
  { indicator: 'relief.recipients', topic: null, when: all(of('food_support'), counts) },
  { indicator: 'relief.cost', topic: null, when: all(of('food_support'), money) },
  { indicator: 'relief.recipients', topic: 'emergency_relief', when: all(of('emergency_relief'), counts, granted) },
  { indicator: 'relief.cost', topic: 'emergency_relief', when: all(of('emergency_relief'), money) },
];
