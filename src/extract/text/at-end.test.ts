import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { atEnd } from './at-end.ts';
import { fold } from './words.ts';

const FOLDER = 'fixtures';
const TEXTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => fold(readFileSync(`${FOLDER}/${name}`, 'utf8').normalize('NFC')));

test.each([
  /(?<!\p{L})(?:gần|dưới|trên|hơn|khoảng)(?:\s+(?:là|đạt))*\s*$/u,
  /(?<!\p{L})(tăng|giảm)(?:\s+(?:thêm|được))*\s+$/u,
  /(?:\p{L}[-–.]|\d\/\d+\/)$/u,
  /(?<!nhật )(?:thứ|hạng|tổ|thôn)\s+(?:số\s+)?$|^\s*[-+]\s*$/u,
  /số (?!hộ)[^.;,\d]{0,24}$/u,
])('%s finds what it finds read forwards', (pattern) => {
  const backwards = atEnd(pattern);
  let found = 0;
  for (const text of TEXTS)
    for (let end = 1; end < text.length; end += 7) {
      const words = text.slice(Math.max(0, end - 60), end);
      const match = pattern.exec(words);
      if (match) found += 1;
      expect(backwards.test(words)).toBe(match !== null);
      if (match) expect(backwards.exec(words)).toEqual(match);
    }
  expect(found).toBeGreaterThan(0);
});
