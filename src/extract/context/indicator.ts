import type { Indicator, Topic } from '../../model/index.ts';
import { budgetNear, budgetRules } from './indicator/budget.ts';
import { communicationNear, communicationRules } from './indicator/communication.ts';
import { creditNear, creditRules } from './indicator/credit.ts';
import { educationNear, educationRules } from './indicator/education.ts';
import { findingsNear } from './indicator/findings.ts';
import { giftsNear, giftsRules } from './indicator/gifts.ts';
import { housingNear, housingRules } from './indicator/housing.ts';
import { inherited } from './indicator/inherit.ts';
import { insuranceNear, insuranceRules } from './indicator/insurance.ts';
import { meritNear, meritRules } from './indicator/merit.ts';
import { populationNear, populationRules } from './indicator/population.ts';
import { povertyNear, povertyRules } from './indicator/poverty.ts';
import { productionNear, productionRules } from './indicator/production.ts';
import { protectionNear, protectionRules } from './indicator/protection.ts';
import { reliefNear, reliefRules } from './indicator/relief.ts';
import { servicesNear, servicesRules, worksNear } from './indicator/services.ts';
import type { Rule, Sight } from './indicator/sight.ts';
import { unservedNear } from './indicator/unserved.ts';
import { workNear, workRules } from './indicator/work.ts';

export type { Earlier, Sight } from './indicator/sight.ts';

type Families = Readonly<Record<string, readonly Rule[]>>;

/** What the words at a number settle, whatever is spoken of around it. */
const NEAR: Families = {
  findingsNear,
  unservedNear,
  populationNear,
  educationNear,
  workNear,
  budgetNear,
  productionNear,
  housingNear,
  communicationNear,
  worksNear,
  giftsNear,
  povertyNear,
  reliefNear,
  insuranceNear,
  meritNear,
  protectionNear,
  creditNear,
  servicesNear,
};

/** What a figure of a policy area is of, by its kind and unit. */
const AREAS: Families = {
  povertyRules,
  populationRules,
  creditRules,
  meritRules,
  insuranceRules,
  workRules,
  reliefRules,
  educationRules,
  housingRules,
  giftsRules,
  productionRules,
  servicesRules,
  protectionRules,
  communicationRules,
  budgetRules,
};

/** Each rule by its family and its place there, "creditRules 3", so that a figure can say which one spoke. */
const RULES = Object.entries({ ...NEAR, ...AREAS }).flatMap(([family, rules]) =>
  rules.map((rule, i) => ({ ...rule, name: `${family} ${i + 1}` })),
);

/** The concept a figure measures and the topic it then belongs to; the first rule that fits decides. */
export const indicatorOf = (sight: Sight): { indicator: Indicator | null; topic: Topic; rule: string | null } => {
  const before = inherited(sight);
  if (before) return { ...before, rule: 'the figure it says more of' };
  const rule = RULES.find(({ when }) => when(sight));
  return rule
    ? { indicator: rule.indicator, topic: rule.topic ?? sight.topic, rule: rule.name }
    : { indicator: null, topic: sight.topic, rule: null };
};
