/**
 * Trains the topic classifier: `node scripts/train-topics.ts` reads fixtures/topics/phrases.txt and writes
 * src/extract/context/topic-model.json. natural's BayesClassifier counts; what it counted is kept by token, so that a
 * statement costs its own tokens and not the whole vocabulary (`src/extract/context/topic-classifier.ts`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trainTopics } from './topic-phrases.ts';

const root = join(import.meta.dirname, '..');
const phrases = readFileSync(join(root, 'fixtures/topics/phrases.txt'), 'utf8');
const { model } = trainTopics(phrases);
const lines = Object.entries(model.tokens).map(
  ([token, pairs]) => `    ${JSON.stringify(token)}: [${pairs.join(', ')}]`,
);
const head = JSON.stringify({ smoothing: model.smoothing, phrases: model.phrases }, null, 2).replace(/\n\}$/, '');
const path = join(root, 'src/extract/context/topic-model.json');
writeFileSync(path, `${head},\n  "tokens": {\n${lines.join(',\n')}\n  }\n}\n`);
process.stderr.write(`${Object.keys(model.phrases).length} topics, ${lines.length} tokens: ${path}\n`);
