import { all, counts, money, of, own, type Rule } from './sight.ts';

/** What the words at the number settle. */
export const protectionNear: readonly Rule[] = [
  { indicator: 'sp.funerals', topic: 'social_protection', when: all(counts, own(/mai táng/u)) },
  {
    indicator: 'sp.funeral_cost',
    topic: 'social_protection',
    when: all(money, (s) => /mai táng/u.test(s.own) || s.head?.indicator === 'sp.funerals'),
  },
];

/** Allowances of social protection, funerals. */
export const protectionRules: readonly Rule[] = [
  { indicator: 'sp.beneficiaries', topic: 'social_protection', when: all(of('social_protection'), counts) },
  { indicator: 'sp.cost', topic: 'social_protection', when: all(of('social_protection'), money) },
];
