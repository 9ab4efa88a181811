/**
 * Every glyph of a page with its place, and every straight line drawn on it.
 * Text content as PDF libraries give it loses letters where a word mixes two fonts; the operators do not.
 * Operators: PDF 32000-1, 8.4 (graphics state), 8.5 (paths), 9.3 and 9.4 (text).
 */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AnnotationMode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Reading direction in quarter turns clockwise: 0 to the right, 1 downwards, 2 to the left, 3 upwards. */
export type Quarter = 0 | 1 | 2 | 3;

/** A glyph in the frame of its reading direction: `x` grows along the line, `y` (the baseline) from line to line. */
export type Glyph = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  bold: boolean;
  quarter: Quarter;
  /** The font's own name, where the file tells it. */
  font?: string | null;
  /** A recognised word, never part of another, and how sure the engine is of it (0 to 1). */
  confidence?: number;
};

/** A horizontal or vertical straight line, in points from the page's top left corner; x1 ≤ x2, y1 ≤ y2. */
export type Rule = { x1: number; y1: number; x2: number; y2: number };

export type Matrix = [number, number, number, number, number, number];

/** A picture on the page: `matrix` takes the unit square, its upper side at y = 1, to points from the page's top left corner. */
export type PlacedImage = { object: string | object; matrix: Matrix };

export type PageMarks = {
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
  slanted: number;
  images: PlacedImage[];
  /** Filled or stroked paths: letters turned into outlines are many of them. */
  paths: number;
};

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];
const shift = (matrix: Matrix, x: number, y: number): Matrix => multiply(matrix, [1, 0, 0, 1, x, y]);

type FontGlyph = { unicode: string; width: number; isSpace: boolean; originalCharCode?: number };
type State = {
  ctm: Matrix;
  size: number;
  unit: number;
  bold: boolean;
  font: string | null;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
};

/** A page set in the smallest type has some 30,000 letters; a page of more, or of more rules, was made to exhaust its readers. */
const [MOST_GLYPHS, MOST_RULES] = [40_000, 10_000];

/** Thinner than this, a filled rectangle is a drawn line. */
const LINE_WIDTH = 2.5;

/** Reads one page. Annotations (stamps of digital signatures, comments) are no part of the report's text. */
export async function pageMarks(page: PDFPageProxy): Promise<PageMarks> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList({ intent: 'display', annotationMode: AnnotationMode.DISABLE });
  const pen = new Pen(viewport.transform as Matrix, viewport.width, viewport.height, fontsOf(page));
  for (let i = 0; i < operators.fnArray.length; i++) pen.run(operators.fnArray[i] as number, operators.argsArray[i]);
  const { glyphs, slanted, images, paths } = pen;
  if (glyphs.length > MOST_GLYPHS) throw new Error(`${glyphs.length} letters on a page, ${MOST_GLYPHS} allowed`);
  // So many lines are a drawing's, not a table's.
  const rules = pen.rules.length > MOST_RULES ? [] : pen.rules;
  return { width: viewport.width, height: viewport.height, glyphs, rules, slanted, images, paths };
}

type Font = { unit: number; bold: boolean; name: string | null };

function fontsOf(page: PDFPageProxy): (id: string) => Font {
  const seen = new Map<string, Font>();
  return (id) => {
    let font = seen.get(id);
    if (!font) {
      const data = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
      font = {
        unit: data?.fontMatrix?.[0] || 0.001,
        bold: Boolean(data?.bold || data?.black) || /bold|black|heavy|demi/i.test(data?.name ?? ''),
        name: data?.name ?? null,
      };
      seen.set(id, font);
    }
    return font;
  };
}

class Pen {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly images: PlacedImage[] = [];
  slanted = 0;
  paths = 0;
  readonly #width: number;
  readonly #height: number;
  readonly #font: (id: string) => Font;
  readonly #stack: State[] = [];
  #state: State;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  constructor(ctm: Matrix, width: number, height: number, font: (id: string) => Font) {
    this.#width = width;
    this.#height = height;
    this.#font = font;
    this.#state = {
      ctm,
      size: 0,
      unit: 0.001,
      bold: false,
      font: null,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
    };
  }

  // biome-ignore lint/suspicious/noExplicitAny: pdfjs leaves the operators' arguments untyped
  run(operator: number, args: any): void {
    const state = this.#state;
    switch (operator) {
      case OPS.save:
        this.#stack.push({ ...state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#stack.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, args);
        break;
      case OPS.paintFormXObjectBegin:
        this.#stack.push({ ...state });
        if (args[0]) state.ctm = multiply(state.ctm, args[0]);
        break;
      case OPS.beginText:
        this.#text = this.#line = IDENTITY;
        break;
      case OPS.setFont: {
        const font = this.#font(args[0]);
        state.size = args[1];
        state.unit = font.unit;
        state.bold = font.bold;
        state.font = font.name;
        break;
      }
      case OPS.setTextMatrix:
        this.#text = this.#line = args.length === 6 ? args : (Array.from(args[0]) as Matrix);
        break;
      case OPS.moveText:
        this.#newLine(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = -args[1];
        this.#newLine(args[0], args[1]);
        break;
      case OPS.nextLine:
        this.#newLine(0, -state.leading);
        break;
      case OPS.setLeading:
        state.leading = args[0];
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        break;
      case OPS.setHScale:
        state.scale = args[0] / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0];
        break;
      case OPS.showText:
        this.#show(args[0]);
        break;
      case OPS.constructPath:
        if (args[0] === OPS.endPath || !args[1]?.[0]) break;
        this.paths++;
        this.#path(args[1][0], args[0]);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        this.images.push({ object: args[0], matrix: state.ctm });
        break;
      case OPS.paintImageMaskXObject:
        this.images.push({ object: args[0].data ?? args[0], matrix: state.ctm });
        break;
    }
  }

  #newLine(x: number, y: number): void {
    this.#text = this.#line = shift(this.#line, x, y);
  }

  /** All letters of one string share the direction and size; only their place moves on. */
  #show(glyphs: readonly (FontGlyph | number | null)[]): void {
    const { ctm, size, unit, bold, font, charSpacing, wordSpacing, scale, rise } = this.#state;
    const [a, b, c, d, x, y] = multiply(ctm, shift(this.#text, 0, rise));
    const [stretch, height] = [Math.hypot(a, b), Math.hypot(c, d) * Math.abs(size)];
    const quarter = quarterOf(a, b);
    let advance = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') advance -= glyph * 0.001 * size * scale;
      else if (glyph) {
        const width = glyph.width * unit * size;
        const text = letterOf(glyph);
        const [left, base] = [x + advance * a, y + advance * b];
        // A damaged file may set letters at no place, or of no width.
        if (text && text !== '\0' && Number.isFinite(left + base + width * stretch + height)) {
          if (quarter === null) this.slanted++;
          else {
            const at = turn(left, base, quarter, this.#width, this.#height);
            this.glyphs.push({
              text,
              x: at.x,
              y: at.y,
              width: width * scale * stretch,
              size: height,
              bold,
              quarter,
              font,
            });
          }
        }
        advance += (width + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
      }
    }
    this.#text = shift(this.#text, advance, 0);
  }

  /** Keeps the straight horizontal and vertical strokes of a path, and its filled bars as lines. */
  #path(data: ArrayLike<number>, paint: number): void {
    const filled = FILLS.has(paint);
    const bounds = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
    let start: Point = { x: 0, y: 0 };
    let at: Point = start;
    const flush = (): void => {
      if (filled) this.#bar(bounds);
      Object.assign(bounds, { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity });
    };
    for (let i = 0; i < data.length; ) {
      const step = data[i] as number;
      const points = POINTS[step];
      if (points === undefined) return;
      if (step === MOVE) flush();
      const last = i + 1 + (points - 1) * 2;
      const to: Point = points === 0 ? start : this.#onPage(data[last] as number, data[last + 1] as number);
      if (step === MOVE) start = to;
      else if ((step === LINE || step === CLOSE) && STROKES.has(paint)) this.#stroke(at, to);
      at = to;
      bounds.x1 = Math.min(bounds.x1, at.x);
      bounds.x2 = Math.max(bounds.x2, at.x);
      bounds.y1 = Math.min(bounds.y1, at.y);
      bounds.y2 = Math.max(bounds.y2, at.y);
      i += 1 + points * 2;
    }
    flush();
  }

  #onPage(x: number, y: number): Point {
    const [a, b, c, d, e, f] = this.#state.ctm;
    return { x: a * x + c * y + e, y: b * x + d * y + f };
  }

  #stroke(from: Point, to: Point): void {
    const width = Math.abs(from.x - to.x);
    const height = Math.abs(from.y - to.y);
    if (Math.min(width, height) > 0.5 || Math.max(width, height) < 1) return;
    this.rules.push({
      x1: Math.min(from.x, to.x),
      y1: Math.min(from.y, to.y),
      x2: Math.max(from.x, to.x),
      y2: Math.max(from.y, to.y),
    });
  }

  #bar({ x1, y1, x2, y2 }: Rule): void {
    const [width, height] = [x2 - x1, y2 - y1];
    if (height <= LINE_WIDTH && width > height) this.rules.push({ x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 });
    else if (width <= LINE_WIDTH && height > width) this.rules.push({ y1, y2, x1: (x1 + x2) / 2, x2: (x1 + x2) / 2 });
  }
}

/** PDF takes the soft hyphen's code for a hyphen (32000-1, D.2); in the fonts of TCVN3 it is a letter. */
const letterOf = ({ unicode, originalCharCode }: FontGlyph): string =>
  originalCharCode === 0xad && unicode === '-' ? '\u00AD' : unicode;

type Point = { x: number; y: number };

/** Path steps of pdfjs's constructPath (its DrawOPS) and how many points each takes. */
const [MOVE, LINE, CLOSE] = [0, 1, 4];
const POINTS: Record<number, number> = { 0: 1, 1: 1, 2: 3, 3: 2, 4: 0 };
const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);

/** The direction (a, b) in quarter turns, null where it is more than 10° off. */
function quarterOf(a: number, b: number): Quarter | null {
  const turns = Math.atan2(b, a) / (Math.PI / 2);
  const quarter = Math.round(turns);
  return Math.abs(turns - quarter) > 1 / 9 ? null : (((quarter + 4) % 4) as Quarter);
}

/** A point of a `width` × `height` page in the frame of a reading direction. */
export function turn(x: number, y: number, quarter: Quarter, width: number, height: number): Point {
  switch (quarter) {
    case 0:
      return { x, y };
    case 1:
      return { x: y, y: width - x };
    case 2:
      return { x: width - x, y: height - y };
    case 3:
      return { x: height - y, y: x };
  }
}

/** The way back from {@link turn}. */
export function turnBack(x: number, y: number, quarter: Quarter, width: number, height: number): Point {
  switch (quarter) {
    case 0:
      return { x, y };
    case 1:
      return { x: width - y, y: x };
    case 2:
      return { x: width - x, y: height - y };
    case 3:
      return { x: y, y: height - x };
  }
}
