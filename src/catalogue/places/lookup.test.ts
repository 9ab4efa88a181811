import { describe, expect, test } from '@jest/globals';
import { candidates, coverage, currentOf, lookup, nameKey, parseName, toPlace } from './index.ts';
import { communes2023, districts2023, formerCommunes, formerDistricts } from './units.ts';

describe('nameKey', () => {
  test.each([
    ['Hòa Bình', 'Hoà Bình', 'HÒA BÌNH'],
    ['Đắk Lắk', 'Đắc Lắc', 'Đăk Lăk', 'ĐẮK LẮK', 'Đak Lak', 'Dak Lak'],
    ["Ea H'leo", 'EaH’leo', 'Ea Hleo'],
    ["Đắk R'lấp", 'Đăk Rlấp', 'ĐắkR’lấp'],
    ['Chư Sê', 'ChưSê'],
    ['Kon Plông', 'KonPlông'],
    ['Krông Pắc', 'Krông Păk', 'KrôngPăc'],
    ['Thủy Nguyên', 'Thuỷ Nguyên'],
    ['Phan Rang - Tháp Chàm', 'Phan Rang-Tháp Chàm', 'Phan Rang – Tháp Chàm'],
    ['Mỹ Tho', 'Mĩ Tho'],
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
    ['Chương Mỹ', 'Chư Ơng Mỹ'],
    ['Kông Chro', 'Kon Gchro'],
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
    ['tỉnh Đắk Lắk', '66', ['Daklak', 'Đaklak', 'tỉnh Đắc Lắc', 'ĐăkLăk', 'Dak Lak']],
    ['tỉnh Kon Tum', '62', ['tỉnh KonTum', 'tỉnh Kontum']],
    ['huyện Đakrông', '467', ['huyện Đakrông', 'huyện Đa Krông']],
    ['huyện Trà Ôn', '862', ['H. Trà Ôn', 'H.Trà Ôn']],
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

describe('units of other years', () => {
  test.each([
    ['huyện Từ Liêm', 'thành phố Hà Nội', null],
    ['huyện Mỏ Cày', 'tỉnh Bến Tre', null],
    ['huyện Yên Hưng', 'tỉnh Quảng Ninh', null],
    ['huyện Mỹ Văn', 'tỉnh Hưng Yên', null],
    ['huyện Hoành Bồ', 'tỉnh Quảng Ninh', '204'],
    ['huyện Thông Nông', 'tỉnh Cao Bằng', '044'],
    ['huyện Tây Trà', 'tỉnh Quảng Ngãi', '526'],
    ['quận 9', 'thành phố Hồ Chí Minh', '763'],
    ['thị xã Chũ', 'tỉnh Bắc Giang', '224'],
    ['huyện Long Đất', 'tỉnh Bà Rịa - Vũng Tàu', '753'],
  ])('%s of %s', (name, province, code) => {
    expect(lookup(name)).toMatchObject({ name, code, parent: { name: province } });
  });

  test.each([
    ['thành phố Phổ Yên', '172', ['thị xã Phổ Yên', 'huyện Phổ Yên']],
    ['quận Hà Đông', '268', ['thị xã Hà Đông', 'thành phố Hà Đông']],
    ['thành phố Dĩ An', '724', ['thị xã Dĩ An', 'huyện Dĩ An']],
    ['huyện Mộc Châu', '123', ['thị xã Mộc Châu']],
    ['thành phố Thủ Đức', '769', ['huyện Thủ Đức']],
  ])('%s under another type word', (name, code, forms) => {
    for (const form of forms) expect(lookup(form)).toMatchObject({ name, code });
  });

  test.each(['thành phố Bình Dương', 'tỉnh Quy Nhơn', 'xã Ba Đình Hai'])('%s is none', (name) =>
    expect(lookup(name)).toBeNull());

  test('communes merged before and after 2023, with the commune that holds their ground now', () => {
    const within = (name: string, province: string) => lookup(name, 'commune', lookup(province));
    expect(toPlace(within('xã Vị Quang', 'tỉnh Cao Bằng') as never)).toMatchObject({
      code: '01369',
      current: { name: 'xã Cần Yên' },
    });
    expect(toPlace(within('phường Bùi Thị Xuân', 'thành phố Hà Nội') as never)).toMatchObject({
      code: '00250',
      current: { name: 'phường Hai Bà Trưng' },
    });
    expect(within('phường Mộc Lỵ', 'tỉnh Sơn La')?.code).toBe('03980');
  });

  test('a commune of 2025 lies in the provinces that its province took in', () => {
    const unit = lookup('xã Nghĩa Thành', 'commune', lookup('TP.HCM'), '2026-01');
    expect(unit).toMatchObject({ era: '2025', code: '26617' });
  });

  test('every unit of 2023 is found under its own name where it lies', () => {
    const units = [...districts2023(), ...communes2023()];
    expect(units.filter((unit) => !candidates(unit.name, unit.level, unit.parent).includes(unit))).toEqual([]);
  });

  test('every unit of other years is found too, or the one of 2023 that bears its name there', () => {
    const units = [...formerDistricts(), ...formerCommunes()];
    const found = units.map((unit) => candidates(unit.name, unit.level, unit.parent));
    expect(units.filter((_, index) => found[index]?.length === 0)).toEqual([]);
    expect(found.filter((same, index) => same.includes(units[index] as never)).length).toBeGreaterThan(1050);
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
    expect(mapped / communes).toBeGreaterThan(0.998);
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
