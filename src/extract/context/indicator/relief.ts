import { all, counts, granted, money, nearer, not, of, own, type Rule, stated } from './sight.ts';

/** Grain for eating; seed is for sowing. */
const OF_RICE = /gạo(?!.*(?:giống|phân bón|muối|mì))/su;

/** The hungry are counted as the poor are; only those who were helped are recipients. */
const HUNGRY = /(?<!\p{L})(?:thiếu (?:đói|ăn|lương thực)|đứt bữa)(?!\p{L})/u;
const HELPED = /(?<!\p{L})(?:cho|cứu (?:đói|trợ)|hỗ trợ|trợ (?:giúp|cấp)|cấp|phát|nhận|được)(?!\p{L})/u;
/** Those whom a disaster struck, at the money they got: "hỗ trợ gia đình có người thiệt mạng 5 triệu đồng". */
const VICTIMS =
  /(?<!\p{L})(?:nạn nhân (?:tử vong|thiệt mạng|bị nạn)|(?:bị|có) (?:người )?(?:bị )?(?:chết|thiệt mạng|tử vong|mất tích|thương)|(?:nhà|căn)(?: ở)?(?: bị)? (?:đổ )?(?:sập|trôi|cuốn trôi|tốc mái|ngập|hư hỏng|cháy)|(?:do|bởi|sau)(?: ảnh hưởng)?(?: của)? (?:mưa|bão|lũ|thiên tai|hỏa hoạn|lốc))(?!\p{L})/u;
const GIVEN_AS = /(?<!\p{L})(?:quà|suất|phần|xây|sửa|dựng|vận động|ủng hộ|quyên góp|đóng góp|tiếp nhận|quỹ)(?!\p{L})/u;

/** What a storm cost is no relief: "tổng thiệt hại ước tính 150 tỷ đồng". */
const LOSS = nearer(
  /(?<!\p{L})(?:thiệt hại|tổn thất)(?!\p{L})/u,
  /(?<!\p{L})(?:hỗ trợ|cứu trợ|trợ (?:giúp|cấp)|cấp|chi|phân bổ|khắc phục|ủng hộ|quyên góp|tiếp nhận|trao|tặng|mức|số tiền)(?!\p{L})/u,
);

const SUMMED =
  /(?:tổng|ước(?: tính)?|giá trị|gây(?: ra)?)[^;.]*thiệt hại|thiệt hại[^;.]*(?<!\p{L})(?:ước(?: tính)?|trị giá|lên (?:tới|đến)|là|hơn|trên|gần|khoảng)\s*$/u;

/** What the words at the number settle. */
export const reliefNear: readonly Rule[] = [
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(counts, stated(HUNGRY), (s) => !HELPED.test(s.before)),
  },
  {
    indicator: 'relief.cost',
    topic: 'emergency_relief',
    when: all(money, of('gifts_and_donations', 'housing_support', 'other'), own(VICTIMS), not(own(GIVEN_AS))),
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
