import { describe, expect, test } from '@jest/globals';
import { figure, NEW_REVIEW, reviewing } from '../../../tests/app/reviewing.ts';
import type { Figure } from '../../model/index.ts';
import { standing } from '../standing.ts';
import { agreementOf, compare } from './agreement.ts';

const of = (figures: Figure[], rejected: string[] = []) =>
  figures.map((one) => standing(one, '', { verdict: rejected.includes(one.id) ? 'rejected' : null }));

describe('two reviewers', () => {
  const first = [figure('f1'), figure('f2', { topic: 'housing_support' }), figure('f3'), figure('f4')];
  const second = [
    figure('f1', { value: 1 }),
    figure('f2', { topic: 'housing_support' }),
    figure('f3', { topic: 'housing_support' }),
    figure('f4'),
    figure('f5'),
  ];
  const { figures, both, fields, differences } = compare(of(first), of(second, ['f4']));
  const about = (name: string) => fields.find(({ field }) => field === name);

  test('are compared on the figures that both kept', () => {
    expect([figures, both]).toEqual([5, 3]);
    expect(about('value')).toEqual({ field: 'value', same: 2, of: 3, share: 2 / 3, kappa: null });
  });

  test('and on codes beyond chance', () => {
    // Observed 2/3; by chance 2/3 · 1/3 + 1/3 · 2/3 = 4/9; (2/3 − 4/9) / (5/9) = 0.4.
    expect(about('topic')?.kappa).toBeCloseTo(0.4, 10);
    expect(about('kind')).toMatchObject({ share: 1, kappa: null });
  });

  test('with every difference named', () => {
    expect(differences).toEqual([
      { figure: 'f4', field: 'figure', first: figure('f4'), second: null },
      { figure: 'f5', field: 'figure', first: null, second: figure('f5') },
      { figure: 'f1', field: 'value', first: 1855, second: 1 },
      { figure: 'f3', field: 'topic', first: 'poverty_reduction', second: 'housing_support' },
    ]);
  });
});

test.each([
  ['no_second_review', NEW_REVIEW],
  ['agreement_not_ready', { ...NEW_REVIEW, second: { who: 'm', state: 'finished' as const } }],
  [
    'agreement_not_ready',
    { ...NEW_REVIEW, reviewed: { who: 'l', at: '' }, second: { who: 'm', state: 'open' as const } },
  ],
])('%s until both have finished', (code, review) => {
  const now = reviewing({ figures: [], review });
  expect(() => agreementOf(now, () => [])).toThrow(expect.objectContaining({ code }));
});
