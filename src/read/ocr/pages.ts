/** Recognised pages among others: what was read, how surely, and what could not be. */

import type { SourceDocument } from '../../model/index.ts';
import { ReadError } from '../../model/read-error.ts';
import { type Affine, after, inverse, pointAt } from '../image/raster.ts';
import type { Glyph } from '../pdf/glyphs.ts';
import type { Marks } from '../pdf/layout.ts';
import { info, type Message, warning } from '../reading.ts';
import type { OcrWord } from './hocr.ts';
import type { Scan, Unread } from './scan.ts';

/** What became of a page that had to be recognised. */
export type Recognition = { page: number; result: Scan | Unread };

const isScan = (result: Scan | Unread): result is Scan => 'words' in result;
const scansOf = (recognitions: readonly Recognition[]): Scan[] =>
  recognitions.map(({ result }) => result).filter(isScan);

/** Below this mean confidence a page is read with doubts. */
const LOW = 0.75;

const FAILURES: Record<Unread['failure'], [code: string, reason: string]> = {
  unavailable: ['ocr_unavailable', 'no OCR engine with Vietnamese is there'],
  timed_out: ['ocr_timed_out', 'recognition took too long'],
  failed: ['ocr_failed', 'the OCR engine failed'],
};

/** The record's `ocr`, null where no page was recognised, and what is to be said of it. */
export function ocrOf(recognitions: readonly Recognition[]): { ocr: SourceDocument['ocr']; messages: Message[] } {
  const messages: Message[] = [];
  const read = recognitions.filter(({ result }) => isScan(result));
  const scans = scansOf(recognitions);
  const mean = meanConfidence(scans.flatMap(({ words }) => words));
  const [first] = scans;
  if (first) {
    messages.push(
      info('ocr_used', `${pagesText(read)} read as pictures by ${first.engine}, ${percent(mean)} sure of the words`),
    );
  }
  const low = read.filter(
    ({ result }) => isScan(result) && result.words.length > 0 && meanConfidence(result.words) < LOW,
  );
  if (low.length > 0)
    messages.push(
      warning('ocr_low_confidence', `${pagesText(low)} hard to recognise: compare the figures with the picture`),
    );
  for (const [failure, [code, reason]] of Object.entries(FAILURES)) {
    const unread = recognitions.filter(({ result }) => 'failure' in result && result.failure === failure);
    if (unread.length > 0) messages.push(warning(code, `${pagesText(unread)} not recognised: ${reason}`));
  }
  return { ocr: first ? { engine: first.engine, meanConfidence: Math.round(mean * 1000) / 1000 } : null, messages };
}

/** The error of a document that gave no text, some of whose pages were pictures. */
export function noText(recognitions: readonly Recognition[], pages: number): ReadError {
  const late = recognitions.some(({ result }) => 'failure' in result && result.failure === 'timed_out');
  const [, reason] = FAILURES.unavailable;
  const unavailable = recognitions.some(({ result }) => 'failure' in result && result.failure === 'unavailable');
  if (late) return new ReadError('timed_out', 'recognition of its pages took too long');
  return new ReadError('no_text', unavailable ? reason : `${pages} pages without a character`);
}

const meanConfidence = (words: readonly OcrWord[]): number =>
  words.length === 0 ? 0 : words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** "page 3", "pages 1–4, 7". */
function pagesText(found: readonly { page: number }[]): string {
  const ranges: [number, number][] = [];
  for (const { page } of found) {
    const last = ranges.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return `page${found.length > 1 ? 's' : ''} ${ranges.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ')}`;
}

/** hOCR's letter height runs from the strokes up to those down: this much of the type's size. */
const OF_SIZE = 0.9;
/** Lines within these bounds of the usual height are of one size: capitals and marks make an engine's measure uneven. */
const [SMALLER, LARGER] = [0.7, 1.35];

/** The usual letter size of recognised pages, in points. */
export function usualSize(recognitions: readonly Recognition[]): number {
  const sizes = scansOf(recognitions).flatMap(({ words, dpi }) => words.map(({ size }) => (size * 72) / dpi / OF_SIZE));
  sizes.sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 13;
}

/** A recognised page as marks for layout, with what `text` of the page's own the picture does not hold. */
export function marksOf(
  scan: Scan,
  usual: number,
  page: { width: number; height: number },
  text: readonly Glyph[],
): Marks {
  const scale = 72 / scan.dpi;
  const toPage = after(scan.toPage, [1 / scale, 0, 0, 1 / scale, 0, 0]);
  const own = levelled(text, toPage);
  const words = scan.words
    .map((word) => glyphOf(word, scale, usual))
    .filter((word) => !own.some((glyph) => covers(glyph, word)));
  return {
    width: scan.width * scale,
    height: scan.height * scale,
    glyphs: [...own, ...words],
    rules: scan.rules.map(({ x1, y1, x2, y2 }) => ({ x1: x1 * scale, y1: y1 * scale, x2: x2 * scale, y2: y2 * scale })),
    on: { toPage, ...page },
  };
}

function glyphOf({ text, x, y, width, size, confidence, inCell }: OcrWord, scale: number, usual: number): Glyph {
  const own = (size * scale) / OF_SIZE;
  const even = !inCell && own > usual * SMALLER && own < usual * LARGER ? usual : own;
  return { text, x: x * scale, y: y * scale, width: width * scale, size: even, bold: false, quarter: 0, confidence };
}

/** Glyphs of the page in the frame of its picture. */
function levelled(glyphs: readonly Glyph[], toPage: Affine): Glyph[] {
  const fromPage = inverse(toPage);
  return glyphs
    .filter(({ quarter }) => quarter === 0)
    .map((glyph) => ({ ...glyph, ...pointAt(fromPage, glyph.x, glyph.y) }));
}

const covers = (glyph: Glyph, word: Glyph): boolean => {
  const [x, y] = [glyph.x + glyph.width / 2, glyph.y - glyph.size * 0.3];
  return x >= word.x && x <= word.x + word.width && y <= word.y && y >= word.y - word.size;
};
