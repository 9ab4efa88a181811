import { describe, expect, test } from '@jest/globals';
import { candidates, coverage, currentOf, lookup, nameKey, parseName, toPlace } from './index.ts';

describe('nameKey', () => {
  test.each([
    ['Hòa Bình', 'Hoà Bình', 'HÒA BÌNH'],
    ['Đắk Lắk', 'Đắc Lắc', 'Đăk Lăk', 'ĐẮK LẮK'],
    ['Bà Rịa - Vũng Tàu', 'Bà Rịa-Vũng Tàu', 'Bà Rịa – Vũng Tàu'],
    ['Quy Nhơn', 'Qui Nhơn'],
    ['1', '01'],
  ])('%s', (name, ...others) => {
    for (const other of others) expect(nameKey(other)).toBe(nameKey(name));
  });

  test.each([
    ['Hà Nam', 'Hà Nẵm'],
    ['Bình Định', 'Bình Dinh'],
    ['Phú Yên', 'Phủ Yên'],
  ])('%s is not %s', (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)));
});

describe('parseName', () => {
  test.each([
    [
      'thành phố',
      'Hồ Chí Minh',
      ['TP.HCM', 'TPHCM', 'TP. Hồ Chí Minh', 'T.P Hồ Chí Minh', 'Thành phố Hồ Chí Minh', 'tp HCM'],
    ],
    ['thị xã', 'An Nhơn', ['TX. An Nhơn', 'TX An Nhơn', 'thị xã An Nhơn', 'Thị Xã An Nhơn']],
    ['thị trấn', 'Phú Phong', ['TT. Phú Phong', 'TT Phú Phong', 'thị trấn Phú Phong']],
    ['quận', '1', ['Quận 1', 'Q.1', 'Q. 1']],
    [null, 'Hồ Chí Minh', ['Sài Gòn', 'Hồ Chí Minh']],
    [null, 'Tam Kỳ', ['Tam Kỳ']],
    [null, 'Hpong', ['Hpong']],
  ])('%s %s', (type, bare, forms) => {
    for (const form of forms) expect(parseName(form)).toEqual({ type, bare });
  });
});

describe('lookup', () => {
  test.each([
    ['tỉnh Thừa Thiên Huế', '46', ['tỉnh Thừa Thiên-Huế', 'Thừa Thiên - Huế', 'TT-Huế', 'TT Huế']],
    ['thành phố Hồ Chí Minh', '79', ['TP.HCM', 'TP Hồ Chí Minh', 'TPHCM']],
    ['tỉnh Bà Rịa - Vũng Tàu', '77', ['Bà Rịa-Vũng Tàu', 'tỉnh Bà Rịa – Vũng Tàu', 'BR-VT']],
    ['huyện Tây Sơn', '547', ['huyện Tây Sơn', 'H. Tây Sơn']],
    ['thành phố Quy Nhơn', '540', ['TP. Quy Nhơn', 'T.P Qui Nhơn']],
    ['tỉnh Hà Tây', null, ['tỉnh Hà Tây', 'Hà Tây']],
  ])('%s %s', (name, code, forms) => {
    for (const form of forms) expect(lookup(form)).toMatchObject({ name, code });
  });

  test('a commune found within its district and its province', () => {
    const district = lookup('huyện Tây Sơn', 'district', lookup('tỉnh Bình Định'));
    expect(lookup('xã Bình Tân', 'commune', district)?.code).toMatch(/^\d{5}$/);
    expect(lookup('xã Bình Tân', 'commune', lookup('tỉnh Bình Định'))).toBe(lookup('xã Bình Tân', 'commune', district));
  });

  test('a name that several units bear is not guessed', () => {
    expect(candidates('xã Tân Lập').length).toBeGreaterThan(5);
    expect(lookup('xã Tân Lập')).toBeNull();
  });

  test.each(['huyện Không Có', 'xã hội', 'thành phố', ''])('%j is no unit', (name) => expect(lookup(name)).toBeNull());

  test('the division in force on the day is preferred', () => {
    expect(lookup('tỉnh Gia Lai')?.code).toBe('64');
    expect(lookup('tỉnh Gia Lai', 'province', null, '2025-09-30')?.code).toBe('52');
  });
});

describe('currentOf', () => {
  test.each([
    ['thị trấn Phú Phong', 'huyện Tây Sơn', 'xã Tây Sơn'],
    ['huyện Tây Sơn', 'tỉnh Bình Định', 'tỉnh Gia Lai'],
    ['tỉnh Long An', null, 'tỉnh Tây Ninh'],
    ['tỉnh Thừa Thiên Huế', null, 'thành phố Huế'],
    ['tỉnh Hà Nam Ninh', null, 'tỉnh Ninh Bình'],
  ])('%s, %s is now %s', (name, within, current) => {
    const unit = lookup(name, undefined, within ? lookup(within) : null);
    expect(unit && currentOf(unit)?.name).toBe(current);
  });

  test('ground divided among several provinces has none', () => {
    const unit = lookup('tỉnh Nghĩa Bình');
    expect(unit && currentOf(unit)).toBeNull();
  });

  test('nearly every commune of 2023 and every province is mapped', () => {
    const { communes, mapped, provinces } = coverage();
    expect(mapped / communes).toBeGreaterThan(0.97);
    expect(provinces).toBe(63);
  });
});

test('toPlace names province and present unit with their codes', () => {
  const unit = lookup('thị trấn Phú Phong', 'commune', lookup('tỉnh Bình Định'));
  expect(unit && toPlace(unit)).toEqual({
    name: 'thị trấn Phú Phong',
    level: 'commune',
    code: '21808',
    province: { name: 'tỉnh Bình Định', code: '52' },
    current: { name: 'xã Tây Sơn', code: '21808' },
  });
});
