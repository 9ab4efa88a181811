import { describe, expect, test } from '@jest/globals';
import { lookup, nearestName } from './index.ts';

const VINH_LONG = lookup('tỉnh Vĩnh Long');

describe('nearestName', () => {
  test.each([
    ['xã Tân Hưng', 'commune', ['xã Tân Hưmg', 'xã Tân Hung', 'xã Tăn Hưng', 'xã Tân Hưn', 'xã Tâm Hưng']],
    ['xã Hựu Thành', 'commune', ['xã Hưu Thành', 'xã Hựu Thànn', 'xã Hựu Tành']],
    ['huyện Vũng Liêm', 'district', ['huyện Vũng Liệm', 'huyện Vũng Lêim']],
  ] as const)('%s', (name, level, damaged) => {
    for (const each of damaged) expect([each, nearestName(each, level, VINH_LONG)?.name]).toEqual([each, name]);
  });

  test('provinces and districts of the whole country', () => {
    expect(nearestName('tỉnh Bình Đinh', 'province', null)?.name).toBe('tỉnh Bình Định');
    expect(nearestName('huyện Hoài Ấn', 'district', null)?.name).toBe('huyện Hoài Ân');
  });

  test.each([
    ['two letters off', 'xã Tẩm Hưmg', 'commune'],
    ['one word', 'xã Hiếm', 'commune'],
    ['a number', 'phường 13', 'commune'],
    ['several as near', 'xã Đông Thanh', 'commune'],
  ] as const)('%s is nothing', (_, name, level) => expect(nearestName(name, level, VINH_LONG)).toBeNull());

  test('a commune without a province is nothing', () => expect(nearestName('xã Tân Hưmg', 'commune', null)).toBeNull());
});
