/** What pdf-parse says of the same file: its properties, its outline, and its text to compare ours with. */
import './dom-matrix.ts';
import { PDFParse } from 'pdf-parse';
import { cleanCharacters, cleanLine } from '../clean.ts';
import type { Draft } from '../compose.ts';
import { info, type Message, warning } from '../reading.ts';

type Opinion = { title: string | null; outline: Map<string, number>; messages: Message[] };

/** Pages whose texts are compared: enough to tell a file apart, spread over all of it. */
const SAMPLE = 3;
/** Below this share of common words the two texts differ. */
const AGREEMENT = 0.9;

/** Never throws: a second opinion that fails is a message. */
export async function secondOpinion(
  bytes: Buffer,
  drafts: readonly Draft[],
  pages: readonly { number: number }[],
): Promise<Opinion> {
  const opinion: Opinion = { title: null, outline: new Map(), messages: [] };
  const numbers = sample(pages.map((page) => page.number));
  // A document of pictures has no text to compare, and its properties are the scanner's.
  if (numbers.length === 0) return opinion;
  // pdf-parse brings a pdfjs of another version, which must not meet our version's worker.
  Reflect.deleteProperty(globalThis, 'pdfjsWorker');
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false });
  try {
    const { info: properties, outline } = await parser.getInfo();
    opinion.title = cleanLine(String(properties?.Title ?? '')) || null;
    for (const [title, level] of outlineLevels(outline ?? [])) opinion.outline.set(title, level);
    const theirs = (await parser.getText({ partial: numbers, pageJoiner: '' })).text;
    const share = agreement(wordsOf(theirs), wordsOnPages(drafts, new Set(numbers)));
    if (share < AGREEMENT) {
      const percent = Math.round(share * 100);
      opinion.messages.push(
        info('text_layers_differ', `pdf-parse reads ${percent} % of the words: letters come from several fonts`),
      );
    }
  } catch (error) {
    opinion.messages.push(warning('no_second_opinion', `pdf-parse fails on this file: ${String(error)}`));
  } finally {
    await parser.destroy();
    Reflect.deleteProperty(globalThis, 'pdfjsWorker');
  }
  return opinion;
}

type OutlineItem = { title: string; items?: OutlineItem[] };

function* outlineLevels(items: readonly OutlineItem[], level = 1): Generator<[string, number]> {
  for (const item of items) {
    yield [cleanLine(item.title), level];
    if (level < 9) yield* outlineLevels(item.items ?? [], level + 1);
  }
}

function sample(numbers: readonly number[]): number[] {
  if (numbers.length <= SAMPLE) return [...numbers];
  const step = (numbers.length - 1) / (SAMPLE - 1);
  return Array.from({ length: SAMPLE }, (_, i) => numbers[Math.round(i * step)] as number);
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
