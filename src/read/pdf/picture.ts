/** Which pages are pictures of text, and the picture to recognise. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Affine, after, greyOf, greyOfBits, MOST_PIXELS, type Raster, turned } from '../image/raster.ts';
import type { Picture } from '../ocr/scan.ts';
import { isDoubtful, isWorthless } from '../vietnamese/worth.ts';
import type { Glyph, Matrix, PageMarks, PlacedImage } from './glyphs.ts';
import { rowsOf } from './lines.ts';

/** Draws a page at a resolution, level and upright. */
export type Render = (page: number, dpi: number) => Promise<Raster>;

/** Of the page: what pictures must cover to hold its text, what one alone must cover to stand for it, what is decoration. */
const [SOME, WHOLE, SMALL] = [0.2, 0.6, 0.02];
/** A page with fewer letters than this beside its picture has a stamp, a page number, a line of the scanner's maker. */
const STAMP_LETTERS = 250;
/** More paths than any page's rules and frames: letters drawn as outlines. */
const OUTLINES = 400;
/** Resolutions for drawing: of outlines, and the bounds within which that of a page's own pictures is kept. */
const [DRAWN, LEAST, MOST] = [250, 150, 300];
/** What of a page must be recognised: all of it, all that its own text does not tell, or nothing. */
export type Need = 'all' | 'rest' | 'nothing';

export function needOf(marks: PageMarks): Need {
  const { glyphs } = marks;
  const covered = marks.images.reduce((sum, image) => sum + coverage(image, marks), 0);
  if (glyphs.length === 0) return covered >= SOME / 2 || marks.paths >= OUTLINES ? 'all' : 'nothing';
  const pictured = covered >= WHOLE;
  if (!pictured && !isDoubtful(glyphs.map(({ text }) => text))) return 'nothing';
  const letters = glyphs.filter(({ text }) => /\p{L}/u.test(text)).length;
  if (letters > 0 && isWorthless(textOf(glyphs), pictured)) return 'all';
  return letters < STAMP_LETTERS && pictured ? 'rest' : 'nothing';
}

const textOf = (glyphs: readonly Glyph[]): string =>
  rowsOf(glyphs)
    .flatMap((row) => row.map((line) => line.text))
    .join(' ');

/** The share of the page that a picture's frame covers. */
function coverage({ matrix: [a, b, c, d, e, f] }: PlacedImage, { width, height }: PageMarks): number {
  const clip = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  const [xs, ys] = [
    [e, a + e, c + e, a + c + e],
    [f, b + f, d + f, b + d + f],
  ].map((values) => [Math.min(...values), Math.max(...values)] as const);
  const [left, right] = (xs as readonly [number, number]).map((x) => clip(x, width)) as [number, number];
  const [top, bottom] = (ys as readonly [number, number]).map((y) => clip(y, height)) as [number, number];
  return ((right - left) * (bottom - top)) / (width * height);
}

/** The page's own picture where one fills it, else the page drawn; null where it has nothing to show. */
export async function pictureOf(page: PDFPageProxy, marks: PageMarks, render: Render): Promise<Picture | null> {
  const large = marks.images.filter((image) => coverage(image, marks) >= SMALL);
  const [only] = large;
  if (only && large.length === 1 && marks.paths < OUTLINES && coverage(only, marks) >= WHOLE) {
    const own = await ownPicture(page, only);
    if (own) return own;
  }
  const finest = Math.max(0, ...(await Promise.all(large.map((image) => resolution(page, image)))));
  const wanted = marks.paths >= OUTLINES || finest === 0 ? DRAWN : Math.min(MOST, Math.max(LEAST, Math.round(finest)));
  const dpi = Math.min(wanted, 72 * Math.sqrt(MOST_PIXELS / (marks.width * marks.height)));
  const image = await render(page.pageNumber, dpi);
  return { image, toPage: [marks.width / image.width, 0, 0, marks.height / image.height, 0, 0] };
}

/** pdfjs's decoded pictures: `kind` 1 is one bit a pixel, 2 RGB, 3 RGBA; a stencil has none and paints where bits are 0. */
type Decoded = { width: number; height: number; kind?: number; data?: Uint8Array | Uint8ClampedArray | null };

async function decoded(page: PDFPageProxy, { object }: PlacedImage): Promise<Decoded | null> {
  if (typeof object !== 'string') return object as Decoded;
  const objects = object.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => objects.get(object, resolve));
}

const resolution = async (page: PDFPageProxy, image: PlacedImage): Promise<number> => {
  const [a, b] = image.matrix;
  return (((await decoded(page, image))?.width ?? 0) * 72) / Math.hypot(a, b);
};

/** A picture set straight or by quarter turns, unmirrored, as a grey raster turned the page's way; else null. */
async function ownPicture(page: PDFPageProxy, placed: PlacedImage): Promise<Picture | null> {
  const quarters = quartersOf(placed.matrix);
  const found = await decoded(page, placed);
  if (quarters === null || !found?.data || found.width * found.height > MOST_PIXELS) return null;
  const { width, height, kind, data } = found;
  const image = kind === 2 || kind === 3 ? greyOf(data, width, height, kind + 1) : greyOfBits(data, width, height);
  const [a, b, c, d, e, f] = placed.matrix;
  // The first row of pixels lies at the upper side of the unit square.
  const toPage: Affine = [a / width, b / width, -c / height, -d / height, e + c, f + d];
  const upright = turned(image, quarters);
  return { image: upright.image, toPage: after(toPage, upright.back) };
}

/** How many quarters clockwise a picture is turned on the page; null where it is mirrored, slanted or stretched. */
function quartersOf([a, b, c, d]: Matrix): number | null {
  // Upright, x runs to the right and y, from the lower side up, towards the top: a > 0, d < 0.
  if (a * d - b * c >= 0) return null;
  const turns = Math.atan2(b, a) / (Math.PI / 2);
  const quarters = Math.round(turns);
  return Math.abs(turns - quarters) > 0.06 ? null : (quarters + 4) % 4;
}
