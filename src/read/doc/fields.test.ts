import { describe, expect, test } from '@jest/globals';
import { Instructions } from './fields.ts';

/** "{" begins a field, "|" parts its instruction from its result, "}" ends it, "#" ends a cell. */
const CHARACTERS: Record<string, string> = { '{': '\u0013', '|': '\u0014', '}': '\u0015', '#': '\u0007' };

function shown(text: string): string {
  const instructions = new Instructions(text.replace(/[{|}#]/g, (c) => CHARACTERS[c] ?? c));
  let out = '';
  for (let at = 0; at < text.length; ) {
    const next = instructions.at(at);
    if (next && next.start <= at) at = next.end;
    else out += text[at++];
  }
  return out.replace(/[{|}]/g, '');
}

describe('what fields show', () => {
  test.each([
    ['trang 7 hết', 'trang {PAGE|7} hết'],
    ['trang  hết', 'trang {PAGE} hết'],
    ['a b c', 'a {IF {PAGE|1} = 1|b} c'],
    ['a xem mục 2 c', 'a {HYPERLINK "x"|xem mục {REF y|2}} c'],
    ['1 2', '{A|1} {B|2}'],
    // Without an end nothing is a field; an end alone ends nothing.
    ['a PAGE7 hết', 'a {PAGE|7 hết'],
    ['a 7 hết', 'a |7} hết'],
    ['a IF 1 hết', 'a {IF {PAGE|1} hết'],
    // An instruction that reaches into another cell is none.
    ['a#b#1', 'a#{b#|1}'],
    ['x#a 1', 'x#a {b|1}'],
    ['', ''],
  ])('“%s”', (expected, text) => {
    expect(shown(text)).toBe(expected);
  });

  test('ten thousand fields inside each other', () => {
    const deep = 10_000;
    expect(shown(`${'{a'.repeat(deep)}|1${'}'.repeat(deep)}`)).toBe('');
    expect(shown(`${'{a|b'.repeat(deep)}#${'}'.repeat(deep)}`)).toBe(`${'b'.repeat(deep)}#`);
    expect(shown(`${'{a'.repeat(deep)}#${'}'.repeat(deep)}`)).toBe(`${'a'.repeat(deep)}#`);
  });
});
