/** Glyphs → words → lines, by where they stand. */
import { cleanLine } from '../clean.ts';
import { exponentAfter } from '../word/raised.ts';
import type { Glyph } from './glyphs.ts';

export type Word = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  bold: boolean;
  /** Of recognised words: how sure the engine is, 0 to 1. */
  confidence?: number;
};

/** Words on one baseline with no wide gap between them: a line of prose, or one column's part of it. */
export type Line = { words: Word[]; text: string; left: number; right: number; y: number; size: number; bold: boolean };

/** Lines on one baseline, from left to right. */
export type Row = Line[];

export const wordsOf = (row: Row): Word[] => row.flatMap((line) => line.words);

/** In parts of the letter size: a gap that parts words, one that a space glyph must confirm, one that parts columns. */
const WORD_GAP = 0.14;
const SPACE_GAP = 0.05;
const COLUMN_GAP = 2;
/** A smaller, raised glyph belongs to the line it is raised from. */
const RAISED_SIZE = 0.8;

/** Sets glyphs of one reading direction in rows from top to bottom. */
export function rowsOf(glyphs: readonly Glyph[]): Row[] {
  return clusters(glyphs)
    .map((cluster) => lines(words(cluster)))
    .filter((row) => row.length > 0);
}

type Cluster = { y: number; size: number; glyphs: Glyph[]; raised: Glyph[] };

function clusters(glyphs: readonly Glyph[]): Cluster[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x);
  const found: Cluster[] = [];
  for (const glyph of sorted) {
    const last = found.at(-1);
    if (last && Math.abs(last.y - glyph.y) <= Math.max(1.5, glyph.size * 0.25)) {
      last.glyphs.push(glyph);
      last.size = Math.max(last.size, glyph.size);
    } else found.push({ y: glyph.y, size: glyph.size, glyphs: [glyph], raised: [] });
  }
  return settleRaised(found);
}

/** Gives rows of small glyphs that hang over or under a bigger row back to it. */
function settleRaised(found: Cluster[]): Cluster[] {
  const settled: Cluster[] = [];
  for (const [i, cluster] of found.entries()) {
    const host = [found[i + 1], found[i - 1]].find((other) => other && hosts(other, cluster));
    if (host) host.raised.push(...cluster.glyphs);
    else settled.push(cluster);
  }
  return settled;
}

function hosts(host: Cluster, small: Cluster): boolean {
  const away = host.y - small.y;
  if (small.size > host.size * RAISED_SIZE || away > host.size * 0.7 || away < -host.size * 0.35) return false;
  return small.glyphs.every((glyph) =>
    host.glyphs.some((other) => glyph.x >= other.x && glyph.x - (other.x + other.width) < host.size * 0.6),
  );
}

const MARK = /^\p{M}+$/u;
const BLANK = /^\s*$/;
/** Unicode's first combining mark. */
const FIRST_MARK = 0x300;
const isMark = (text: string): boolean => text.charCodeAt(0) >= FIRST_MARK && MARK.test(text);

function words(cluster: Cluster): Word[] {
  const glyphs = inOrder(cluster);
  const found: Word[] = [];
  let blank = false;
  let previous: Glyph | null = null;
  for (const glyph of glyphs) {
    if (BLANK.test(glyph.text)) {
      blank = true;
      continue;
    }
    if (previous && glyph.confidence === undefined && isDouble(previous, glyph)) continue;
    const word = found.at(-1);
    const gap = previous ? glyph.x - (previous.x + previous.width) : Number.POSITIVE_INFINITY;
    const limit = (blank ? SPACE_GAP : WORD_GAP) * Math.max(glyph.size, previous?.size ?? 0);
    const whole = glyph.confidence !== undefined;
    if (word && !whole && (gap <= limit || isMark(glyph.text))) append(word, glyph);
    else found.push({ ...glyph });
    previous = glyph;
    blank = false;
  }
  return found.flatMap((word) => {
    const text = cleanLine(word.text);
    const { x, y, width, size, bold, confidence } = word;
    return text === '' ? [] : [{ text, x, y, width, size, bold, ...(confidence === undefined ? {} : { confidence }) }];
  });
}

function append(word: Word, glyph: Glyph): void {
  word.text += glyph.text;
  const right = Math.max(word.x + word.width, glyph.x + glyph.width);
  word.width = right - word.x;
  word.size = Math.max(word.size, glyph.size);
  word.bold &&= glyph.bold;
}

/** From left to right, a combining mark after the letter it stands over, raised figures settled. */
function inOrder(cluster: Cluster): Glyph[] {
  const centre = (glyph: Glyph): number => (isMark(glyph.text) ? glyph.x + glyph.width / 2 + 0.01 : glyph.x);
  const inLine = (glyphs: readonly Glyph[]): Glyph[] => [...glyphs].sort((a, b) => centre(a) - centre(b));
  const line = inLine(cluster.glyphs);
  return cluster.raised.length === 0 ? line : inLine([...line, ...raised(cluster, line)]);
}

function raised(cluster: Cluster, line: readonly Glyph[]): Glyph[] {
  return cluster.raised.flatMap((glyph) => {
    if (!/\d/.test(glyph.text)) return [glyph];
    const before = line.filter((other) => other.x < glyph.x && !BLANK.test(other.text)).slice(-2);
    const unit = before.map((other) => other.text).join('');
    const text = exponentAfter(unit, glyph.text);
    return text === '' ? [] : [{ ...glyph, text }];
  });
}

/** Bold made by printing a letter twice, a hair apart. */
function isDouble(first: Glyph, second: Glyph): boolean {
  return first.text === second.text && Math.abs(first.x - second.x) < Math.min(first.width * 0.4, first.size * 0.15);
}

function lines(found: readonly Word[]): Row {
  const row: Word[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const word of found) {
    if (row.length === 0 || word.x - right > word.size * COLUMN_GAP) row.push([]);
    row.at(-1)?.push(word);
    right = word.x + word.width;
  }
  return row.map(lineOf);
}

/** A line of the given words, which must not be empty. */
export function lineOf(found: Word[]): Line {
  const [first, last] = [found[0] as Word, found.at(-1) as Word];
  const lettered = found.filter((word) => /\p{L}/u.test(word.text));
  return {
    words: found,
    text: found.map((word) => word.text).join(' '),
    left: first.x,
    right: last.x + last.width,
    y: first.y,
    size: Math.max(...found.map((word) => word.size)),
    bold: lettered.length > 0 && lettered.every((word) => word.bold),
  };
}
