import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { matches, quick } from './quick.ts';
import { fold } from './words.ts';

const FOLDER = 'fixtures';
const TEXTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => fold(readFileSync(`${FOLDER}/${name}`, 'utf8').normalize('NFC')));

test.each([
  /(?<!\p{L})(?:tăng|giảm)(?!\p{L})/gu,
  /(?<!\p{L}|không )(?:(?:ước )?đạt|(?<!có )mục tiêu|[\p{L}]{2,4} nghèo)(?!\p{L})/gu,
  /(?<!\p{L})(?:ước\s+)?(?:đạt|thực hiện)\s+([\d.,]+)/gu,
  /(?<![\p{L}\p{M}\d])(?:\d+|(?:hai|ba)+)\s(?<noun>hộ|người)/gu,
  /(?<!\p{L})(?:|có )hộ/gu,
  /(?<=\d\s)hộ|(?<!\p{L})xã/gu,
])('%s finds what it finds unchanged', (pattern) => {
  let found = 0;
  for (const text of TEXTS) {
    const unchanged = [...text.matchAll(pattern)];
    expect(matches(quick(pattern), text)).toEqual(unchanged);
    found += unchanged.length;
  }
  expect(found).toBeGreaterThan(0);
});

test('matches go on behind an empty one', () => {
  const pattern = /x*(?=.|$)/g;
  expect(matches(pattern, 'axb')).toEqual([...'axb'.matchAll(pattern)]);
});
