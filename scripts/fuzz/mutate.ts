/** Broken files made of good ones: bytes changed, cut, repeated and spliced, in the file itself or in a part of its archive. */
import { partsOf, zipOf } from '../hostile/archive.ts';

/** A number from 0 up to, not with, `below`. */
export type Random = (below: number) => number;

/** Numbers that follow from `seed` alone (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const DIGITS = [
  '0',
  '-1',
  '65536',
  '2147483647',
  '-2147483648',
  '4294967295',
  '99999999999999999999',
  '1e308',
  'NaN',
  '',
];
/** What means something in one format or another. */
const WORDS = [
  '<',
  '>',
  '</',
  '"',
  '&',
  '&#0;',
  '&#x110000;',
  ']]>',
  '<!--',
  '{',
  '}',
  '\\',
  '\\u-1 ?',
  '\0',
  '(',
  ')',
  '<<',
  '>>',
  '[',
  ']',
  ' R ',
  'endobj',
  'stream\n',
  '\u202e',
  '%',
];

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const range = (bytes: Buffer, random: Random, longest: number): [number, number] => {
  const start = random(bytes.length + 1);
  return [start, Math.min(bytes.length, start + 1 + random(longest))];
};
const replaced = (bytes: Buffer, start: number, end: number, by: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(end)]);

const MUTATIONS: readonly Mutation[] = [
  function flipBits(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let n = 1 + random(8); n > 0 && copy.length > 0; n--) {
      const at = random(copy.length);
      copy[at] = (copy[at] as number) ^ (1 << random(8));
    }
    return copy;
  },
  function otherBytes(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let n = 1 + random(20); n > 0 && copy.length > 0; n--) copy[random(copy.length)] = random(256);
    return copy;
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, random(bytes.length + 1));
  },
  function takeOut(bytes, random) {
    return replaced(bytes, ...range(bytes, random, 500), Buffer.alloc(0));
  },
  function repeat(bytes, random) {
    const [start, end] = range(bytes, random, 300);
    const part = bytes.subarray(start, end);
    return replaced(bytes, start, start, Buffer.concat(Array.from({ length: 1 + random(50) }, () => part)));
  },
  function splice(bytes, random, other) {
    return Buffer.concat([bytes.subarray(0, random(bytes.length + 1)), other.subarray(random(other.length + 1))]);
  },
  function graft(bytes, random, other) {
    const at = random(bytes.length + 1);
    return replaced(bytes, at, at, other.subarray(...range(other, random, 2000)));
  },
  function extremeNumber(bytes, random) {
    const copy = Buffer.from(bytes);
    const value = NUMBERS[random(NUMBERS.length)] as number;
    if (copy.length < 4) return copy;
    const at = random(copy.length - 3);
    if (random(2) === 0) copy.writeUInt32LE(value, at);
    else copy.writeUInt16LE(value & 0xffff, at);
    return copy;
  },
  function extremeDigits(bytes, random) {
    const from = random(bytes.length + 1);
    const match = /-?\d+(?:\.\d+)?/.exec(bytes.toString('latin1', from, from + 2000));
    if (!match) return bytes;
    const start = from + match.index;
    return replaced(bytes, start, start + match[0].length, Buffer.from(DIGITS[random(DIGITS.length)] as string));
  },
  function word(bytes, random) {
    const at = random(bytes.length + 1);
    const text = (WORDS[random(WORDS.length)] as string).repeat(random(4) === 0 ? 2000 : 1);
    return replaced(bytes, at, at + random(4), Buffer.from(text));
  },
  function nothing(bytes, random) {
    const copy = Buffer.from(bytes);
    copy.fill(random(2) * 255, ...range(bytes, random, 500));
    return copy;
  },
];

/** Those that leave every other byte where it is: of a file of sectors, others leave nothing to read. */
const IN_PLACE = MUTATIONS.filter(({ name }) => ['flipBits', 'otherBytes', 'extremeNumber', 'nothing'].includes(name));

const mutateBytes = (bytes: Buffer, random: Random, other: Buffer, mutations = MUTATIONS): Buffer => {
  let mutant = bytes;
  for (let n = 1 + random(3); n > 0; n--) {
    mutant = (mutations[random(mutations.length)] as Mutation)(mutant, random, other);
  }
  return mutant;
};

const OLE2 = 0xe011cfd0;

/** A mutant of `bytes`, with pieces of `other`. Of archives, three in four have a part of theirs changed and are packed anew. */
export async function mutate(bytes: Buffer, random: Random, other: Buffer): Promise<Buffer> {
  if (bytes.readUInt32LE(0) === OLE2 && random(4) > 0) return mutateBytes(bytes, random, other, IN_PLACE);
  if (bytes.readUInt32LE(0) !== 0x04034b50 || random(4) === 0) return mutateBytes(bytes, random, other);
  const parts = await partsOf(bytes);
  const names = Object.keys(parts);
  const name = names[random(names.length)] as string;
  const from = names[random(names.length)] as string;
  return zipOf({ ...parts, [name]: mutateBytes(parts[name] as Buffer, random, parts[from] as Buffer) });
}
