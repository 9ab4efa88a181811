import { all, counts, money, of, type Rule, type Sight } from './sight.ts';

/** Everybody named is a person of merit or of their family: their allowances are merit policy. */
const meritGroups = (sight: Sight) =>
  sight.subjects.length > 0 &&
  sight.subjects.every((s) => /^(?:meritorious_person|martyr_family|war_invalid|heroic_mother)$/.test(s));

/** People of merit and their families. */
export const meritRules: readonly Rule[] = [
  {
    indicator: 'merit.beneficiaries',
    topic: 'merit_policy',
    when: all(counts, of('social_protection', 'other'), meritGroups),
  },
  { indicator: 'merit.cost', topic: 'merit_policy', when: all(money, of('social_protection', 'other'), meritGroups) },
  { indicator: 'merit.beneficiaries', topic: 'merit_policy', when: all(of('merit_policy'), counts) },
  { indicator: 'merit.cost', topic: 'merit_policy', when: all(of('merit_policy'), money) },
];
