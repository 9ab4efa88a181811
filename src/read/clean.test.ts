import { expect, test } from '@jest/globals';
import { cleanCharacters, cleanLine } from './clean.ts';

test.each([
  ['1.855 hộ nghèo', '1.855\u00a0hộ\u202fnghèo', 'no-break spaces'],
  ['hộ nghèo', 'h\u200bộ ng\u00adhèo\ufeff', 'zero-width space, soft hyphen, byte order mark'],
  ['hộ nghèo', 'hộ nghèo', 'decomposed letters'],
  ['hộ', 'ho\u0323\u200b\u0302', 'a zero-width space between a letter and its marks'],
  ['QĐ-TTg', 'QĐ\u2011TTg', 'no-break hyphen'],
  ['• Đào tạo', '\uf0b7 Đào tạo', 'a bullet of a symbol font'],
  ['a\nb\nc\nd', 'a\r\nb\u2028c\vd', 'line breaks'],
  ['1.855', '1.8\u000055', 'control characters'],
  ['Đức Cơ đến', '\u00d0ức Cơ \u00f0ến', 'letters of Icelandic'],
  ['Đức Cơ', '\u0189ức Cơ', 'letters of African languages'],
  ['giai đoạn 2021 – 2025', 'giai đoạn 2021 – 2025', 'dashes stay'],
])('%j from %j: %s', (expected, text) => {
  expect(cleanCharacters(text)).toBe(expected);
});

test.each([
  ['Số: /BC-UBND', '  Số:   /BC-UBND '],
  ['Hộ nghèo\t412 hộ', 'Hộ nghèo \t\t 412 hộ'],
])('%j from %j', (expected, line) => {
  expect(cleanLine(line)).toBe(expected);
});
