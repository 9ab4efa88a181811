import { expect, test } from '@jest/globals';
import type { Figure } from '../../src/model/index.ts';
import { draftsOf, recordOf } from './document.ts';

/** What is stated first, then the phrasings that state it. */
export type Row<T = string> = readonly [expected: T, ...phrasings: string[]];

type Stated = Pick<Figure, 'value' | 'unit' | 'per' | 'comparator' | 'role'>;

/** A figure in a few words: "gt 5000000 VND/person/month change"; equality and the actual go without saying. */
export const brief = ({ value, unit, per, comparator, role }: Stated): string =>
  [comparator === 'eq' ? '' : comparator, value, [unit, ...per].join('/'), role === 'actual' ? '' : role]
    .filter((part) => part !== '')
    .join(' ');

/** Every figure of a text in brief, in reading order. */
export const statedIn = (text: string): string => draftsOf(text.normalize('NFC')).map(brief).join(', ');

/** One test a phrasing: the figures it states. An empty expectation is a refusal. */
export const phrasings = (rows: readonly Row[]): void => {
  for (const [expected, ...texts] of rows) {
    test.each(texts)(`${expected || 'no figure'}: %s`, (text) => {
      expect(statedIn(text)).toBe(expected);
    });
  }
};

/** The same on whole records, for rows whose phrasing is a text: each figure as `show` gives it. */
export const records = (rows: readonly Row[], show: (figure: Figure) => string): void => {
  for (const [expected, ...texts] of rows) {
    test.each(texts)(`${expected}: %s`, (text) => {
      expect(recordOf(text.normalize('NFC')).figures.map(show).join('; ')).toBe(expected);
    });
  }
};
