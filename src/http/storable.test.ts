import { expect, test } from '@jest/globals';
import { storable } from './storable.ts';

test.each<[boolean, unknown]>([
  [true, 'hộ nghèo 😀'],
  [true, { value: 1, reason: 'sai', per: ['person'], period: null }],
  [true, undefined],
  [false, 'a\0b'],
  [false, 'half \ud83d of a pair'],
  [false, { reason: 'a\0' }],
  [false, { per: ['person', '\udc00'] }],
  [false, { 'a\0': 1 }],
])('%s: %j', (expected, value) => {
  expect(storable(value)).toBe(expected);
});
