import { expect, test } from '@jest/globals';
import { calibrationError, type Judged, rankingQuality, reliability } from './reliability.ts';
import { reliabilityDiagram } from './reliability-diagram.ts';

const judged = (...pairs: [number, boolean][]): Judged[] => pairs.map(([confidence, right]) => ({ confidence, right }));

test('calibration error is the mean distance of the bins', () => {
  expect(calibrationError(judged([0.95, true], [0.95, false]))).toBeCloseTo(0.45);
  expect(calibrationError(judged([0.8, true], [0.8, true], [0.3, false]))).toBeCloseTo((0.2 * 2 + 0.3) / 3);
  expect(calibrationError([])).toBeNull();
});

test('bins go from low to high; 1 belongs to the last', () => {
  expect(reliability(judged([1, true], [0.92, false], [0.05, false]))).toEqual([
    { from: 0, count: 1, confidence: 0.05, right: 0 },
    { from: 0.9, count: 2, confidence: 0.96, right: 0.5 },
  ]);
});

test.each<[number | null, Judged[]]>([
  [1, judged([0.9, true], [0.4, false])],
  [0, judged([0.4, true], [0.9, false])],
  [0.5, judged([0.7, true], [0.7, false])],
  [0.75, judged([0.9, true], [0.5, true], [0.5, false], [0.5, false])],
  [null, judged([0.9, true])],
])('ranking quality %p', (expected, given) => {
  expect(rankingQuality(given)).toBe(expected);
});

test('the diagram says every bin in words and keeps its marks inside', () => {
  const svg = reliabilityDiagram(reliability(judged([0.95, true], [0.15, false], [0.95, true])), {
    title: 'A < B',
    description: 'three figures',
  });
  expect(svg).toContain('<title id="title">A &lt; B</title>');
  expect(svg).toContain('From 90 %: 2 figures, mean confidence 95 %, right 100 %.');
  expect(svg).toContain('From 10 %: 1 figures');
  for (const [, x = '', y = ''] of svg.matchAll(/cx="([\d.-]+)" cy="([\d.-]+)"/g)) {
    expect(Number(x)).toBeLessThanOrEqual(640);
    expect(Number(y)).toBeLessThanOrEqual(600);
    expect(Number(y)).toBeGreaterThanOrEqual(0);
  }
});
