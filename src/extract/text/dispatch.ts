import { prefixesOf } from './prefixes.ts';
import { WORD as WORD_CHARACTERS } from './words.ts';

const UNITS = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
/** Which UTF-16 code units `pattern` matches. */
const tableOf = (pattern: RegExp): Uint8Array => {
  const table = new Uint8Array(UNITS.length);
  for (const { 0: run, index } of UNITS.matchAll(pattern)) table.fill(1, index, index + run.length);
  return table;
};
const WORD = tableOf(new RegExp(`[${WORD_CHARACTERS}]+`, 'g'));
const WHITE = tableOf(/\s+/g);
const DIGIT = tableOf(/\d+/g);
/** How beginnings write a code unit. */
const alike = (unit: number): number => (WHITE[unit] ? 0x20 : DIGIT[unit] ? 0x30 : unit);

/** What can match behind the characters that lead here; the ways on are by UTF-16 code unit. */
interface Node<T> {
  which: number[];
  /** What is made of those, once it is asked for. */
  made: (() => T) | null;
  next: Map<number, Node<T>>;
}

const node = <T>(): Node<T> => ({ which: [], made: null, next: new Map() });

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/** A trie of the beginnings; each node holds what any prefix of it allows. */
const trieOf = <T>(sources: readonly string[], make: (which: readonly number[]) => T): Node<T> => {
  const root = node<T>();
  sources.forEach((source, i) => {
    for (const prefix of prefixesOf(source)) {
      let at = root;
      for (let k = 0; k < prefix.length; k += 1) {
        const unit = prefix.charCodeAt(k);
        const next = at.next.get(unit) ?? node();
        at.next.set(unit, next);
        at = next;
      }
      at.which.push(i);
    }
  });
  const known = new Map<string, () => T>();
  const complete = (at: Node<T>, above: readonly number[]) => {
    at.which = [...new Set([...above, ...at.which])].sort((a, b) => a - b);
    const key = at.which.join();
    if (key) at.made = known.get(key) ?? once(() => make(at.which));
    if (at.made) known.set(key, at.made);
    for (const next of at.next.values()) complete(next, at.which);
  };
  complete(root, []);
  return root;
};

/** The deepest node that the text at `start` leads to. */
const walk = <T>(root: Node<T>, text: string, start: number): Node<T> => {
  let found = root;
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const next = found.next.get(alike(unit));
    if (!next) return found;
    found = next;
    while (WHITE[unit] && WHITE[text.charCodeAt(at + 1)]) at += 1;
  }
  return found;
};

/** Inside a longer run of blanks nothing begins: what stands behind it is a page away, and every blank would look there. */
const LONGEST_BLANK = 256;
const endOfBlanks = (text: string, start: number): number => {
  let end = start;
  while (WHITE[text.charCodeAt(end)]) end += 1;
  return end;
};

/**
 * Visits, in order, each offset of a text where one of `sources` may match by its first characters, with what `make`
 * made of those that may (ascending indices). Each source is a regular expression (flag u) that matches only where no
 * word goes on from before. One pass serves all of them, however many.
 */
export const dispatcher = <T extends object>(
  sources: readonly string[],
  make: (which: readonly number[]) => T,
): ((text: string, visit: (start: number, made: T) => void) => void) => {
  let trie: Node<T> | null = null;
  const begins = new Uint8Array(UNITS.length);
  return (text, visit) => {
    if (trie === null) {
      trie = trieOf(sources, make);
      for (let unit = 0; unit < begins.length; unit += 1)
        begins[unit] = trie.made !== null || trie.next.has(alike(unit)) ? 1 : 0;
    }
    let inWord = false;
    let blanksEnd = 0;
    for (let start = 0; start < text.length; start += 1) {
      const unit = text.charCodeAt(start);
      if (WHITE[unit] && blanksEnd <= start) blanksEnd = endOfBlanks(text, start);
      if (!inWord && begins[unit] === 1 && !(blanksEnd - start > LONGEST_BLANK)) {
        const { made } = walk(trie, text, start);
        if (made !== null) visit(start, made());
      }
      // Patterns see a pair of surrogates as one.
      inWord = WORD[unit] === 1 || ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(start + 1) & 0xfc00) === 0xdc00);
    }
  };
};

/**
 * `text.matchAll(pattern)`, as a list, for a pattern (flags gu) that matches only where no word goes on from before: it
 * is tried only where its first characters stand.
 */
export const finder = (pattern: RegExp): ((text: string) => RegExpExecArray[]) => {
  const sticky = new RegExp(pattern.source, 'uy');
  const each = dispatcher([pattern.source], () => sticky);
  return (text) => {
    const found: RegExpExecArray[] = [];
    let end = 0;
    each(text, (start) => {
      const match = start < end ? null : matchAt(sticky, text, start);
      if (!match) return;
      end = start + match[0].length;
      found.push(match);
    });
    return found;
  };
};

/** Matches `pattern` (sticky) at `offset`. */
export const matchAt = (pattern: RegExp, text: string, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(text);
};
