import { all, counts, granted, money, not, of, own, type Rule } from './sight.ts';

/** Grain for eating; seed is for sowing. */
const OF_RICE = /gạo(?!.*(?:giống|phân bón|muối|mì))/su;

/** What the words at the number settle. */
export const reliefNear: readonly Rule[] = [
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
