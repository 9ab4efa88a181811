import { describe, expect, test } from '@jest/globals';
import { parseFonts, settleSymbols } from './fonts.ts';

test('the names of fonts, in order', () => {
  const font = (name: string): Buffer => {
    const data = Buffer.concat([Buffer.alloc(39), Buffer.from(`${name}\0`, 'utf16le')]);
    return Buffer.concat([Buffer.from([data.length]), data]);
  };
  const table = Buffer.concat([Buffer.from([2, 0, 0, 0]), font('Times New Roman'), font('.VnTimeH\0Other')]);
  expect(parseFonts(table)).toEqual(['Times New Roman', '.VnTimeH']);
  expect(parseFonts(Buffer.alloc(0))).toEqual([]);
});

describe('characters of fonts', () => {
  test.each<[string, string | null, string]>([
    ['hộ nghèo', 'Times New Roman', 'hộ nghèo'],
    ['q', null, 'q'],
    ['\uF071', 'Wingdings', 'q'],
    ['\uF0B7', 'Symbol', '·'],
    ['\uF0B7 \uF0B7', 'Symbol', '\uF0B7 \uF0B7'],
    ['≥ ≤', 'Symbol', '\uF0B3 £'],
    ['\uF0A3', 'Wingdings', '£'],
    // An old font that says it shows pictures shows letters.
    ['hé nghÌo', '.VnTime', '\uF068\uF0E9 \uF06E\uF067\uF068\uF0CC\uF06F'],
  ])('%s in %s', (expected, font, text) => {
    expect(settleSymbols(text, font)).toBe(expected);
  });
});
