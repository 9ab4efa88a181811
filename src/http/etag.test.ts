import { describe, expect, test } from '@jest/globals';
import { matches, toETag, unchanged } from './etag.ts';

test('a tag of the ledger is quoted', () => {
  expect(toETag('4f2a')).toBe('"4f2a"');
});

describe('If-None-Match compares weakly', () => {
  test.each<[boolean, string | undefined]>([
    [true, '"4f2a"'],
    [true, 'W/"4f2a"'],
    [true, '"other", "4f2a"'],
    [true, '*'],
    [false, '"other"'],
    [false, '4f2a'],
    [false, ''],
    [false, undefined],
  ])('%s: %s', (expected, condition) => {
    expect(unchanged(condition, '"4f2a"')).toBe(expected);
  });
});

describe('If-Match compares strongly', () => {
  test.each<[boolean, string]>([
    [true, '"4f2a"'],
    [true, '"other","4f2a"'],
    [true, '*'],
    [false, 'W/"4f2a"'],
    [false, '"other"'],
    [false, '4f2a'],
    [false, ''],
  ])('%s: %s', (expected, condition) => {
    expect(matches(condition, '"4f2a"')).toBe(expected);
  });
});
