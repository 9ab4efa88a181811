import { expect, test } from '@jest/globals';
import { annotated } from '../link/annotated.ts';
import { exact } from '../link/exact.ts';
import { partOf } from '../link/index.ts';
import { checks } from './index.ts';
import { misreadings } from './number.ts';

const said = (marked: string, recognised: boolean): string[] => {
  const { text, figures } = annotated(marked);
  return checks(text, figures, partOf(text, figures), recognised).map((c) => `${c.status}: ${c.message}`);
};

const MISREAD =
  'Toàn huyện có [500|household] hộ nghèo, gồm: nông thôn [173|household] hộ, thành thị [325|household] hộ.';

test('a digit that looks like another is offered where the text was recognised, and only there', () => {
  expect(said(MISREAD, true).join()).toContain('“173” là 175');
  expect(said(MISREAD, false).join()).not.toContain('“173” là 175');
});

test('what is offered can be taken as it is: the figure and its value', () => {
  const { text, figures } = annotated(MISREAD);
  const [check] = checks(text, figures, partOf(text, figures), true);
  expect(check?.suggestions).toContainEqual({ figure: figures[1]?.id, value: 175 });
});

test('nothing is offered where the sum is right', () => {
  expect(said(MISREAD.replace('[173', '[175'), true).join()).not.toContain('fail');
  const { text, figures } = annotated(MISREAD.replace('[173', '[175'));
  expect(checks(text, figures, partOf(text, figures), true).flatMap((check) => check.suggestions ?? [])).toEqual([]);
});

test.each<[string, number, boolean]>([
  ['2.257', 2207, true],
  ['1.855', 1355, true],
  ['7', 1, true],
  ['1.855', 1835, true],
  ['1.855', 1255, false],
  ['1.855', 8155, false],
])('%s may have been read as %d: %s', (written, read, expected) => {
  const value = Number(written.replace('.', ''));
  const figure = { value: read, kind: 'count' } as Parameters<typeof misreadings>[0];
  const found = misreadings(figure, exact(1)).map(({ digits }) => Number(digits));
  expect(found.includes(value)).toBe(expected);
});
