/**
 * What pdf-parse reads in the same file, to compare ours with: asked where words are set in letters of several fonts,
 * which is where text extraction loses some (docs/dependencies.md). It costs as much as all of our reading.
 */
import { cleanCharacters } from '../clean.ts';
import type { Draft } from '../compose.ts';
import { info, type Message, warning } from '../reading.ts';
import type { Glyph } from './glyphs.ts';

/** Pages whose texts are compared: enough to tell a file apart, spread over all of it. */
const SAMPLE = 3;
/** Below this share of common words the two texts differ. */
const AGREEMENT = 0.9;
/** In milliseconds: many times what three pages take. */
const PATIENCE = 10_000;

/** Of neighbouring letters, the share that differ in their font: where bold type ends it is a few in a thousand. */
const MIXED = 0.03;
/** In parts of the letter size: letters no further apart are of one word. */
const TOUCHING = 0.14;

type OpinionPage = { number: number; marks: { glyphs: readonly Glyph[] } };

/** Never throws: a second opinion that fails is a message. */
export async function secondOpinion(
  bytes: Buffer,
  drafts: readonly Draft[],
  pages: readonly OpinionPage[],
): Promise<Message[]> {
  const sampled = sample(pages);
  if (!mixesFonts(sampled)) return [];
  await import('./dom-matrix.ts');
  const { PDFParse } = await import('pdf-parse');
  // pdf-parse brings a pdfjs of another version, which must not meet our version's worker.
  Reflect.deleteProperty(globalThis, 'pdfjsWorker');
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false });
  try {
    const numbers = sampled.map(({ number }) => number);
    const theirs = (await bounded(parser.getText({ partial: numbers, pageJoiner: '' }))).text;
    const share = agreement(wordsOf(theirs), wordsOnPages(drafts, new Set(numbers)));
    if (share >= AGREEMENT) return [];
    const percent = Math.round(share * 100);
    return [info('text_layers_differ', `pdf-parse reads ${percent} % of the words: letters come from several fonts`)];
  } catch (error) {
    return [warning('no_second_opinion', `pdf-parse fails on this file: ${String(error)}`)];
  } finally {
    await bounded(parser.destroy()).catch(() => undefined);
    Reflect.deleteProperty(globalThis, 'pdfjsWorker');
  }
}

/** On damaged files pdf-parse may wait for what never comes. */
async function bounded<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Files write the letters of one font after those of the other, so neighbours are found by their places. */
function mixesFonts(pages: readonly OpinionPage[]): boolean {
  let [neighbours, mixed] = [0, 0];
  for (const { marks } of pages) {
    const letters = marks.glyphs
      .filter(({ text }) => /\p{L}/u.test(text))
      .sort((a, b) => Math.round(a.y) - Math.round(b.y) || a.x - b.x);
    for (const [i, letter] of letters.entries()) {
      const before = letters[i - 1];
      if (!before || Math.abs(before.y - letter.y) > 1) continue;
      if (Math.abs(letter.x - before.x - before.width) > TOUCHING * letter.size) continue;
      neighbours++;
      if (before.font !== letter.font) mixed++;
    }
  }
  return mixed > neighbours * MIXED;
}

function sample<Page>(pages: readonly Page[]): Page[] {
  if (pages.length <= SAMPLE) return [...pages];
  const step = (pages.length - 1) / (SAMPLE - 1);
  return Array.from({ length: SAMPLE }, (_, i) => pages[Math.round(i * step)] as Page);
}

const wordsOf = (text: string): string[] => cleanCharacters(text).split(/\s+/).filter(Boolean);

function wordsOnPages(drafts: readonly Draft[], pages: ReadonlySet<number>): string[] {
  return drafts.flatMap((draft) =>
    (draft.words ?? [])
      .filter((word) => pages.has(word.box.page))
      .map((word) => draft.text.slice(word.start, word.end)),
  );
}

/** The share of our words that the other text has too. */
function agreement(theirs: readonly string[], ours: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of ours) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  return ours.length === 0 ? 1 : common / ours.length;
}
