import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadError } from '../../model/failure.ts';
import type { Box, Page } from '../../model/index.ts';
import { cleanLine } from '../clean.ts';
import { type Composed, compose, type Draft } from '../compose.ts';
import { mendParagraphs } from '../paragraphs.ts';
import { info, type Message, type ReaderLimits, type Reading, warning } from '../reading.ts';
import { paragraphsOf, type Region, regionsOf } from './flow.ts';
import { withoutFurniture } from './furniture.ts';
import { type PageMarks, pageMarks, type Quarter, turnBack } from './glyphs.ts';
import { type Grid, gridsOf } from './grid.ts';
import { type Row, rowsOf, type Word } from './lines.ts';
import { secondOpinion } from './second-opinion.ts';
import { isSameTable, joinTables, type PageTable, tableOf, toDraft } from './table.ts';

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** A page taken apart: rows of its main reading direction outside tables, its tables, and rows set in other directions. */
type Layout = {
  number: number;
  width: number;
  height: number;
  pageWidth: number;
  pageHeight: number;
  quarter: Quarter;
  rows: Row[];
  tables: { y: number; table: PageTable }[];
  turned: { quarter: Quarter; rows: Row[] }[];
};

/** Reads a PDF. Throws ReadError `encrypted`, `damaged`, `too_many_pages`, `no_text`. */
export async function readPdf(bytes: Buffer, limits: ReaderLimits): Promise<Reading> {
  if (isCutOff(bytes)) throw new ReadError('damaged', 'the end of the file is missing');
  const { document, version, close } = await openPdf(bytes);
  try {
    if (document.numPages > limits.maxPages) throw new ReadError('too_many_pages', `${document.numPages} pages`);
    const messages: Message[] = [];
    const layouts = await layoutPages(document, messages);
    const { drafts, dropped } = flow(layouts);
    if (drafts.length === 0) throw new ReadError('no_text', `${document.numPages} pages without a character`);
    if (dropped.length > 0) messages.push(info('page_furniture', `left out of the text: ${dropped.join(' | ')}`));
    const opinion = await secondOpinion(bytes, drafts, layouts);
    messages.push(...opinion.messages);
    const composed = compose(withOutline(drafts, opinion.outline));
    return {
      mediaType: 'application/pdf',
      reader: { name: 'pdfjs-dist', version },
      title: opinion.title,
      pages: placePages(layouts, composed),
      messages,
      ...composed,
    };
  } finally {
    await close();
  }
}

/**
 * A PDF ends with "startxref" (PDF 32000-1, 7.5.5). Where that is missing, or objects follow the last one, the rest of
 * the file is lost: pdfjs would repair what is left and give a part of the report for the whole.
 */
function isCutOff(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('startxref');
  return end === -1 || /\d \d+ obj\b/.test(bytes.subarray(end).toString('latin1'));
}

async function openPdf(bytes: Buffer) {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    // Font names tell bold type.
    fontExtraProperties: true,
    useSystemFonts: false,
    cMapUrl: `${PDFJS}/cmaps/`,
    standardFontDataUrl: `${PDFJS}/standard_fonts/`,
    wasmUrl: `${PDFJS}/wasm/`,
  });
  try {
    return { document: await task.promise, version: pdfjs.version, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    const { name, message } = error as Error;
    throw new ReadError(name === 'PasswordException' ? 'encrypted' : 'damaged', `${name}: ${message}`);
  }
}

async function layoutPages(document: PDFDocumentProxy, messages: Message[]): Promise<Layout[]> {
  const layouts: Layout[] = [];
  let slanted = 0;
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      const marks = await pageMarks(page);
      layouts.push(layout(number, marks));
      slanted += marks.slanted;
      page.cleanup();
    } catch (error) {
      messages.push(warning('page_not_read', `page ${number} is damaged: ${String(error)}`));
    }
  }
  if (layouts.length === 0) throw new ReadError('damaged', 'no page can be read');
  if (slanted > 0) messages.push(info('slanted_text', `${slanted} slanted letters (a watermark) are left out`));
  return layouts;
}

function layout(number: number, marks: PageMarks): Layout {
  const quarters = ([0, 1, 2, 3] as const).map((quarter) => ({
    quarter,
    glyphs: marks.glyphs.filter((glyph) => glyph.quarter === quarter),
  }));
  const [main, ...others] = quarters.sort((a, b) => b.glyphs.length - a.glyphs.length);
  const quarter = main?.quarter ?? 0;
  const sideways = quarter % 2 === 1;
  const size = { pageWidth: marks.width, pageHeight: marks.height };
  // Rules lie in page coordinates; a table turned by a quarter is read as lines.
  const grids = quarter === 0 ? gridsOf(marks.rules) : [];
  const { tables, rest } = takeTables(grids, main?.glyphs ?? [], number);
  return {
    number,
    ...size,
    width: sideways ? marks.height : marks.width,
    height: sideways ? marks.width : marks.height,
    quarter,
    rows: rowsOf(rest),
    tables,
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
function flow(layouts: readonly Layout[]): { drafts: Draft[]; dropped: string[] } {
  const { pages, dropped } = withoutFurniture(layouts);
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
  return { drafts: mendParagraphs(drafts), dropped };
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

function placer(pages: readonly Pick<Layout, 'number' | 'quarter' | 'pageWidth' | 'pageHeight'>[]) {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  return (number: number, word: Word): Box => {
    const { quarter, pageWidth, pageHeight } = byNumber.get(number) as Layout;
    const [top, bottom] = [word.y - ASCENT * word.size, word.y + DESCENT * word.size];
    const a = turnBack(word.x, top, quarter, pageWidth, pageHeight);
    const b = turnBack(word.x + word.width, bottom, quarter, pageWidth, pageHeight);
    return {
      page: number,
      x: points(Math.min(a.x, b.x)),
      y: points(Math.min(a.y, b.y)),
      width: points(Math.abs(a.x - b.x)),
      height: points(Math.abs(a.y - b.y)),
    };
  };
}

const points = (value: number): number => Math.round(value * 100) / 100;

/** A page's stretch of the text runs from its first to its last word; an empty page stands at the end of the one before. */
function placePages(layouts: readonly Layout[], { words }: Composed): Page[] {
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

/** Paragraphs that the file's own outline names are headings. */
function withOutline(drafts: readonly Draft[], outline: ReadonlyMap<string, number>): Draft[] {
  return drafts.map((draft) => {
    const level = draft.kind === 'table' ? undefined : outline.get(cleanLine(draft.text));
    return level === undefined ? draft : { ...draft, kind: 'heading', level };
  });
}
