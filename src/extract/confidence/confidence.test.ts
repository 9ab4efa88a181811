import { expect, test } from '@jest/globals';
import type { Check, Figure } from '../../model/index.ts';
import { type ConfidenceFeatures, confidence, featuresOf } from './index.ts';
import { calibrationError, crossValidate, type Example, logLoss, predict, train } from './logistic.ts';

const SURE: ConfidenceFeatures = {
  unit: 'explicit',
  sign: false,
  number: 'plain',
  indicator: 'stated',
  subjects: 'stated',
  inherited: 0,
  besideActual: false,
  passed: 0,
  failed: 0,
};

test('a passed check raises confidence and a failed one lowers it', () => {
  expect(confidence({ ...SURE, passed: 1 })).toBeGreaterThan(confidence(SURE));
  expect(confidence({ ...SURE, failed: 1 })).toBeLessThan(confidence(SURE));
});

test('confidence is a probability even for the worst figure', () => {
  const worst = confidence({
    ...SURE,
    unit: 'other',
    number: 'odd',
    indicator: 'none',
    subjects: 'none',
    inherited: 9,
    failed: 3,
  });
  expect(worst).toBeGreaterThanOrEqual(0);
  expect(worst).toBeLessThan(confidence(SURE));
  expect(confidence({ ...SURE, passed: 5 })).toBeLessThanOrEqual(1);
});

const text = 'Toàn huyện có 1.855 hộ nghèo, chiếm 4,82%, một hộ và 18550 hộ, 1,855.5 hộ.';
const figure = (literal: string, fields: Partial<Figure> = {}): Omit<Figure, 'confidence'> => ({
  id: 'f1',
  span: { start: text.indexOf(literal), end: text.indexOf(literal) + literal.length },
  boxes: [],
  kind: 'count',
  value: 1,
  unit: 'household',
  unitText: 'hộ',
  per: [],
  comparator: 'eq',
  role: 'actual',
  indicator: 'pov.poor_households',
  subjects: ['poor_household'],
  topic: 'poverty_reduction',
  purpose: null,
  period: null,
  place: null,
  partOf: null,
  section: null,
  label: '',
  rule: '',
  implied: [],
  cell: null,
  ...fields,
});

test.each<[Partial<ConfidenceFeatures>, string, Partial<Figure>]>([
  [{ unit: 'explicit', number: 'plain', indicator: 'stated', sign: false }, '1.855', {}],
  [{ sign: true }, '4,82%', { kind: 'percentage', unit: 'percent' }],
  [{ number: 'plain' }, '18550', {}],
  [{ number: 'odd' }, 'một', {}],
  [{ number: 'odd' }, '1,855.5', {}],
  [{ unit: 'implied', inherited: 1 }, '1.855', { implied: ['unit', 'period'] }],
  [{ unit: 'other' }, '1.855', { unit: 'item' }],
  [{ indicator: 'none', subjects: 'none' }, '1.855', { indicator: null, subjects: [] }],
  [{ besideActual: true }, '1.855', { role: 'target' }],
])('%j is read off %s', (expected, literal, fields) => {
  expect(featuresOf(figure(literal, fields), text, [], [])).toMatchObject(expected);
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
  expect(featuresOf(f, text, [check('pass', 'f1'), check('fail', 'f2')], [])).toMatchObject({ passed: 1, failed: 0 });
  const warning = { code: 'odd_separator', severity: 'warning' as const, message: '', span: f.span };
  expect(featuresOf(f, text, [], [warning]).number).toBe('odd');
  expect(featuresOf(f, text, [], [{ ...warning, span: { start: 0, end: 2 } }]).number).toBe('plain');
});

/** Twenty documents in which an input halves the odds of being right, with a fixed order of outcomes. */
const labelled: Example[] = Array.from({ length: 400 }, (_, i) => ({
  document: `d${Math.floor(i / 20)}`,
  inputs: [i % 2],
  correct: i % 2 === 0 ? Math.floor(i / 2) % 10 !== 0 : Math.floor(i / 2) % 10 < 6,
}));

test('training recovers the frequencies behind the labels', () => {
  const model = train(labelled, 0);
  expect(predict(model, [0])).toBeCloseTo(0.9, 1);
  expect(predict(model, [1])).toBeCloseTo(0.6, 1);
});

test('cross-validation scores every example once, by a model that beats a constant', () => {
  const scored = crossValidate(labelled);
  expect(scored).toHaveLength(labelled.length);
  expect(calibrationError(scored)).toBeLessThan(0.1);
  expect(logLoss(scored)).toBeLessThan(logLoss(labelled.map((e) => ({ probability: 0.75, correct: e.correct }))));
});

test('calibration error is the mean distance of the bins', () => {
  expect(
    calibrationError([
      { probability: 0.95, correct: true },
      { probability: 0.95, correct: false },
    ]),
  ).toBeCloseTo(0.45);
});

test('the bias is that of documents no rule was written on', () => {
  const tuned = labelled.map((e) => ({ ...e, document: `t${e.document}`, correct: true, tuned: true }));
  const model = train([...labelled, ...tuned], 0);
  const mean = labelled.reduce((sum, e) => sum + predict(model, e.inputs), 0) / labelled.length;
  expect(mean).toBeCloseTo(0.75, 2);
  expect(crossValidate([...labelled, ...tuned])).toHaveLength(labelled.length);
});
