import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dispatcher, matchAt } from './dispatch.ts';
import { prefixesOf } from './prefixes.ts';
import { AFTER, BEFORE } from './words.ts';

test.each([
  ['hộ nghèo', 'hộ\\s+nghèo'],
  ['cận nghè|hộ cận n', '(?:hộ\\s+)?cận\\s+nghèo'],
  ['quý 0', 'quý\\s[1-4]'],
  ['0|00', '\\d{1,2}'],
  ['|a', 'a?'],
  ['', '[^a-z]x'],
  ['', '\\p{Lu}x'],
  ['xa|xb', '(?<!y)(?<name>x)(?:a|b)'],
  // What can begin in too many ways is told by fewer characters.
  ['xa|xb|xc|xd|xe|xf|xg|xh|xi|xj|xk|xl|xm|xn|xo|xp', `x${'[a-p]'.repeat(6)}`],
])('the beginnings %s of %s', (beginnings, source) => {
  expect(prefixesOf(source).sort().join('|')).toBe(beginnings);
});

const SOURCES = ['hộ nghèo', 'hộ\\s+(?:cận\\s+)?nghèo', 'nghèo{1,3}', '[0-9]{2,}\\s*hộ', 'e?m', '\\p{Lu}x', '𝐀b'];

test('finds what each pattern finds by itself, in any text', () => {
  const each = dispatcher(SOURCES, (which) => which);
  const piece = fc.constantFrom(
    'hộ',
    'nghèo',
    'cận',
    'o',
    '12',
    '7',
    'em',
    'm',
    'Ex',
    '𝐀',
    'b',
    ' ',
    '  ',
    '\n',
    '.',
    '\ud800',
    '\udc00',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const found = SOURCES.map(() => [] as number[]);
      each(text, (start, which) => {
        for (const i of which)
          if (matchAt(new RegExp(`${BEFORE}(?:${SOURCES[i]})${AFTER}`, 'uy'), text, start)) found[i]?.push(start);
      });
      const alone = SOURCES.map((source) =>
        [...text.matchAll(new RegExp(`${BEFORE}(?=(?:${source})${AFTER})`, 'gu'))].map(({ index }) => index),
      );
      expect(found).toEqual(alone);
    }),
    { numRuns: 500 },
  );
});
