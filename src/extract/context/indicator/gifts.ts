import { all, counts, money, not, of, own, type Rule, said } from './sight.ts';

/** What the words at the number settle. */
export const giftsNear: readonly Rule[] = [
  {
    indicator: 'fund.raised',
    topic: 'gifts_and_donations',
    when: all(
      money,
      of('merit_policy', 'gifts_and_donations'),
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
      (s) => s.head?.indicator !== 'gift.count',
    ),
  },
  { indicator: 'gift.value', topic: 'gifts_and_donations', when: all(of('gifts_and_donations'), money) },
  { indicator: 'gift.recipients', topic: 'gifts_and_donations', when: all(of('gifts_and_donations'), counts) },
];
