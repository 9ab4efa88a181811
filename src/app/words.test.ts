import { describe, expect, test } from '@jest/globals';
import { fold, phrases, sentenceAt, words } from './words.ts';

test.each([
  ['ho ngheo', 'Hộ nghèo'],
  ['ho ngheo', 'HỘ NGHÈO'.normalize('NFD')],
  ['dak doa', 'Đăk Đoa'],
])('fold gives %j for %j', (folded, text) => expect(fold(text)).toBe(folded));

test.each([
  [['1855', 'ho', 'ngheo', '482'], '1.855 hộ nghèo, 4,82%'],
  [['ho', 'ngheo'], ' hộ – nghèo. '],
  [[], ' … '],
])('words gives %j for %j', (expected, text) => expect(words(text)).toEqual(expected));

test.each([
  [[['ho'], ['ngheo']], 'hộ nghèo'],
  [[['ho', 'ngheo'], ['vay']], '"hộ nghèo" vay'],
  [[['vay'], ['ho', 'can']], 'vay “hộ cận'],
  [[], '"" '],
])('phrases gives %j for %j', (expected, query) => expect(phrases(query)).toEqual(expected));

describe('sentenceAt', () => {
  const text = 'Toàn huyện có 2.000 hộ. Trong đó 1.855 hộ nghèo, chiếm 4,82%; còn lại 145 hộ.\n2. Việc làm';
  const at = (literal: string) => {
    const start = text.indexOf(literal);
    return sentenceAt(text, { start, end: start + literal.length });
  };
  test.each([
    ['Toàn huyện có 2.000 hộ', '2.000'],
    ['Trong đó 1.855 hộ nghèo, chiếm 4,82%', '4,82%'],
    ['còn lại 145 hộ', '145'],
  ])('gives %j for %j', (sentence, literal) => expect(at(literal)).toBe(sentence));
});
