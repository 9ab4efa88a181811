/** Pages' marks → rows and tables → one flow of blocks, with the place of every word. */
import type { Box, Page } from '../../model/index.ts';
import type { Composed, Draft } from '../compose.ts';
import { type Affine, pointAt } from '../image/raster.ts';
import { mendParagraphs } from '../paragraphs.ts';
import { paragraphsOf, type Region, regionsOf } from './flow.ts';
import { withoutFurniture } from './furniture.ts';
import { type PageMarks, type Quarter, turnBack } from './glyphs.ts';
import { type Grid, gridsOf } from './grid.ts';
import { type Row, rowsOf, type Word } from './lines.ts';
import { takeNotes } from './notes.ts';
import { isSameTable, joinTables, type PageTable, tableOf, toDraft } from './table.ts';
import { takeUnruled } from './unruled.ts';

/** A page taken apart: rows of its main reading direction outside tables, its tables, and rows set in other directions. */
export type Layout = {
  number: number;
  width: number;
  height: number;
  pageWidth: number;
  pageHeight: number;
  quarter: Quarter;
  /** From the frame of a recognised picture to the page it lies on. */
  toPage?: Affine;
  rows: Row[];
  tables: { y: number; table: PageTable }[];
  turned: { quarter: Quarter; rows: Row[] }[];
};

/** What layout needs of a page. */
export type Marks = Pick<PageMarks, 'width' | 'height' | 'glyphs' | 'rules'> & {
  /** Where marks lie on the page, and its size, where their own frame is that of a picture on it. */
  on?: { toPage: Affine; width: number; height: number };
};

export function layout(number: number, marks: Marks): Layout {
  const quarters = ([0, 1, 2, 3] as const).map((quarter) => ({
    quarter,
    glyphs: marks.glyphs.filter((glyph) => glyph.quarter === quarter),
  }));
  const [main, ...others] = quarters.sort((a, b) => b.glyphs.length - a.glyphs.length);
  const quarter = main?.quarter ?? 0;
  const sideways = quarter % 2 === 1;
  const { on } = marks;
  const size = { pageWidth: on?.width ?? marks.width, pageHeight: on?.height ?? marks.height };
  // Rules lie in page coordinates; a table turned by a quarter is read as lines.
  const grids = quarter === 0 ? gridsOf(marks.rules) : [];
  const ruled = takeTables(grids, main?.glyphs ?? [], number);
  const { tables, rest } = takeUnruled(rowsOf(ruled.rest), number);
  return {
    number,
    ...size,
    ...(on && { toPage: on.toPage }),
    width: sideways ? marks.height : marks.width,
    height: sideways ? marks.width : marks.height,
    quarter,
    rows: rest,
    tables: [...ruled.tables, ...tables].sort((a, b) => a.y - b.y),
    turned: others
      .filter((other) => other.glyphs.length > 0)
      .map((other) => ({ ...other, rows: rowsOf(other.glyphs) })),
  };
}

function takeTables(grids: readonly Grid[], glyphs: PageMarks['glyphs'], page: number) {
  let rest = glyphs;
  const tables: Layout['tables'] = [];
  for (const grid of grids) {
    const inside = rest.filter((glyph) => isInside(grid, glyph));
    const table = tableOf(grid, inside, page);
    if (!table) continue;
    tables.push({ y: grid.y1, table });
    rest = rest.filter((glyph) => !isInside(grid, glyph));
  }
  return { tables: tables.sort((a, b) => a.y - b.y), rest };
}

const isInside = (box: { x1: number; y1: number; x2: number; y2: number }, glyph: PageMarks['glyphs'][number]) => {
  const x = glyph.x + glyph.width / 2;
  const y = glyph.y - glyph.size * 0.3;
  return x >= box.x1 && x <= box.x2 && y >= box.y1 && y <= box.y2;
};

/** All pages as one flow of blocks, a table that runs over pages as one. */
export function flow(layouts: readonly Layout[]): { drafts: Draft[]; dropped: string[] } {
  const clean = withoutFurniture(layouts);
  const { pages, notes } = takeNotes(clean.pages);
  const place = placer(pages);
  const margins = rightMargins(pages);
  const drafts: Draft[] = [];
  let prose: Region[] = [];
  let table: PageTable | null = null;
  const flush = (): void => {
    if (table) drafts.push(toDraft(table, place));
    if (prose.length > 0) drafts.push(...paragraphsOf(prose, place));
    table = null;
    prose = [];
  };
  for (const page of pages) {
    const margin = margins.get(Math.round(page.width)) ?? page.width;
    let rows = page.rows;
    for (const { y, table: next } of page.tables) {
      const above = rows.filter((row) => (row[0]?.y ?? 0) < y);
      rows = rows.slice(above.length);
      if (above.length > 0) {
        if (table) flush();
        prose.push(...regionsOf(above, page.number, margin));
      }
      if (table && isSameTable(table, next)) table = joinTables(table, next);
      else {
        flush();
        table = next;
      }
    }
    if (rows.length > 0 || page.turned.length > 0) {
      if (table) flush();
      prose.push(...regionsOf(rows, page.number, margin));
    }
  }
  flush();
  for (const page of pages) {
    for (const { quarter, rows } of page.turned) {
      const turnedPlace = placer([{ ...page, quarter }]);
      drafts.push(...paragraphsOf(regionsOf(rows, page.number, page.height), turnedPlace));
    }
  }
  const text = mendParagraphs(drafts);
  for (const { page, rows } of notes) text.push(...paragraphsOf(regionsOf(rows, page.number, page.width), place));
  return { drafts: text, dropped: clean.dropped };
}

/** Where full lines end, for pages of one width: nearly the furthest end of the longer lines. */
function rightMargins(pages: readonly Layout[]): Map<number, number> {
  const ends = new Map<number, number[]>();
  for (const page of pages) {
    const width = Math.round(page.width);
    const long = page.rows.flatMap((row) => (row.length === 1 ? row : [])).filter((line) => line.text.length > 40);
    ends.set(width, [...(ends.get(width) ?? []), ...long.map((line) => line.right)]);
  }
  return new Map(
    [...ends].flatMap(([width, rights]) => {
      rights.sort((a, b) => a - b);
      const right = rights[Math.floor(rights.length * 0.95)];
      return right === undefined ? [] : [[width, right] as const];
    }),
  );
}

/** How far letters reach over and under the baseline, in parts of their size. */
const [ASCENT, DESCENT] = [0.85, 0.22];

function placer(pages: readonly Pick<Layout, 'number' | 'quarter' | 'pageWidth' | 'pageHeight' | 'toPage'>[]) {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  return (number: number, word: Word): Box => {
    const { quarter, pageWidth, pageHeight, toPage } = byNumber.get(number) as Layout;
    const [top, bottom] = [word.y - ASCENT * word.size, word.y + DESCENT * word.size];
    const onPage = (x: number, y: number) =>
      toPage ? pointAt(toPage, x, y) : turnBack(x, y, quarter, pageWidth, pageHeight);
    const a = onPage(word.x, top);
    const b = onPage(word.x + word.width, bottom);
    return {
      page: number,
      x: points(Math.min(a.x, b.x)),
      y: points(Math.min(a.y, b.y)),
      width: points(Math.abs(a.x - b.x)),
      height: points(Math.abs(a.y - b.y)),
    };
  };
}

export const points = (value: number): number => Math.round(value * 100) / 100;

/** A page's stretch of the text runs from its first to its last word; an empty page stands at the end of the one before. */
export function placePages(layouts: readonly Layout[], { words }: Composed): Page[] {
  const stretch = new Map<number, { start: number; end: number }>();
  for (const { span, box } of words) {
    const found = stretch.get(box.page);
    stretch.set(box.page, {
      start: Math.min(found?.start ?? span.start, span.start),
      end: Math.max(found?.end ?? span.end, span.end),
    });
  }
  let end = 0;
  return layouts.map(({ number, pageWidth, pageHeight }) => {
    const { start, end: last } = stretch.get(number) ?? { start: end, end };
    end = last;
    return { number, start, end: last, width: points(pageWidth), height: points(pageHeight) };
  });
}
