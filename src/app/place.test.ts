import { expect, test } from '@jest/globals';
import { placeName, placeQuery } from './place.ts';

test.each([
  [{ code: '540' }, '540'],
  [{ name: 'tay son', levels: [] }, 'Tây Sơn'],
  [{ name: 'tay son', levels: ['district'] }, 'huyện Tây  Sơn'],
  [{ name: 'binh dinh', levels: ['province'] }, 'Tỉnh Bình Định'],
  [{ name: 'ho chi minh', levels: ['province', 'district'] }, 'TP. Hồ Chí Minh'],
  [{ name: 'phu phong', levels: ['commune'] }, 'thị trấn phú phong'],
  [{ name: '1', levels: ['district'] }, 'Quận 1'],
])('placeQuery gives %j for %j', (query, text) => expect(placeQuery(text)).toEqual(query));

test('a place is found by its bare name, with or without its type word', () => {
  const place = { level: 'district', code: '540', province: null, current: null } as const;
  expect(placeName({ ...place, name: 'huyện Tây Sơn' })).toBe('tay son');
  expect(placeName({ ...place, name: 'Tây Sơn' })).toBe('tay son');
});
