import { describe, expect, test } from '@jest/globals';
import { isBlank, isYear, numberIn } from './value.ts';

const written = (text: string) => {
  const found = numberIn(text);
  if (!found) return 'none';
  const { numeral, end, comparator, sign, own } = found;
  return [
    comparator === 'eq' ? '' : comparator,
    `${sign < 0 ? '-' : ''}${text.slice(numeral.start, numeral.end)}`,
    own ? `[${own.unit}]` : '',
    end > numeral.end ? text.slice(numeral.end, end) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
};

describe('the number of a cell', () => {
  test.each([
    ['3.649', ['3.649', ' 3.649 ', '+3.649']],
    ['-1,2', ['-1,2', '- 1,2', '–1,2', '−1,2']],
    ['1 200', ['1 200']],
    ['12,5', ['(12,5)']],
    ['4,82 [percent] %', ['4,82%']],
    ['12 [household]', ['12 hộ']],
    ['16 [VND]  tỷ đồng', ['16 tỷ đồng']],
    ['ge 95', ['≥ 95', '>=95']],
    ['gt 90 [percent] %', ['> 90%', 'trên 90%']],
    ['none', ['', '-', 'x', 'Bình Tân', '12/15', '30/6/2023', '2 xã và 3 thôn', '1.000 - 2.000', 'QĐ 135', '12 abc']],
  ])('%s', (expected, texts) => {
    for (const text of texts) expect([text, written(text)]).toEqual([text, expected]);
  });

  test('blanks say nothing, years date', () => {
    for (const text of ['', '-', '–', '…', '...', ' x ']) expect([text, isBlank(text)]).toEqual([text, true]);
    for (const text of ['0', 'Xã']) expect([text, isBlank(text)]).toEqual([text, false]);
    for (const text of ['2019', 'Năm 2022']) expect([text, isYear(text)]).toEqual([text, true]);
    for (const text of ['2.019', '1.950', '20199', '1850']) expect([text, isYear(text)]).toEqual([text, false]);
  });
});
