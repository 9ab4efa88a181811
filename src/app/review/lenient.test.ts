import { describe, expect, test } from '@jest/globals';
import { figure, record } from '../../../tests/app/reviewing.ts';
import { readFigure, readRecord } from './lenient.ts';

describe('a stored figure', () => {
  test('of this version is itself', () => {
    const stored = figure('f1');
    expect(readFigure(stored)).toEqual({ figure: stored, unreadable: {} });
  });

  test.each<[Record<string, unknown>, object, object]>([
    [{ value: null }, { value: 0 }, { value: null }],
    [{ value: 'mười' }, { value: 0 }, { value: 'mười' }],
    [{ unit: 'furlong' }, { unit: 'item' }, { unit: 'furlong' }],
    [{ indicator: 'pov.gone' }, { indicator: null }, { indicator: 'pov.gone' }],
    [
      { subjects: ['poor_household', 'gone'] },
      { subjects: ['poor_household'] },
      { subjects: ['poor_household', 'gone'] },
    ],
    [{ period: { start: 'x', end: 'y' } }, { period: null }, { period: { start: 'x', end: 'y' } }],
    [{ cell: undefined, purpose: undefined, implied: undefined }, { cell: null, purpose: null, implied: [] }, {}],
  ])('with %j is shown as %j and loses nothing', (change, shown, unreadable) => {
    const stored = { ...figure('f1'), ...change };
    expect(readFigure(stored)).toEqual({ figure: { ...figure('f1'), ...shown }, unreadable });
  });

  test.each([null, undefined, 7, 'x', []])('that is none (%j) is an empty one', (stored) => {
    expect(readFigure(stored)).toMatchObject({ figure: { value: 0, label: '' }, unreadable: { value: null } });
  });
});

test('a record of an earlier schema has empty lists for those it did not know', () => {
  const { checks: _checks, messages: _messages, ...older } = record([figure('f1')]);
  expect(readRecord(older as ReturnType<typeof record>)).toEqual(record([figure('f1')]));
});
