/** A page's picture → its words and ruled lines, upright and level, with the way back to where they lie on the page. */
import { type Affine, after, inkThreshold, type Raster, scaled, straightened, turned } from '../image/raster.ts';
import { type RuledLine, ruledLines, withoutLines } from '../image/ruling.ts';
import { lieOf } from '../image/skew.ts';
import { withoutSpecks } from '../image/specks.ts';
import { gridsOf } from '../pdf/grid.ts';
import { isMarkedSyllable } from '../vietnamese/syllable.ts';
import { type CellBox, inkShare, overlap, without } from './cells.ts';
import { type OcrWord, wordsOfHocr } from './hocr.ts';
import { type CellLook, lookAt } from './look.ts';
import { openCells } from './open-cells.ts';
import type { OcrFailure, Recognise } from './recognise.ts';

/** A picture and where its pixels lie on the page, in points from the page's top left corner. */
export type Picture = { image: Raster; toPage: Affine };

/** A recognised page: words and lines in pixels of the level picture of `width` × `height`. */
export type Scan = {
  width: number;
  height: number;
  dpi: number;
  toPage: Affine;
  words: OcrWord[];
  rules: RuledLine[];
  engine: string;
};
export type Unread = { failure: OcrFailure };

/** Engines read 200 dpi best: of finer pictures they lose separators, of coarser ones the marks of letters. */
const [FINEST, FINE, COARSEST] = [250, 200, 140];

/** Words this sure, on the whole, were read the right way up. */
const SURE = 0.75;
/** Fewer words than this on a page tell nothing. */
const FEW = 8;

/** Reads a picture. Never rejects. */
export const scanOf = (picture: Picture, recognise: Recognise): Promise<Scan | Unread> =>
  eitherWayUp(picture, recognise).catch(() => ({ failure: 'failed' }));

/** Reads a picture, the other way up where that gives better Vietnamese. */
async function eitherWayUp(picture: Picture, recognise: Recognise): Promise<Scan | Unread> {
  const level = levelled(picture);
  const first = await read(level, recognise);
  if ('failure' in first || isRight(first.words)) return first;
  const over = turned(level.image, 2);
  const second = await read({ ...level, image: over.image, toPage: after(level.toPage, over.back) }, recognise);
  return !('failure' in second) && sureness(second.words) > sureness(first.words) ? second : first;
}

type Level = Picture & { dpi: number };

/** The picture at a resolution for engines, its lines level and from left to right (or from right to left, upside down). */
function levelled({ image, toPage }: Picture): Level {
  const given = 72 / Math.hypot(toPage[0], toPage[1]);
  const scale = given > FINEST ? FINE / given : given < COARSEST ? Math.min(3, (2 * COARSEST) / given) : 1;
  const sized = withoutSpecks(scale === 1 ? image : scaled(image, scale));
  const dpi = given * scale;
  const { quarters, angle } = lieOf(sized, dpi);
  const { image: flat, back } = turned(sized, quarters);
  let way = after(after(toPage, [1 / scale, 0, 0, 1 / scale, 0, 0]), back);
  if (angle === 0) return { image: flat, toPage: way, dpi };
  const straight = straightened(flat, angle);
  way = after(way, straight.back);
  return { image: straight.image, toPage: way, dpi };
}

async function read({ image, toPage, dpi }: Level, recognise: Recognise): Promise<Scan | Unread> {
  const { rules, cells, tables } = tablesOf(image, dpi);
  const clean = rules.length > 0 ? withoutLines(image, rules) : image;
  const level = { ...clean, dpi: Math.round(dpi) };
  const [around, inside] = await Promise.all([
    recognise(cells.length > 0 ? { ...level, ...without(clean, tables) } : level),
    lookAt(level, cells, recognise),
  ]);
  if ('failure' in around) return around;
  const threshold = inkThreshold(image);
  const first = wordsOfHocr(around.hocr).filter((word) => isWord(word) && inkShare(clean, threshold, word) >= THIN);
  const open = await lookAt(level, openCells(without(clean, tables), first), recognise);
  const words = quarters([...(open ? relooked(first, open) : first), ...[...(inside?.values() ?? [])].flat()]);
  return { width: image.width, height: image.height, dpi, toPage, words, rules, engine: around.engine };
}

/** `words`, those in cells as they read by themselves; a cell that reads as nothing so keeps its words. */
function relooked(words: readonly OcrWord[], cells: CellLook): OcrWord[] {
  const read = [...cells].filter(([, found]) => found.length > 0);
  const isRead = (word: OcrWord): boolean =>
    read.reduce((sum, [cell]) => sum + overlap(cell, word), 0) >= word.width / 2;
  return [...words.filter((word) => !isRead(word)), ...read.flatMap(([, found]) => found)];
}

/** The tables that ruled lines make, their cells, and those lines: a letter "ị" and the frame of a stamp are lines too. */
function tablesOf(image: Raster, dpi: number): { rules: RuledLine[]; cells: CellBox[]; tables: CellBox[] } {
  const points = 72 / dpi;
  const lines = ruledLines(image, dpi);
  const grids = gridsOf(
    lines.map(({ x1, y1, x2, y2 }) => ({ x1: x1 * points, y1: y1 * points, x2: x2 * points, y2: y2 * points })),
  );
  const near = 3;
  const rules = lines.filter(({ x1, y1, x2, y2 }) =>
    grids.some(
      (grid) =>
        x1 * points >= grid.x1 - near &&
        x2 * points <= grid.x2 + near &&
        y1 * points >= grid.y1 - near &&
        y2 * points <= grid.y2 + near,
    ),
  );
  const inPixels = ({ x1, y1, x2, y2 }: CellBox): CellBox => ({
    x1: x1 / points,
    y1: y1 / points,
    x2: x2 / points,
    y2: y2 / points,
  });
  return { rules, cells: grids.flatMap((grid) => grid.cells.map(inPixels)), tables: grids.map(inPixels) };
}

/** Less of a word's box is dark where the engine has made letters of the paper's grain: full stops beside one fill more. */
const THIN = 0.02;

/** Specks, shadows and pieces of rules come as words of no letter, or of letters the engine itself does not believe in. */
const isWord = ({ text, confidence }: OcrWord): boolean =>
  /[\p{L}\p{N}]/u.test(text) ? confidence >= 0.1 : confidence >= 0.4 && !/^[|_¦[\]{}~^`'"‘’“”=<>\\.·,]+$/u.test(text);

const ROMAN: Record<string, string> = { 11: 'II', 111: 'III', '1V': 'IV' };

/** "Quý 11/2024" is quarter II: a year has no other quarters that look so. */
const quarters = (words: readonly OcrWord[]): OcrWord[] =>
  words.map((word, i) => {
    if (!/^quý$/iu.test(words[i - 1]?.text.normalize('NFC') ?? '')) return word;
    const text = word.text.replace(/^[1Il|]{2,3}(?![\p{L}\d])|^[1l|]V(?!\p{L})/u, (written) => {
      return ROMAN[written.replace(/[Il|]/g, '1')] ?? written;
    });
    return { ...word, text };
  });

const sureness = (words: readonly OcrWord[]): number => {
  const letters = words.filter(({ text }) => /\p{L}{2}/u.test(text));
  const marked = letters.filter(({ text }) => isMarkedSyllable(text.replace(/[^\p{L}\p{M}]/gu, ''))).length;
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length);
  return mean * (marked / Math.max(1, letters.length)) * words.length;
};

const isRight = (words: readonly OcrWord[]): boolean =>
  words.length < FEW || words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length >= SURE;
