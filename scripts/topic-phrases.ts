import { createRequire } from 'node:module';
import { type TopicModel, topicTokens } from '../src/extract/context/topic-classifier.ts';
import { fold } from '../src/extract/text/words.ts';

const SMOOTHING = 0.5;

/** What natural's classifier holds inside and its types do not tell. */
interface Counted {
  addDocument(tokens: readonly string[], label: string): void;
  train(): void;
  features: Record<string, number>;
  classifier: {
    classFeatures: Record<string, Record<number, number>>;
    classTotals: Record<string, number>;
    probabilityOfClass(observation: readonly number[], label: string): number;
  };
  textToFeatures(tokens: readonly string[]): number[];
}

const Bayes = createRequire(import.meta.url)('natural/lib/natural/classifiers/bayes_classifier.js') as new (
  stemmer?: undefined,
  smoothing?: number,
) => Counted;

/** "# topic" and its phrases, one a line. */
export const readPhrases = (text: string): { topic: string; tokens: string[] }[] => {
  let topic = '';
  return text
    .normalize('NFC')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('#')) topic = line.slice(1).trim();
      return line.startsWith('#') || line.trim() === '' ? [] : [{ topic, tokens: topicTokens(fold(line)) }];
    });
};

/** natural's classifier trained on phrases, and its counts by token. */
export function trainTopics(text: string): { classifier: Counted; model: TopicModel } {
  const classifier = new Bayes(undefined, SMOOTHING);
  for (const { topic, tokens } of readPhrases(text)) classifier.addDocument(tokens, topic);
  classifier.train();
  const { classFeatures, classTotals } = classifier.classifier;
  const topics = Object.keys(classTotals);
  const tokens = Object.keys(classifier.features).map((token, index): [string, number[]] => [
    token,
    topics.flatMap((topic, i) => {
      const count = classFeatures[topic]?.[index];
      return count === undefined ? [] : [i, count - SMOOTHING];
    }),
  ]);
  // natural counts one phrase more of every topic.
  const phrases = Object.fromEntries(topics.map((topic) => [topic, (classTotals[topic] as number) - 1]));
  return { classifier, model: { smoothing: SMOOTHING, phrases, tokens: Object.fromEntries(tokens.sort(byToken)) } };
}

const byToken = ([a]: [string, number[]], [b]: [string, number[]]): number => (a < b ? -1 : 1);
