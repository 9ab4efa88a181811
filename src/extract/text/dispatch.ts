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

/** A trie as one table, which is walked several times as fast. */
interface Table<T> {
  /** The column of each code unit; 0 where no beginning has it. */
  columns: Uint16Array;
  width: number;
  /** By row and column: the row that leads on, or 0. The trie's root is row 0. */
  next: Int32Array;
  /** By row. */
  made: readonly ((() => T) | null)[];
}

const tabulate = <T>(root: Node<T>): Table<T> => {
  const rows = [root];
  for (const row of rows) rows.push(...row.next.values());
  const numbers = new Map(rows.map((row, number) => [row, number]));
  const units = [...new Set(rows.flatMap((row) => [...row.next.keys()]))];
  const width = units.length + 1;
  const columns = new Uint16Array(UNITS.length);
  units.forEach((unit, i) => {
    columns[unit] = i + 1;
  });
  for (let unit = 0; unit < columns.length; unit += 1) columns[unit] = columns[alike(unit)] as number;
  const next = new Int32Array(rows.length * width);
  rows.forEach((row, number) => {
    for (const [unit, to] of row.next) next[number * width + (columns[unit] as number)] = numbers.get(to) as number;
  });
  return { columns, width, next, made: rows.map(({ made }) => made) };
};

/** What the deepest row that the text at `start` leads to has made. */
const walk = <T>({ columns, width, next, made }: Table<T>, text: string, start: number): (() => T) | null => {
  let row = 0;
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const to = next[row * width + (columns[unit] as number)] as number;
    if (to === 0) break;
    row = to;
    while (WHITE[unit] && WHITE[text.charCodeAt(at + 1)]) at += 1;
  }
  return made[row] as (() => T) | null;
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
  let table: Table<T> | null = null;
  return (text, visit) => {
    table ??= tabulate(trieOf(sources, make));
    const { columns, next } = table;
    const anywhere = table.made[0] !== null;
    let inWord = false;
    let blanksEnd = 0;
    for (let start = 0; start < text.length; start += 1) {
      const unit = text.charCodeAt(start);
      const goesOn = inWord;
      // Patterns see a pair of surrogates as one.
      inWord = WORD[unit] === 1 || ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(start + 1) & 0xfc00) === 0xdc00);
      if (goesOn || !(anywhere || next[columns[unit] as number] !== 0)) continue;
      if (WHITE[unit]) {
        if (blanksEnd <= start) blanksEnd = endOfBlanks(text, start);
        if (blanksEnd - start > LONGEST_BLANK) continue;
      }
      const made = walk(table, text, start);
      if (made !== null) visit(start, made());
    }
  };
};

/**
 * `text.matchAll(pattern)`, as a list, of each of the named patterns (flags gu); all match only where no word goes on
 * from before. One pass serves them, and each is tried only where its first characters stand.
 */
export const finders = <Name extends string>(
  patterns: Readonly<Record<Name, RegExp>>,
): ((text: string) => Record<Name, RegExpExecArray[]>) => {
  const names = Object.keys(patterns) as Name[];
  const sticky = names.map((name) => new RegExp(patterns[name].source, 'uy'));
  const each = dispatcher(
    sticky.map(({ source }) => source),
    (which) => which,
  );
  return (text) => {
    const found = names.map((): RegExpExecArray[] => []);
    const ends = names.map(() => 0);
    each(text, (start, which) => {
      for (const i of which) {
        const match = start < (ends[i] as number) ? null : matchAt(sticky[i] as RegExp, text, start);
        if (!match) continue;
        ends[i] = start + match[0].length;
        found[i]?.push(match);
      }
    });
    return Object.fromEntries(names.map((name, i) => [name, found[i]])) as Record<Name, RegExpExecArray[]>;
  };
};

/** The same for one pattern. */
export const finder = (pattern: RegExp): ((text: string) => RegExpExecArray[]) => {
  const find = finders({ pattern });
  return (text) => find(text).pattern;
};

/** The offsets at which a word begins with one of some letters (UTF-16 code units). */
export function* wordsBeginningWith(text: string, units: ReadonlySet<number>): Generator<number> {
  let inWord = false;
  for (let start = 0; start < text.length; start += 1) {
    const unit = text.charCodeAt(start);
    const isOfWord = WORD[unit] === 1;
    if (isOfWord && !inWord && units.has(unit)) yield start;
    inWord = isOfWord;
  }
}

/** Matches `pattern` (sticky) at `offset`. */
export const matchAt = (pattern: RegExp, text: string, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(text);
};
