import { TOPIC_CUES } from '../../catalogue/topics.ts';
import type { Section, Span, Topic } from '../../model/index.ts';
import { dictionary, type Entry, within } from '../text/dictionary.ts';
import { quick } from '../text/quick.ts';
import { fold } from '../text/words.ts';
import { legible } from './legible.ts';
import type { Stated } from './statements.ts';
import { topicShares } from './topic-classifier.ts';

interface Cue {
  /** Null where a phrase only hides the cue inside it, as the name of an office does. */
  topic: Topic | null;
  weight: number;
}
export type TopicCue = Entry<Cue>;

export const findCues = dictionary<Cue>(
  TOPIC_CUES.map(([topic, weight, phrases]) => [{ topic, weight }, phrases] as const),
);

export type Scores = Map<Topic, number>;

/** Adds the strongest cue of each topic in a scope, times the scope's weight. */
const addScope = (scores: Scores, cues: readonly TopicCue[], weight: number): void => {
  const best = new Map<Topic, number>();
  for (const { value } of cues)
    if (value.topic) best.set(value.topic, Math.max(best.get(value.topic) ?? 0, value.weight));
  for (const [topic, strength] of best) scores.set(topic, (scores.get(topic) ?? 0) + strength * weight);
};

export const bestOf = (scores: Scores): Topic | null => {
  let best: Topic | null = null;
  for (const [topic, score] of scores) if (best === null || score > (scores.get(best) as number)) best = topic;
  return best;
};

/** A topic, and how far ahead of the next the words around a figure put it; 0 where nothing speaks for any. */
export interface Vote {
  topic: Topic;
  lead: number;
  scores: ReadonlyMap<Topic, number>;
}

const voteOf = (scores: Scores): Vote => {
  const topic = bestOf(scores);
  if (topic === null) return { topic: 'other', lead: 0, scores };
  let next = 0;
  for (const [other, score] of scores) if (other !== topic) next = Math.max(next, score);
  return { topic, lead: (scores.get(topic) as number) - next, scores };
};

/** What the classifier's word is worth beside the cues: it decides where they leave two topics close, or none. */
const CLASSIFIER = 2;

/** The topic of a vote; where no cue puts one well ahead, the words of the statement (folded) are classified. */
export const settle = (vote: Vote, statement: string): Topic => {
  if (vote.lead >= CLASSIFIER) return vote.topic;
  const scores: Scores = new Map(vote.scores);
  for (const [topic, share] of topicShares(statement)) scores.set(topic, (scores.get(topic) ?? 0) + share * CLASSIFIER);
  return bestOf(scores) ?? vote.topic;
};

/** Cues that leave no doubt what a heading names. */
const PLAIN = 3;

/** The cues of a heading; where none is plain, those that it held before a scan damaged it. */
const cuesOfHeading = (text: string): TopicCue[] => {
  const folded = fold(text);
  const cues = findCues(folded);
  return cues.some(({ value }) => value.weight >= PLAIN) ? cues : findCues(legible(folded));
};

/** The topic that a heading or title names, or null. */
export const topicOfText = (text: string): Topic | null => {
  const scores: Scores = new Map();
  addScope(scores, cuesOfHeading(text), 1);
  return bestOf(scores);
};

const SCOPES = {
  own: 3,
  shared: 2.4,
  clause: 1.4,
  before: 0.8,
  after: 0.35,
  paragraph: 0.3,
  heading: 0.9,
  title: 0.25,
  /** Of the title where nothing near the figure speaks: a plan's "KINH PHÍ" is for what the plan is for. */
  untold: 1.5,
  document: 4.5,
};
/** Words of its own that speak this strongly need none of the list's. */
const NAMED = 6;
/** A figure that says more of another keeps its topic unless its own words settle one. */
const SETTLES = 4;

export interface TopicScene {
  folded: string;
  cues: readonly TopicCue[];
  sections: readonly Section[];
  sectionOf: (offset: number) => Section | null;
  title: string;
}

/** Where the words right before a number begin: behind the last comma that leaves some. */
export const nearStart = (folded: string, { lead }: Stated): number => {
  const words = folded.slice(lead.start, lead.end);
  const comma = words.search(/,(?=[^,]{6,}$)/u);
  return lead.start + comma + 1;
};

/** How much of what a whole document says speaks for each topic, summing to 1. */
const shares = (cues: readonly TopicCue[]): Scores => {
  const sums: Scores = new Map();
  let total = 0;
  for (const { value } of cues) {
    if (!value.topic || value.weight < 3) continue;
    sums.set(value.topic, (sums.get(value.topic) ?? 0) + value.weight);
    total += value.weight;
  }
  for (const [topic, sum] of sums) sums.set(topic, sum / total);
  return sums;
};

/** Policy areas that loans are given for: "cho vay giải quyết việc làm" is credit, whatever it serves. */
const LENT_FOR: readonly Topic[] = [
  'employment',
  'labour_export',
  'water_sanitation',
  'education_support',
  'housing_support',
  'production_support',
  'poverty_reduction',
  'vocational_training',
  'health_insurance',
];

const preferCredit = (scores: Scores, cues: readonly TopicCue[], kind: string): void => {
  if (kind === 'percentage' || !cues.some(({ value }) => value.topic === 'preferential_credit' && value.weight >= 5))
    return;
  const served = Math.max(0, ...LENT_FOR.map((topic) => scores.get(topic) ?? 0));
  scores.set('preferential_credit', Math.max(scores.get('preferential_credit') ?? 0, served + CLASSIFIER));
};

/** Of a document about health insurance, treatment is what the insurance paid for. */
const INSURED = 0.2;

const TREATMENT = quick(
  /(?<!\p{L})(?:khám|chữa|điều trị|kcb|viện phí|bệnh nhân|nội trú|ngoại trú|chi phí|thanh toán|chi trả|lượt)(?!\p{L})/u,
);

const preferInsurance = (scores: Scores, prior: Scores, own: string): void => {
  if ((prior.get('health_insurance') ?? 0) < INSURED || bestOf(scores) !== 'healthcare') return;
  if (!TREATMENT.test(own)) return;
  scores.set('health_insurance', (scores.get('healthcare') as number) + CLASSIFIER);
};

/** What a short text says at once: that help was given for a storm, an epidemic or the New Year. */
const OPENING = 420;
const TITLES = 300;
const SHORT = 6000;
const DISASTER = quick(
  /(?<!\p{L})(?:bị thiệt hại|covid|dịch bệnh|thiên tai|bão|lũ|lụt|hạn hán|hạn mặn|hỏa hoạn|sạt lở)(?!\p{L})/u,
);
const AID = quick(/(?<!\p{L})(?:hỗ trợ|trợ cấp|cứu trợ|chi trả|trợ giúp|giúp đỡ|cứu đói)(?!\p{L})/u);
const TET_AID = quick(
  /(?<!\p{L})(?:hỗ trợ|trợ cấp|cứu trợ|chi trả|trợ giúp)(?!\p{L})[^.;\n\d]{0,90}(?<!\p{L})tết(?!\p{L})/u,
);
const STRICKEN_PLACE = quick(
  /(?<!\p{L})(?:hướng về|chung tay vì|sẻ chia (?:với|cùng)|chia sẻ với|sát cánh cùng) (?:đồng bào|miền|bà con|nhân dân|người dân)/u,
);
export type Occasion = 'disaster' | 'tet' | null;
/** The title and the line below it tell of help, and the opening of a disaster; or the title of help for Tết. */
export const occasionOf = (folded: string): Occasion => {
  if (folded.length > SHORT) return null;
  const titles = folded
    .trimStart()
    .slice(0, TITLES)
    .split(/\s*\n\s*/u, 2)
    .join('\n');
  if (TET_AID.test(titles)) return 'tet';
  const told = AID.test(titles) || DISASTER.test(titles) || STRICKEN_PLACE.test(titles);
  const opening = folded.slice(0, OPENING);
  return told && AID.test(opening) && DISASTER.test(opening) ? 'disaster' : null;
};

/** Of a document that is mostly about merit, allowances without a name are merit's. */
const MERITED = 0.5;
const OF_PROTECTION = quick(
  /(?<!\p{L})(?:xã hội|bảo trợ|btxh|khuyết tật|nkt|cao tuổi|nct|mồ côi|mai táng|trung tâm|nuôi dưỡng|hộ nghèo)(?!\p{L})/u,
);
const preferMerit = (scores: Scores, prior: Scores, own: string): void => {
  if ((prior.get('merit_policy') ?? 0) < MERITED || bestOf(scores) !== 'social_protection') return;
  if (!OF_PROTECTION.test(own)) scores.set('merit_policy', (scores.get('social_protection') as number) + CLASSIFIER);
};

/** Of a document about homes, what people of merit got is a home, but for gifts and allowances. */
const HOUSING = 0.45;
const preferHousing = (scores: Scores, prior: Scores, own: string): void => {
  if ((prior.get('housing_support') ?? 0) < HOUSING || bestOf(scores) !== 'merit_policy') return;
  if (!/(?<!\p{L})(?:quà|trợ cấp|phụng dưỡng|điều dưỡng|thăm)(?!\p{L})/u.test(own))
    scores.set('housing_support', (scores.get('merit_policy') as number) + CLASSIFIER);
};

/** Of a document about a disaster, money and goods given are relief, but for what is called a gift, rice or a house. */
const STRICKEN = 0.35;
const GIVEN_AS: ReadonlySet<Topic> = new Set(['gifts_and_donations', 'food_support', 'housing_support']);
const LESS_STRICKEN = 0.2;
const GOODS = quick(/(?<!\p{L})(?:m[ìỳ]|nước|bánh|sữa|thùng|dụng cụ|nhu yếu phẩm)(?!\p{L})/u);
const CALLED_OTHERWISE = quick(
  /(?<!\p{L})(?:quà|gạo|suất|ủng hộ|quyên góp|vận động|huy động|đóng góp|tài trợ|quỹ|xây|sửa chữa|làm nhà|nhà (?:ở|tình|đại)|sổ tiết kiệm|khen)(?!\p{L})/u,
);

const preferRelief = (scores: Scores, prior: Scores, own: string, occasion: Occasion): void => {
  const best = bestOf(scores);
  const share = prior.get('emergency_relief') ?? 0;
  if (best === null || !GIVEN_AS.has(best)) return;
  if (best === 'food_support' && share < (prior.get(best) ?? 0) && !GOODS.test(own)) return;
  if (occasion === 'disaster' ? share < LESS_STRICKEN : share < STRICKEN || share < (prior.get(best) ?? 0)) return;
  if (!CALLED_OTHERWISE.test(own)) scores.set('emergency_relief', (scores.get(best) as number) + CLASSIFIER);
};

/** Those who learn in a centre for rehabilitation are its inmates, where no trade is named. */
const preferRehabilitation = (scores: Scores, sentence: string): void => {
  if (bestOf(scores) !== 'vocational_training' || /(?<!\p{L})nghề(?!\p{L})/u.test(sentence)) return;
  if (/(?<!\p{L})(?:cai nghiện|ma túy)(?!\p{L})/u.test(sentence))
    scores.set('social_evils', (scores.get('vocational_training') as number) + CLASSIFIER);
};

/** The topic each figure's surroundings speak for; near words count most. */
export const topicsOf = (stated: readonly Stated[], scene: TopicScene): Vote[] => {
  const prior = shares(scene.cues);
  const occasion = occasionOf(scene.folded);
  const titleCues = findCues(fold(scene.title));
  const headings = new Map<string, TopicCue[]>();
  const headingCues = (section: Section): TopicCue[] => {
    const known = headings.get(section.id) ?? cuesOfHeading(section.heading);
    headings.set(section.id, known);
    return known;
  };
  const scored = (one: Stated): Vote => {
    const scores: Scores = new Map();
    const scope = (span: Span, weight: number) => addScope(scores, within(scene.cues, span), weight);
    const own = { start: nearStart(scene.folded, one), end: one.tail.end };
    scope(own, SCOPES.own);
    const named = within(scene.cues, own).some(({ value }) => value.topic && value.weight >= NAMED);
    if (one.continues !== null && !named)
      scope({ start: (stated[one.continues] as Stated).lead.start, end: one.lead.start }, SCOPES.shared);
    scope({ start: one.clause.start, end: one.draft.span.start }, SCOPES.clause);
    scope({ start: one.draft.sentence.start, end: one.draft.span.start }, SCOPES.before);
    scope({ start: one.draft.span.end, end: one.draft.sentence.end }, SCOPES.after);
    scope({ start: one.draft.paragraph.start, end: one.draft.sentence.start }, SCOPES.paragraph);
    for (let section = scene.sectionOf(one.draft.span.start), depth = 0; section && depth < 2; depth += 1) {
      addScope(scores, headingCues(section), SCOPES.heading / (depth * 2 + 1));
      const parent: string | null = section.parent;
      section = scene.sections.find((s) => s.id === parent) ?? null;
    }
    addScope(scores, titleCues, scores.size ? SCOPES.title : SCOPES.untold);
    for (const [topic, share] of prior) scores.set(topic, (scores.get(topic) ?? 0) + share * SCOPES.document);
    preferCredit(scores, within(scene.cues, { start: one.clause.start, end: one.tail.end }), one.draft.kind);
    const words = scene.folded.slice(one.lead.start, one.tail.end);
    preferInsurance(scores, prior, words);
    preferRelief(scores, prior, words, occasion);
    preferMerit(scores, prior, words);
    preferHousing(scores, prior, words);
    preferRehabilitation(scores, scene.folded.slice(one.draft.sentence.start, one.tail.end).slice(-400));
    return voteOf(scores);
  };
  const votes: Vote[] = [];
  for (const one of stated) {
    const head = one.follows === null ? undefined : votes[one.follows];
    const own = within(scene.cues, {
      start: nearStart(scene.folded, one),
      end: one.draft.kind === 'count' ? one.tail.end : one.lead.end,
    });
    const settled = own.some(({ value }) => value.topic && value.topic !== head?.topic && value.weight >= SETTLES);
    votes.push(head && !settled ? head : scored(one));
  }
  return votes;
};
