import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { latin } from './words.ts';

const parser = new RegExpParser();

/** Where each way through `elements` can first ask what stands behind its beginning, and how it asks there. */
const askedLater = (elements: readonly AST.Element[], end: number, behind: string): [at: number, ask: string][] => {
  const first = elements.find((element) => element.type !== 'Assertion');
  switch (first?.type) {
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      return [[first.end, `(?<!(?:${behind})[^])`]];
    case 'Group':
    case 'CapturingGroup':
      return first.alternatives.flatMap((way) => askedLater(way.elements, way.end, behind));
    default:
      return [[first?.start ?? end, `(?<!${behind})`]];
  }
};

/**
 * The same pattern for Vietnamese text, sought several times as fast. A pattern that begins with `(?<!…)` has the engine
 * look back at every character of the text; here it looks back from behind the first character that fits, so that the
 * engine passes over the others as it does without one.
 */
export const quick = (pattern: RegExp): RegExp => {
  const source = latin(pattern.source);
  const { alternatives } = parser.parsePattern(source, 0, source.length, { unicode: pattern.unicode });
  const [behind, ...elements] = alternatives.length === 1 ? (alternatives[0] as AST.Alternative).elements : [];
  if (behind?.type !== 'Assertion' || behind.kind !== 'lookbehind' || !behind.negate)
    return new RegExp(source, pattern.flags);
  let quicker = '';
  let from = behind.end;
  for (const [at, ask] of askedLater(elements, source.length, behind.raw.slice('(?<!'.length, -1))) {
    quicker += source.slice(from, at) + ask;
    from = at;
  }
  return new RegExp(quicker + source.slice(from), pattern.flags);
};

/** `[...text.matchAll(pattern)]`, which would make a copy of the pattern each time. */
export const matches = (pattern: RegExp, text: string): RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
};
