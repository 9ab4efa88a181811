import type { Indicator, Subject, Topic } from '../../model/index.ts';
import { matches, quick } from '../text/quick.ts';
import type { Sight } from './indicator.ts';
import { OF_PLACES, OTHERS } from './subjects.ts';

/** The group an indicator is about where the text names none. */
const BY_INDICATOR: Readonly<Partial<Record<Indicator, Subject>>> = {
  'hi.participants': 'insured',
  'hi.coverage_rate': 'insured',
  'hi.cost': 'insured',
  'si.participants': 'insured',
  'si.coverage_rate': 'insured',
  'emp.overseas': 'overseas_worker',
  'pov.poor_households': 'poor_household',
  'pov.poor_people': 'poor_person',
  'pov.poor_rate': 'poor_household',
  'pov.near_poor_households': 'near_poor_household',
  'pov.near_poor_people': 'near_poor_person',
  'pov.near_poor_rate': 'near_poor_household',
  'pov.escaped_households': 'escaped_poverty_household',
  'pop.households': 'general_population',
  'pop.people': 'general_population',
  'water.rate': 'general_population',
  'sanitation.rate': 'general_population',
  'sp.beneficiaries': 'social_protection_beneficiary',
  'sp.cost': 'social_protection_beneficiary',
  'merit.beneficiaries': 'meritorious_person',
  'merit.cost': 'meritorious_person',
  'emp.rate': 'worker',
  'train.trained_rate': 'worker',
  'train.certified_rate': 'worker',
  'edu.coverage_rate': 'student',
};

/** The group that a policy area serves, for people and money of it that the text does not name further. */
const BY_TOPIC: Readonly<Partial<Record<Topic, Subject>>> = {
  labour_export: 'overseas_worker',
  merit_policy: 'meritorious_person',
  child_protection: 'child',
};

/** Benefits of insurance against unemployment are drawn by those out of work. */
const UNEMPLOYED =
  /(?:trợ cấp|chế độ|hưởng|chi trả) (?:bảo hiểm )?thất nghiệp|tctn|hưởng bhtn|(?:bhtn|bảo hiểm thất nghiệp) đã (?:chi|trả)/u;
const OTHER_BENEFITS = /lương hưu|hưu trí|ốm đau|thai sản|một lần|tử tuất/u;
/** The word children are counted by names them where nothing else does. */
const YOUNG = /^\s*(?:em|cháu)(?!\p{L})/u;
const PUPILS = /học sinh|sinh viên|trường (?:thpt|thcs|th|ptdt|tiểu học|trung học|phổ thông)(?!\p{L})/u;
/** Health insurance is measured on all people where they, not the insured, are named: "bao phủ BHYT 95% dân số". */
const ANYBODY: ReadonlySet<Subject> = new Set(['worker', 'general_population', 'insured']);
const EVERYBODY = quick(/(?<!\p{L})(?:dân số|người dân|nhân dân|toàn dân)(?!\p{L})/u);
const INSURED =
  /(?<!\p{L})(?:số|phát triển|có|\d)\s+(?:lượt\s+)?(?:người|đối tượng) (?:dân )?tham gia|(?:bhxh|xã hội|thất nghiệp)/u;
/** Of health care children of five are only children. */
const AT_SCHOOL = /mẫu giáo|mầm non|nhà trẻ|ra lớp/u;
/** Of the peoples of a place, those who are no minority. */
const OTHER_PEOPLES = /dân tộc (?:kinh|khác)(?: có| là|:)*\s*$/u;
/** Those whom an accident at work struck. */
const HURT = quick(/(?<!\p{L})(?:chết|tử vong|thiệt mạng|bị thương|bị nạn|bị tai nạn|mất tích)(?!\p{L})/u);
/** The State President's gifts go to those of merit, but for the very old. */
const STATE_GIFT = /quà (?:tặng )?(?:của )?chủ tịch nước/u;
/** "A share of all households has `general_population`" (spec/figures.md): of homes and water none but all are meant. */
const HOUSED: ReadonlySet<Topic> = new Set(['housing_support', 'water_sanitation', 'infrastructure']);
/** "12 đoàn đi thăm gia đình chính sách": those who call are counted, not those called on. */
const DELEGATION = /^\s*(?:đoàn|địa phương)(?!\p{L})/u;
const LEVELS: ReadonlySet<string> = new Set(['actual', 'target']);
const OF_HOUSEHOLDS = quick(/(?<!\p{L})(?:hộ|hộ gia đình|hộ dân)(?!\p{L})/u);
const REHABILITATED = quick(/(?<!\p{L})(?:cai|nghiện|methadone|sau cai)(?!\p{L})/u);
const PEOPLE = new Set(['person', 'person_turn', 'household', 'household_turn', 'case']);

/** Funds raised for a group bear its name; the last one named in the sentence is meant. */
const FUND = quick(/(?<!\p{L})quỹ\s+["“”'‘’]?\s*(?=[\p{L}])/gu);
const FUNDS: readonly (readonly [RegExp, Subject])[] = [
  [/^(?:ngày )?vì người nghèo/u, 'poor_person'],
  [/^(?:bảo trợ|vì|chăm sóc|bảo vệ)[^,.;]{0,12} trẻ em/u, 'child'],
  [/^(?:chăm sóc|toàn dân chăm sóc)[^,.;]{0,24} (?:người cao tuổi|nct)/u, 'elderly'],
  [/^(?:nạn nhân|bảo trợ nạn nhân) (?:chất độc|da cam)/u, 'meritorious_person'],
];
const ofFund = (words: string): Subject[] | null => {
  const last = matches(FUND, words).at(-1);
  const name = last ? words.slice(last.index + last[0].length) : '';
  const found = FUNDS.find(([pattern]) => pattern.test(name));
  return found ? [found[1]] : null;
};

/** The groups a figure is about: those named, made specific by what it measures, or the one its indicator implies. */
export const groupOf = (
  named: Subject[],
  sight: Sight,
  indicator: Indicator | null,
  topic: Topic,
  earlier: Subject[],
): Subject[] => {
  if (topic === 'labour_export' && named.includes('worker') && sight.kind !== 'measure') {
    return [...new Set(named.map((code) => (code === 'worker' ? 'overseas_worker' : code)))].sort();
  }
  if (indicator === 'hi.coverage_rate' || indicator === 'si.coverage_rate') {
    const told = named.filter((code) => !ANYBODY.has(code));
    if (told.length) return told;
    const words = sight.sentence + sight.own;
    return indicator === 'hi.coverage_rate' && EVERYBODY.test(words) && !INSURED.test(words)
      ? ['general_population']
      : ['insured'];
  }
  if (
    indicator === 'pov.escaped_households' &&
    sight.unit === 'household' &&
    !named.some((code) => /^(?:escaped|near_poor)/.test(code))
  )
    return [...named.filter((code) => code !== 'poor_household'), 'escaped_poverty_household' as const].sort();
  if (
    topic === 'social_insurance' &&
    UNEMPLOYED.test(sight.statement + sight.sentence) &&
    !OTHER_BENEFITS.test(sight.before) &&
    named.every((code) => code === 'worker')
  )
    if (PEOPLE.has(sight.unit) || sight.kind === 'money') return ['unemployed'];
  if (topic === 'social_evils' && named.join() === 'trainee' && REHABILITATED.test(sight.sentence + sight.own))
    return ['drug_user'];
  if (topic === 'healthcare' && named.includes('preschool_child') && !AT_SCHOOL.test(sight.sentence + sight.own))
    return [...new Set(named.map((code) => (code === 'preschool_child' ? 'child' : code)))].sort();
  if (sight.kind === 'percentage' && indicator === 'pov.poor_rate' && named.includes('escaped_poverty_household'))
    return [...new Set(named.map((code) => (code === 'escaped_poverty_household' ? 'poor_household' : code)))].sort();
  if (sight.unit === 'item' && DELEGATION.test(sight.tail)) return [];
  if (named.length) return named;
  const funded = indicator === 'fund.raised' ? (ofFund(sight.rest) ?? ofFund(sight.sentence) ?? []) : [];
  if (funded.length) return funded;
  if (topic === 'labour_safety' && sight.unit === 'person' && HURT.test(sight.before.slice(-24) + sight.tail))
    return ['worker'];
  if (
    STATE_GIFT.test(sight.statement) &&
    !/thọ|cao tuổi|thiếu nhi/u.test(sight.sentence) &&
    (PEOPLE.has(sight.unit) || sight.kind === 'money' || sight.unit === 'gift')
  )
    return ['meritorious_person'];
  if (
    topic === 'social_evils' &&
    PEOPLE.has(sight.unit) &&
    !OTHERS.test(sight.tail) &&
    REHABILITATED.test(sight.statement + sight.sentence)
  )
    return ['drug_user'];
  if (
    topic === 'poverty_reduction' &&
    sight.unit === 'household' &&
    /(?<!\p{L})phát sinh(?:\s+(?:mới|thêm|tăng))*\s*$/u.test(sight.lead)
  )
    return ['poor_household'];
  if (indicator === 'pop.people' && OTHER_PEOPLES.test(sight.lead)) return [];
  const implied =
    (indicator && BY_INDICATOR[indicator]) ??
    (PEOPLE.has(sight.unit) || sight.kind === 'money' || sight.kind === 'percentage' ? BY_TOPIC[topic] : undefined);
  if (implied) return [implied];
  if (
    HOUSED.has(topic) &&
    !OF_PLACES.test(sight.tail) &&
    sight.kind === 'percentage' &&
    LEVELS.has(sight.role) &&
    sight.earlier[0]?.unit !== 'house' &&
    (OF_HOUSEHOLDS.test(sight.statement) || sight.earlier[0]?.unit === 'household')
  )
    return ['general_population'];
  const group = indicator !== null || sight.unit === 'book' || sight.head ? earlier : [];
  if (group.join() === 'poor_person' && indicator?.startsWith('house.')) return [];
  return group.length || !YOUNG.test(sight.tail)
    ? group
    : [PUPILS.test(sight.sentence) || topic === 'education_support' ? 'student' : 'child'];
};
