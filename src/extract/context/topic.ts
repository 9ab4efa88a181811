import { TOPIC_CUES } from '../../catalogue/topics.ts';
import type { Section, Span, Topic } from '../../model/index.ts';
import { dictionary, type Entry, within } from '../text/dictionary.ts';
import { fold } from '../text/words.ts';
import type { Stated } from './statements.ts';

interface Cue {
  topic: Topic;
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
  for (const { value } of cues) best.set(value.topic, Math.max(best.get(value.topic) ?? 0, value.weight));
  for (const [topic, strength] of best) scores.set(topic, (scores.get(topic) ?? 0) + strength * weight);
};

export const bestOf = (scores: Scores): Topic | null => {
  let best: Topic | null = null;
  for (const [topic, score] of scores) if (best === null || score > (scores.get(best) as number)) best = topic;
  return best;
};

/** The topic that a heading or title names, or null. */
export const topicOfText = (text: string): Topic | null => {
  const scores: Scores = new Map();
  addScope(scores, findCues(fold(text)), 1);
  return bestOf(scores);
};

const SCOPES = {
  own: 3,
  statement: 1.6,
  clause: 1.4,
  before: 0.8,
  after: 0.35,
  paragraph: 0.3,
  heading: 0.9,
  title: 0.25,
};

export interface TopicScene {
  cues: readonly TopicCue[];
  sections: readonly Section[];
  sectionOf: (offset: number) => Section | null;
  title: string;
}

const chain = (stated: readonly Stated[], i: number): number[] => {
  const all = [i];
  for (let at = (stated[i] as Stated).follows; at !== null; at = (stated[at] as Stated).follows) all.push(at);
  return all;
};

/** How strongly each topic is spoken for around each figure; near words count most. */
export const topicScores = (stated: readonly Stated[], scene: TopicScene): Scores[] => {
  const titleCues = findCues(fold(scene.title));
  const headings = new Map<string, TopicCue[]>();
  const headingCues = (section: Section): TopicCue[] => {
    const known = headings.get(section.id) ?? findCues(fold(section.heading));
    headings.set(section.id, known);
    return known;
  };
  return stated.map((one, i) => {
    const scores: Scores = new Map();
    const scope = (span: Span, weight: number) => addScope(scores, within(scene.cues, span), weight);
    scope({ start: one.lead.start, end: one.tail.end }, SCOPES.own);
    const [, ...heads] = chain(stated, i);
    for (const head of heads.slice(0, 3)) {
      const { lead, tail } = stated[head] as Stated;
      scope({ start: lead.start, end: tail.end }, SCOPES.statement);
    }
    scope({ start: one.clause.start, end: one.draft.span.start }, SCOPES.clause);
    scope({ start: one.draft.sentence.start, end: one.draft.span.start }, SCOPES.before);
    scope({ start: one.draft.span.end, end: one.draft.sentence.end }, SCOPES.after);
    scope({ start: one.draft.paragraph.start, end: one.draft.sentence.start }, SCOPES.paragraph);
    for (let section = scene.sectionOf(one.draft.span.start), depth = 0; section && depth < 2; depth += 1) {
      addScope(scores, headingCues(section), SCOPES.heading / (depth * 2 + 1));
      const parent: string | null = section.parent;
      section = scene.sections.find((s) => s.id === parent) ?? null;
    }
    addScope(scores, titleCues, SCOPES.title);
    return scores;
  });
};
