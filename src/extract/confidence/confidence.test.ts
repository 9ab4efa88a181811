import { expect, test } from '@jest/globals';
import { BLANK_FIGURE } from '../../model/blank-figure.ts';
import type { Check, Figure, Message } from '../../model/index.ts';
import { inputs } from './features.ts';
import { type ConfidenceFeatures, confidence, contributions, weigher } from './index.ts';
import { crossValidate, type Example, logLoss, predict, train } from './logistic.ts';

const SURE: ConfidenceFeatures = {
  area: 'pov',
  unit: 'household',
  unitImplied: false,
  sign: false,
  oddNumber: false,
  indicatorImplied: false,
  noSubjects: false,
  topicLead: 12,
  wordless: false,
  passed: 0,
  failed: 0,
  ocrDoubt: 0,
};

test.each<[string, Partial<ConfidenceFeatures>]>([
  ['digits that an OCR engine was not sure of', { ocrDoubt: 0.5 }],
  ['a failed check', { failed: 1 }],
  ['a unit taken from a neighbour', { unitImplied: true }],
  ['digits about which a message was left', { oddNumber: true }],
  ['words that leave the topic open', { topicLead: 0.2 }],
  ['an indicator taken over', { indicatorImplied: true }],
])('%s lowers confidence', (_, features) => {
  expect(confidence({ ...SURE, ...features })).toBeLessThan(confidence(SURE));
});

test('a passed check raises confidence', () => {
  expect(confidence({ ...SURE, topicLead: 1, passed: 1 })).toBeGreaterThan(confidence({ ...SURE, topicLead: 1 }));
});

test('confidence is a probability even for the worst figure, and for codes that no example had', () => {
  const worst = {
    ...SURE,
    unitImplied: true,
    oddNumber: true,
    noSubjects: true,
    topicLead: 0,
    wordless: true,
    failed: 3,
  };
  expect(confidence(worst)).toBeGreaterThanOrEqual(0);
  expect(confidence(worst)).toBeLessThan(confidence(SURE));
  const unseen = confidence({ ...SURE, area: 'none:nothing' });
  expect(unseen).toBeGreaterThan(0);
  expect(unseen).toBeLessThanOrEqual(1);
});

test('contributions name what weighs, the strongest first', () => {
  const parts = contributions({ ...SURE, failed: 1 });
  const strengths = parts.map(({ weight }) => Math.abs(weight));
  expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
  expect(parts.find(({ name }) => name === 'check failed')?.weight).toBeLessThan(0);
  expect(parts.map(({ name }) => name)).not.toContain('check passed');
});

const text = 'Toàn huyện có 1.855 hộ nghèo, chiếm 4,82%, một hộ và 18550 hộ, 1,855.5 hộ.';
const figure = (literal: string, fields: Partial<Figure> = {}): Omit<Figure, 'confidence'> => ({
  ...BLANK_FIGURE,
  id: 'f1',
  span: { start: text.indexOf(literal), end: text.indexOf(literal) + literal.length },
  value: 1,
  unit: 'household',
  unitText: 'hộ',
  indicator: 'pov.poor_households',
  subjects: ['poor_household'],
  topic: 'poverty_reduction',
  ...fields,
});
const TOLD = { topicLead: 3, lead: 14 };

test.each<[Partial<ConfidenceFeatures>, string, Partial<Figure>]>([
  [{ area: 'pov', unit: 'household', sign: false, oddNumber: false, topicLead: 3, wordless: false }, '1.855', {}],
  [{ sign: true }, '4,82%', { kind: 'percentage', unit: 'percent' }],
  [{ oddNumber: false }, '18550', {}],
  [{ oddNumber: true }, 'một', {}],
  [{ oddNumber: true }, '1,855.5', {}],
  [{ unitImplied: true, indicatorImplied: false }, '1.855', { implied: ['unit', 'period'] }],
  [{ indicatorImplied: true }, '1.855', { implied: ['indicator'] }],
  [
    { area: 'none:housing_support', noSubjects: true, indicatorImplied: false },
    '1.855',
    { indicator: null, topic: 'housing_support', subjects: [], implied: ['indicator'] },
  ],
])('%j is read off %s', (expected, literal, fields) => {
  expect(weigher(text, [], [])(figure(literal, fields), TOLD)).toMatchObject(expected);
});

test('checks and warnings on a figure count, others do not', () => {
  const check = (status: Check['status'], id: string): Check => ({
    rule: 'r',
    status,
    figures: [id],
    expected: 1,
    actual: 1,
    message: '',
  });
  const f = figure('1.855');
  const weighed = weigher(text, [check('pass', 'f1'), check('fail', 'f2')], []);
  expect(weighed(f, TOLD)).toMatchObject({ passed: 1, failed: 0 });
  const warned = (message: Partial<Message>) =>
    weigher(text, [], [{ code: 'odd_separator', severity: 'warning', message: '', span: f.span, ...message }])(f, TOLD);
  expect(warned({}).oddNumber).toBe(true);
  expect(warned({ span: { start: 0, end: 2 } }).oddNumber).toBe(false);
  expect(warned({ severity: 'info' }).oddNumber).toBe(false);
});

test('inputs lie between 0 and 1, and those of 0 are left out', () => {
  const named = inputs({ ...SURE, topicLead: 1e6, passed: 7 });
  for (const value of named.values()) {
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(1);
  }
  expect(named.has('check failed')).toBe(false);
});

/** Twenty documents in which an input lowers the share right from 0.9 to 0.6, with a fixed order of outcomes. */
const labelled: Example[] = Array.from({ length: 400 }, (_, i) => ({
  document: `d${Math.floor(i / 20)}`,
  inputs: new Map(i % 2 ? [['x', 1]] : []),
  correct: i % 2 === 0 ? Math.floor(i / 2) % 10 !== 0 : Math.floor(i / 2) % 10 < 6,
}));

test('training recovers the frequencies behind the labels', () => {
  const model = train(labelled);
  expect(predict(model, new Map())).toBeCloseTo(0.9, 1);
  expect(predict(model, new Map([['x', 1]]))).toBeCloseTo(0.6, 1);
});

test('what is believed holds where no example speaks, and yields where many do', () => {
  const model = train(labelled, { unheard: -2, x: 3 });
  expect(model.weights.unheard).toBeCloseTo(-2, 6);
  expect(model.weights.x).toBeLessThan(0);
});

test('cross-validation scores every example once, by a model that beats a constant', () => {
  const scored = crossValidate(labelled);
  expect(scored).toHaveLength(labelled.length);
  expect(logLoss(scored)).toBeLessThan(logLoss(labelled.map((e) => ({ probability: 0.75, correct: e.correct }))));
});

test('the bias is that of documents no rule was written on', () => {
  const tuned = labelled.map((e) => ({ ...e, document: `t${e.document}`, correct: true, tuned: true }));
  const model = train([...labelled, ...tuned]);
  const mean = labelled.reduce((sum, e) => sum + predict(model, e.inputs), 0) / labelled.length;
  expect(mean).toBeCloseTo(0.75, 2);
  expect(crossValidate([...labelled, ...tuned])).toHaveLength(labelled.length);
});
