import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readPhrases, trainTopics } from '../../scripts/topic-phrases.ts';
import { jointLogs, tableOf } from '../../src/extract/context/topic-classifier.ts';
import committed from '../../src/extract/context/topic-model.json' with { type: 'json' };
import { Topic } from '../../src/model/codes.ts';

const phrases = readFileSync(join(import.meta.dirname, '../../fixtures/topics/phrases.txt'), 'utf8');
const { classifier, model } = trainTopics(phrases);

test('the committed model is the one that the committed phrases give (node scripts/train-topics.ts)', () => {
  expect(committed).toEqual(model);
});

test('every topic has phrases to learn from', () => {
  expect(Object.keys(model.phrases).sort()).toEqual([...Topic.options].sort());
});

test('the table gives the probabilities that natural’s classifier gives', () => {
  const table = tableOf(model);
  for (const { tokens } of readPhrases(phrases).filter((_, i) => i % 29 === 0)) {
    const observed = classifier.textToFeatures(tokens);
    const logs = jointLogs(table, tokens);
    table.topics.forEach((topic, i) => {
      expect(logs[i]).toBeCloseTo(Math.log(classifier.classifier.probabilityOfClass(observed, topic)), 6);
    });
  }
});
