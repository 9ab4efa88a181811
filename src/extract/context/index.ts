import catalogue from '../../model/catalogue.json' with { type: 'json' };
import type { Implied, Indicator, Section, SourceDocument, Subject, Topic } from '../../model/index.ts';
import type { Draft } from '../figures/draft.ts';
import type { Layout } from '../text/layout.ts';
import { quick } from '../text/quick.ts';
import { firstIndex } from '../text/sorted.ts';
import { groupOf } from './group.ts';
import { type Earlier, indicatorOf, type Sight } from './indicator.ts';
import { labelOf } from './label.ts';
import { leadInGroups } from './lead-in.ts';
import { findMentions } from './mentions.ts';
import { purposeOf } from './purpose.ts';
import { recalled } from './recall.ts';
import { findStatements } from './statements.ts';
import { subjectsOf } from './subjects.ts';
import { findCues, occasionOf, settle, topicsOf, type Vote } from './topic.ts';
import { type Words, wordsOf } from './words.ts';

/** What the words around a figure say of it. */
export interface Context {
  draft: Draft;
  subjects: Subject[];
  topic: Topic;
  purpose: Topic | null;
  indicator: Indicator | null;
  /** The rule that spoke for the indicator, or for none; null where no rule did. */
  indicatorRule: string | null;
  label: string;
  /** Folded words of its own, for later stages. */
  words: string;
  section: Section | null;
  implied: Implied[];
  /** How clearly the words around it speak for its topic; 0 where they do not. */
  topicLead: number;
  /** How many characters before the number are its own words. */
  lead: number;
}

/** The innermost section at an offset; sections ascend and nest. */
const sectionFinder =
  (sections: readonly Section[]) =>
  (offset: number): Section | null =>
    sections[firstIndex(sections, (section) => section.span.start > offset) - 1] ?? null;

/** What the catalogue calls a concept or the groups counted. */
const nameOf = (indicator: Indicator | null, groups: readonly Subject[]): string | null =>
  indicator ? catalogue.indicators[indicator] : groups.map((code) => catalogue.subjects[code]).join(', ') || null;

/** What the rules of a later figure may know of this one. */
const earlierOf = ({ indicator, topic, draft }: Context): Earlier => ({
  indicator,
  topic,
  unit: draft.unit,
  role: draft.role,
});

/** Figures of a sentence that the next one is still read with. */
const REACH = 8;

/** "Con số này của năm 2021 là 25,91%" points back across a full stop. */
const POINTS_BACK = quick(/(?<!\p{L})(?:con số|t[ỷỉ] lệ|mức|số) này(?!\p{L})/u);

/** A sentence of parts goes on with the wholes of the one before: "Trong đó có 520 người khuyết tật". */
const OPENS_PARTS = /^[\s–•+*-]*(?:trong (?:đó|số (?:đó|này))|bao gồm|gồm)(?!\p{L})/u;

const before = (contexts: readonly Context[], { sentence, paragraph }: Draft, words: Words): Earlier[] => {
  const beyond = POINTS_BACK.test(words.lead) || OPENS_PARTS.test(words.sentence);
  return contexts
    .slice(-REACH)
    .filter(({ draft }) => draft.sentence === sentence || (beyond && draft.paragraph === paragraph))
    .reverse()
    .map(earlierOf);
};

export interface Background {
  document: Pick<SourceDocument, 'text'>;
  sections: readonly Section[];
  title: string;
}

/** Gives each draft its subjects, topic, purpose, indicator and label. */
export const contextOf = (layout: Layout, drafts: readonly Draft[], background: Background): Context[] => {
  const { folded, text } = layout;
  const mentions = findMentions(folded);
  const stated = findStatements(folded, drafts, mentions);
  const sectionOf = sectionFinder(background.sections);
  const leadIn = leadInGroups(folded, layout.sentences, drafts, mentions, sectionOf);
  const subjects = subjectsOf(layout, stated, mentions, leadIn);
  const votes = topicsOf(stated, {
    folded,
    cues: findCues(folded),
    sections: background.sections,
    sectionOf,
    title: background.title,
  });
  const occasion = occasionOf(folded);
  const settled = new Map<Vote, Topic>();
  const contexts: Context[] = [];
  stated.forEach((one, i) => {
    const { draft } = one;
    const words = wordsOf(folded, stated, i);
    const vote = votes[i] as Vote;
    const goesOn = one.follows !== null && votes[one.follows] === vote;
    const voted = goesOn
      ? (contexts[one.follows as number] as Context).topic
      : (settled.get(vote) ?? settle(vote, `${words.statement} ${words.own}`));
    settled.set(vote, voted);
    const named = subjects[i] ?? { codes: [], implied: false, from: null };
    const head = one.follows === null ? undefined : contexts[one.follows];
    const sight: Sight = {
      topic: voted,
      kind: draft.kind,
      unit: draft.unit,
      ...words,
      subjects: named.codes,
      role: draft.role,
      head: head ? earlierOf(head) : null,
      earlier: before(contexts, draft, words),
      occasion,
      heading: sectionOf(draft.span.start)?.heading ?? '',
    };
    const { indicator, topic, rule } = indicatorOf(sight);
    const told = groupOf(
      named.codes,
      sight,
      indicator,
      topic,
      named.from === null ? [] : (contexts[named.from]?.subjects ?? []),
    );
    const group = recalled(contexts, one, sight, indicator, told);
    const implied: Implied[] = [];
    if (group.length && (named.implied || group !== named.codes)) implied.push('subjects');
    if (draft.unitImplied) implied.push('unit');
    contexts.push({
      draft,
      subjects: group,
      topic,
      purpose: topic === 'preferential_credit' && draft.kind !== 'percentage' ? purposeOf(words.statement) : null,
      indicator,
      indicatorRule: rule,
      label: labelOf(text, one, { head: head?.label ?? null, code: nameOf(indicator, group) }),
      words: words.own,
      section: sectionOf(draft.span.start),
      implied,
      topicLead: vote.lead,
      lead: one.lead.end - one.lead.start,
    });
  });
  return contexts;
};
