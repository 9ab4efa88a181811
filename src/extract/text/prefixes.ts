import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** How much of a match's beginning is looked at: enough to tell "hộ nghèo" from "hộ cận nghèo". */
const DEPTH = 8;
/** A pattern that can begin in more ways is told by fewer characters. */
const MOST_WAYS = 200;
/** Sets of characters larger than this are as good as any. */
const LARGEST_SET = 16;

/** White space and digits are one each to patterns: a run of the first is a blank, each of the second a nought. */
const alike = (text: string): string => text.replace(/\s+/gu, ' ').replace(/\d/g, '0');

/** The beginning of a match; `open` where what follows in the pattern can still prolong it. */
interface Beginning {
  text: string;
  open: boolean;
}

const EMPTY: readonly Beginning[] = [{ text: '', open: true }];
const ANY: readonly Beginning[] = [{ text: '', open: false }];
const SPACE: readonly Beginning[] = [{ text: ' ', open: true }];
const parser = new RegExpParser();

const unique = (beginnings: readonly Beginning[]): Beginning[] => [
  ...new Map(beginnings.map((one) => [`${one.open}${one.text}`, one])).values(),
];

/** No more ways than `most`, told by fewer characters where need be. */
const narrowed = (ways: readonly Beginning[], most = MOST_WAYS, depth = DEPTH): readonly Beginning[] =>
  ways.length <= most
    ? ways
    : narrowed(
        unique(ways.map(({ text, open }) => ({ text: text.slice(0, depth), open: open && text.length < depth }))),
        most,
        depth - 1,
      );

const joined = (before: readonly Beginning[], after: readonly Beginning[]): Beginning[] => {
  const open = before.filter((one) => one.open);
  const ways = narrowed(after, MOST_WAYS / open.length);
  return unique([
    ...before.filter((one) => !one.open),
    ...open.flatMap((one) =>
      ways.map((next) => {
        const text = (one.text + next.text).replace(/ {2,}/g, ' ');
        return { text: text.slice(0, DEPTH), open: next.open && text.length < DEPTH };
      }),
    ),
  ]);
};

const ofCode = (code: number): Beginning => ({ text: alike(String.fromCodePoint(code)), open: true });
const DIGIT = [ofCode(0x30)];

const ofSet = (set: AST.CharacterSet): readonly Beginning[] => {
  if (set.kind === 'space' && !set.negate) return SPACE;
  return set.kind === 'digit' && !set.negate ? DIGIT : ANY;
};

const ofClass = ({ negate, elements }: AST.CharacterClass): readonly Beginning[] => {
  if (negate)
    return elements.some((one) => one.type === 'CharacterSet' && one.kind === 'space' && one.negate) ? SPACE : ANY;
  const some = elements.flatMap((one): readonly Beginning[] => {
    if (one.type === 'Character') return [ofCode(one.value)];
    if (one.type === 'CharacterSet') return ofSet(one);
    if (one.type !== 'CharacterClassRange' || one.max.value - one.min.value > LARGEST_SET) return ANY;
    return Array.from({ length: one.max.value - one.min.value + 1 }, (_, i) => ofCode(one.min.value + i));
  });
  return some.some(({ open }) => !open) ? ANY : unique(some);
};

const ofQuantifier = ({ element, min, max }: AST.Quantifier): readonly Beginning[] => {
  const once = ofElement(element);
  const ways: Beginning[] = min === 0 ? [...EMPTY] : [];
  let repeated: readonly Beginning[] = EMPTY;
  for (let times = 1; times <= Math.min(max, Math.max(DEPTH, min)); times += 1) {
    repeated = joined(repeated, once);
    if (times >= min) ways.push(...repeated);
  }
  return unique(ways);
};

const ofElement = (node: AST.Element): readonly Beginning[] => {
  switch (node.type) {
    case 'Character':
      return [ofCode(node.value)];
    case 'CharacterClass':
      return ofClass(node);
    case 'CharacterSet':
      return ofSet(node);
    case 'Assertion':
      return EMPTY;
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(node.alternatives);
    case 'Quantifier':
      return ofQuantifier(node);
    default:
      return ANY;
  }
};

const ofAlternatives = (alternatives: readonly AST.Alternative[]): readonly Beginning[] => {
  const ways = unique(
    alternatives.flatMap(({ elements }) =>
      elements.reduce<readonly Beginning[]>((so, one) => joined(so, ofElement(one)), EMPTY),
    ),
  );
  return narrowed(ways);
};

/**
 * Every beginning (up to eight characters, as `alike` writes them) that a match of `source` can have; '' is any.
 * `source` is a regular expression with the flag u. There may be more of them than matches have, never fewer: where
 * none of them stands, the pattern cannot match.
 */
export const prefixesOf = (source: string): string[] => {
  const { alternatives } = parser.parsePattern(source, 0, source.length, { unicode: true });
  return [...new Set(ofAlternatives(alternatives).map(({ text }) => text))];
};
