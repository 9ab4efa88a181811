import { expect, test } from '@jest/globals';
import { isMarkedSyllable, isSyllable } from './syllable.ts';

test.each(
  'nghèo hộ trợ cấp thường xuyên Quyết khuyến huyện quý giếng gì yếu hoà hòa uỷ ủy ĐIỀU khuỷu ngoằn xoong tuýp thuở'.split(
    ' ',
  ),
)('“%s” is a syllable', (word) => {
  expect(isSyllable(word)).toBe(true);
  expect(isSyllable(word.normalize('NFD'))).toBe(true);
});

test.each(
  'ngh èoo KHO ẢN̂ cấpp trợg côngtác hộà h£i nghÌo thêng® Île déjà élève façade'.split(' '),
)('“%s” is none', (word) => {
  expect(isMarkedSyllable(word)).toBe(false);
});

test.each(['ban', 'hai', 'la', 'long'])('“%s” is a syllable, but no proof of Vietnamese', (word) => {
  expect([isSyllable(word), isMarkedSyllable(word)]).toEqual([true, false]);
});

test.each(['mat', 'cap', 'hoc', 'tích̀'])('a rhyme closed by a stop needs its tone: “%s”', (word) => {
  expect(isSyllable(word)).toBe(false);
});
