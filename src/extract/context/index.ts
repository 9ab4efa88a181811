import type { Implied, Indicator, Section, SourceDocument, Subject, Topic } from '../../model/index.ts';
import type { Draft } from '../figures/draft.ts';
import type { Layout } from '../text/layout.ts';
import { IMPLIED_SUBJECTS, indicatorOf, type Sight } from './indicator.ts';
import { labelOf } from './label.ts';
import { findMentions } from './mentions.ts';
import { purposeOf } from './purpose.ts';
import { findStatements, type Stated } from './statements.ts';
import { subjectsOf } from './subjects.ts';
import { bestOf, findCues, type Scores, topicScores } from './topic.ts';

/** What the words around a figure say of it. */
export interface Context {
  draft: Draft;
  subjects: Subject[];
  topic: Topic;
  purpose: Topic | null;
  indicator: Indicator | null;
  label: string;
  section: Section | null;
  implied: Implied[];
}

/** The innermost section at an offset; sections ascend and nest. */
const sectionFinder = (sections: readonly Section[]) => {
  const starts = sections.map((section) => section.span.start);
  return (offset: number): Section | null => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return sections[low - 1] ?? null;
  };
};

/** The words of a figure's statement: its own and, where it follows another figure, that one's. */
const wordsOf = (
  folded: string,
  stated: readonly Stated[],
  i: number,
): { own: string; statement: string; before: string } => {
  const one = stated[i] as Stated;
  let head = one;
  while (head.follows !== null) head = stated[head.follows] as Stated;
  return {
    own: folded.slice(one.lead.start, one.tail.end),
    statement: folded.slice(head.lead.start, one.tail.end),
    before: folded.slice(Math.max(one.draft.sentence.start, one.draft.span.start - 400), one.draft.span.start),
  };
};

const ownTopic = (scores: Scores): Topic => bestOf(scores) ?? 'other';

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
  const subjects = subjectsOf(folded, stated, mentions);
  const sectionOf = sectionFinder(background.sections);
  const scores = topicScores(stated, {
    cues: findCues(folded),
    sections: background.sections,
    sectionOf,
    title: background.title,
  });
  return stated.map((one, i) => {
    const { draft } = one;
    const words = wordsOf(folded, stated, i);
    const named = subjects[i] ?? { codes: [], implied: false };
    const sight: Sight = {
      topic: ownTopic(scores[i] as Scores),
      kind: draft.kind,
      unit: draft.unit,
      own: words.own,
      before: words.before,
      subjects: named.codes,
      role: draft.role,
    };
    const { indicator, topic } = indicatorOf(sight);
    const implied = indicator && named.codes.length === 0 ? IMPLIED_SUBJECTS[indicator] : undefined;
    const codes = implied ? [...implied] : named.codes;
    const fields: Implied[] = [];
    if (implied || (named.implied && codes.length)) fields.push('subjects');
    if (draft.unitImplied) fields.push('unit');
    return {
      draft,
      subjects: codes,
      topic,
      purpose: topic === 'preferential_credit' ? purposeOf(words.statement) : null,
      indicator,
      label: labelOf(text, one, one.clause),
      section: sectionOf(draft.span.start),
      implied: fields,
    };
  });
};
