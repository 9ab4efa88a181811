import { Topic } from '../../model/codes.ts';
import { syllables } from '../text/natural.ts';
import model from './topic-model.json' with { type: 'json' };

/** What `scripts/train-topics.ts` writes: counts of the phrases that hold a token, as natural's classifier keeps them. */
export interface TopicModel {
  /** Added to every count, so that no token rules a topic out. */
  smoothing: number;
  /** How many phrases of each topic were learnt from. */
  phrases: Readonly<Record<string, number>>;
  /** For each token, pairs: the index of a topic in `phrases`, and how many of its phrases hold the token. */
  tokens: Readonly<Record<string, readonly number[]>>;
}

/** Tokens read of one statement: more of them say no more. */
const MOST = 120;
/** Naive Bayes takes every token for new evidence and is far too sure; this root of its probabilities is nearer the truth. */
const TEMPER = 0.2;

/** Syllables of folded text and pairs of neighbours, each once: most words of Vietnamese have two syllables. */
export const topicTokens = (folded: string): string[] => {
  const one = syllables(folded).slice(0, MOST);
  return [...new Set([...one, ...one.slice(1).map((next, i) => `${one[i]} ${next}`)])];
};

/** Log probabilities that a topic's phrase holds a token, laid out for adding up. */
interface Table {
  topics: readonly Topic[];
  priors: Float64Array;
  tokens: ReadonlyMap<string, Float64Array>;
}

export const tableOf = ({ smoothing, phrases, tokens }: TopicModel): Table => {
  const topics = Object.keys(phrases).map((topic) => Topic.parse(topic));
  const sizes = topics.map((topic) => (phrases[topic] as number) + 1);
  const all = sizes.reduce((sum, size) => sum + size - 1, 1);
  const row = (pairs: readonly number[]): Float64Array => {
    const counts = new Float64Array(topics.length).fill(smoothing);
    for (let i = 0; i < pairs.length; i += 2) counts[pairs[i] as number] = (pairs[i + 1] as number) + smoothing;
    return counts.map((count, i) => Math.log(count / (sizes[i] as number)));
  };
  return {
    topics,
    priors: Float64Array.from(sizes, (size) => Math.log(size / all)),
    tokens: new Map(Object.entries(tokens).map(([token, pairs]) => [token, row(pairs)])),
  };
};

/** Log of the joint probability of each topic and the tokens; unknown tokens say nothing. */
export const jointLogs = ({ priors, tokens }: Table, seen: readonly string[]): Float64Array => {
  const sums = priors.slice();
  for (const token of seen)
    tokens.get(token)?.forEach((log, i) => {
      sums[i] = (sums[i] as number) + log;
    });
  return sums;
};

let table: Table | undefined;

/** How likely each topic is by the words of a statement alone; the shares sum to 1. */
export const topicShares = (folded: string): [Topic, number][] => {
  table ??= tableOf(model);
  const logs = jointLogs(table, topicTokens(folded));
  const most = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(TEMPER * (log - most)));
  const sum = shares.reduce((a, b) => a + b, 0);
  return table.topics.map((topic, i) => [topic, (shares[i] as number) / sum]);
};
