import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dictionary, within } from './dictionary.ts';
import { fold, wordPattern } from './words.ts';

describe('fold', () => {
  test.each([
    ['hòa bình', 'HOÀ BÌNH', 'Hòa Bình', 'hoà bình'],
    ['thủy lợi', 'Thuỷ lợi', 'THỦY LỢI'],
    ['khỏe', 'khoẻ', 'Khỏe'],
    ['liệt sĩ', 'liệt sỹ', 'LIỆT SĨ'],
    ['quỹ', 'qũy', 'Quỹ'],
    // Older converters of PDF write one letter for another.
    ['dưới 5 trường', 'dƣới 5 trƣờng', 'DƢỚI 5 TRƢỜNG'],
    // A tone that has no older place stays.
    ['hoàn cảnh', 'Hoàn cảnh'],
    ['quý', 'Quý'],
    ['12 hộ', '12\u00a0hộ', '12\u202fhộ'],
  ])('%s', (folded, ...written) => {
    for (const text of written) expect(fold(text)).toBe(folded);
  });

  test('keeps every offset, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
    expect(fold('İ hộ')).toHaveLength(4);
  });
});

describe('words end where Vietnamese letters do', () => {
  test.each([
    [true, 'đ', '5 đ là'],
    [false, 'đ', '5 đối tượng'],
    [false, 'xã', 'xãy ra'],
    [true, 'hộ nghèo', 'các hộ\u00a0 nghèo.'],
    [false, 'nghèo', 'nghe\u0300o'],
    [false, 'm', '5m2'],
  ])('%s: %s in "%s"', (found, word, text) => {
    expect(wordPattern([word]).test(text)).toBe(found);
  });
});

describe('dictionary', () => {
  const find = dictionary<string>([
    ['household', ['hộ', 'hộ nghèo']],
    ['passport', ['hộ chiếu']],
    ['storm', ['do bão']],
    ['victim', ['(?:người|hộ|gia đình|bà con) gặp khó khăn', 'khó khăn', 'khó khăn do (?:bão|lũ)']],
  ]);

  test('what counts is how much of the text a phrase takes, not how long it is written', () => {
    expect(find('khó khăn do bão').map(({ span }) => span)).toEqual([{ start: 0, end: 15 }]);
    expect(find('khó khăn, do bão').map(({ value }) => value)).toEqual(['victim', 'storm']);
  });

  test('the longest phrase at a place hides those inside it', () => {
    expect(find('hộ chiếu, hộ, hộ nghèo').map(({ value }) => value)).toEqual(['passport', 'household', 'household']);
    expect(find('hộ nghèo')[0]?.span).toEqual({ start: 0, end: 8 });
    expect(find('chủ nghĩa')).toEqual([]);
  });

  test('within keeps the entries that lie wholly in a span', () => {
    const entries = find('hộ hộ hộ');
    expect(within(entries, { start: 1, end: 8 }).map(({ span }) => span.start)).toEqual([3, 6]);
    expect(within(entries, { start: 3, end: 4 })).toEqual([]);
  });
});
