import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readValue } from './read-value.ts';

const nothingSaid = { kind: null, unit: null };
const money = { kind: 'money', unit: 'VND' };
const households = { kind: 'count', unit: 'household' };

describe('a typed number means', () => {
  test.each([
    [
      { value: 4_600_000_000, ...nothingSaid },
      ['4,6 tỷ', '4,6 tỉ', ' 4.600 triệu ', '4600000000', '4.600.000.000', '4 tỷ 600 triệu'],
    ],
    [{ value: 4_600_000_000, ...money }, ['4,6 tỷ đồng', '4.600 triệu đồng', '4.600.000.000đ', '4,6 tỷ VNĐ']],
    [{ value: 1855, ...nothingSaid }, ['1855', '1.855', '1 855']],
    [{ value: 1855, ...households }, ['1.855 hộ', '1855 hộ']],
    [{ value: 4.82, kind: 'percentage', unit: 'percent' }, ['4,82%', '4,82 %', '4,82 phần trăm']],
    [{ value: -2.3, kind: 'percentage', unit: 'percent' }, ['-2,3%', '− 2,3%', '–2,3 %']],
    [{ value: -612, ...nothingSaid }, ['-612']],
    [{ value: 2_500_000, ...nothingSaid }, ['2,5 triệu', '2 triệu rưỡi']],
    [{ value: 0, ...nothingSaid }, ['0', '00', 'không']],
    [{ value: 15, ...nothingSaid }, ['mười lăm', '15']],
    [{ value: 18_100, ...households }, ['18,1 nghìn hộ']],
    [{ value: 9.56, ...nothingSaid }, ['9,56', '9.56']],
  ])('%j', (expected, phrasings) => {
    for (const text of phrasings) expect({ text, ...readValue(text) }).toEqual({ text, ...expected });
  });

  test.each([
    ['nothing', ['', '   ', 'đồng', 'hộ nghèo', '-', 'abc']],
    ['more than one number', ['12 - 16 triệu', '18/21 xã', '5 6,7']],
    ['more than a number', ['khoảng 5', '5 hộ nghèo ở xã A', '5 abc', 'x5']],
    ['no number that can be right', ['1.23.456', '1,2,3', '12..5']],
    ['a currency that the catalogue has no unit for', ['700 USD', '$700']],
  ])('nothing where it is %s', (_, phrasings) => {
    for (const text of phrasings) expect([text, readValue(text)]).toEqual([text, null]);
  });

  test('the number that an official writes so', () => {
    const official = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2, useGrouping: 'always' });
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 99 }), (whole, part) => {
        const value = whole + Math.sign(whole) * (part / 100);
        expect(readValue(official.format(value))?.value).toBeCloseTo(value, 2);
      }),
    );
  });
});
