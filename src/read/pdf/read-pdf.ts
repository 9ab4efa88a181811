import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadError } from '../../model/read-error.ts';
import { cleanLine } from '../clean.ts';
import { compose, type Draft } from '../compose.ts';
import { MOST_PIXELS } from '../image/raster.ts';
import { marksOf, noText, ocrOf, type Recognition, usualSize } from '../ocr/pages.ts';
import { type Scan, scanOf, type Unread } from '../ocr/scan.ts';
import { converted, info, type Message, type ReaderLimits, type Reading, warning } from '../reading.ts';
import { NO_DRAWING } from './font-face.ts';
import { type PageMarks, pageMarks } from './glyphs.ts';
import { flow, type Layout, layout, placePages } from './layout.ts';
import { decodeGlyphs } from './legacy.ts';
import { type Need, needOf, pictureOf, type Render } from './picture.ts';
import { type Properties, propertiesOf } from './properties.ts';
import { renderer } from './render.ts';
import { respaced } from './respace.ts';
import { secondOpinion } from './second-opinion.ts';

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** The same code as the default, half as long to load. */
const WORKER = pathToFileURL(`${PDFJS}/legacy/build/pdf.worker.min.mjs`).href;

/** Reads a PDF. Throws ReadError `encrypted`, `damaged`, `too_many_pages`, `no_text`. */
export async function readPdf(bytes: Buffer, limits: ReaderLimits): Promise<Reading> {
  if (isCutOff(bytes)) throw new ReadError('damaged', 'the end of the file is missing');
  const { document, version, close } = await openPdf(bytes);
  const drawing = renderer(bytes);
  try {
    if (document.numPages > limits.maxPages) throw new ReadError('too_many_pages', `${document.numPages} pages`);
    const messages: Message[] = [];
    const { pages, encoding } = decodeGlyphs(await readPages(document, drawing.render, limits, messages));
    messages.push(...converted(encoding));
    const recognitions = await recognised(pages);
    const { ocr, messages: ofOcr } = ocrOf(recognitions);
    messages.push(...ofOcr);
    const layouts = layoutPages(pages, recognitions);
    const { drafts, dropped } = flow(layouts);
    if (drafts.length === 0) throw noText(recognitions, document.numPages);
    if (dropped.length > 0) messages.push(info('page_furniture', `left out of the text: ${dropped.join(' | ')}`));
    // A document of pictures has no text to compare, and its properties are the scanner's; legacy letters stand in both.
    const set = encoding === 'unicode' ? pages.filter(({ scan }) => scan === null) : [];
    const { title, outline } = set.length > 0 ? await propertiesOf(document) : NO_PROPERTIES;
    messages.push(...(await secondOpinion(bytes, drafts, set)));
    const spaced = respaced(drafts);
    const composed = compose(withOutline(spaced.drafts, outline));
    messages.push(...spaced.messages(composed.blocks));
    return {
      mediaType: 'application/pdf',
      reader: { name: 'pdfjs-dist', version },
      title,
      pages: placePages(layouts, composed),
      encoding,
      ocr,
      messages,
      ...composed,
    };
  } finally {
    await drawing.close();
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

/** Loads what {@link readPdf} loads with its first file. */
export const preloadPdf = (): Promise<unknown> =>
  Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import(WORKER)]);

async function openPdf(bytes: Buffer) {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = WORKER;
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    // Font names tell bold type.
    fontExtraProperties: true,
    useSystemFonts: false,
    ...NO_DRAWING,
    maxImageSize: MOST_PIXELS,
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

const NO_PROPERTIES: Properties = { title: null, outline: new Map() };

/** A page's own marks, and what is being recognised of it. */
type ReadPage = { number: number; marks: PageMarks; need: Need; scan: Promise<Scan | Unread> | null };

/** Reads page after page, while those handed out before are being recognised. */
async function readPages(
  document: PDFDocumentProxy,
  render: Render,
  { recognise, onPage, onProgress }: ReaderLimits,
  messages: Message[],
): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  const progress = pageCounter(document.numPages, onProgress);
  let slanted = 0;
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      const marks = await pageMarks(page);
      const need = needOf(marks);
      const picture = need !== 'nothing' && recognise ? await pictureOf(page, marks, render) : null;
      const scan =
        recognise && picture ? scanOf(picture, recognise) : Promise.resolve({ failure: 'unavailable' as const });
      pages.push({ number, marks, need, scan: need === 'nothing' ? null : scan });
      if (need === 'nothing') progress.through();
      else {
        progress.scanning();
        void scan.then(progress.through);
      }
      slanted += marks.slanted;
      page.cleanup();
      onPage?.();
    } catch (error) {
      messages.push(warning('page_not_read', `page ${number} is damaged: ${String(error)}`));
      progress.through();
    }
  }
  if (pages.length === 0) throw new ReadError('damaged', 'no page can be read');
  if (slanted > 0) messages.push(info('slanted_text', `${slanted} slanted letters (a watermark) are left out`));
  return pages;
}

/** Counts the pages that are through; from the first scanned one on, tells of the page that comes then. */
function pageCounter(pages: number, tell: ReaderLimits['onProgress']) {
  let [through, scanning] = [0, false];
  const say = (): void => {
    if (scanning) tell?.(Math.min(through + 1, pages), pages);
  };
  return {
    through: (): void => {
      through++;
      say();
    },
    scanning: (): void => {
      if (scanning) return;
      scanning = true;
      say();
    },
  };
}

const recognised = (pages: readonly ReadPage[]): Promise<Recognition[]> =>
  Promise.all(pages.flatMap(({ number, scan }) => (scan ? [scan.then((result) => ({ page: number, result }))] : [])));

function layoutPages(pages: readonly ReadPage[], recognitions: readonly Recognition[]): Layout[] {
  const results = new Map(recognitions.map(({ page, result }) => [page, result]));
  const usual = usualSize(recognitions);
  return pages.map(({ number, marks, need }) => {
    const scan = results.get(number);
    if (!scan || 'failure' in scan) return layout(number, marks);
    return layout(number, marksOf(scan, usual, marks, need === 'rest' ? marks.glyphs : []));
  });
}

/** Paragraphs that the file's own outline names are headings. */
function withOutline(drafts: readonly Draft[], outline: ReadonlyMap<string, number>): Draft[] {
  return drafts.map((draft) => {
    const level = draft.kind === 'table' ? undefined : outline.get(cleanLine(draft.text));
    return level === undefined ? draft : { ...draft, kind: 'heading', level };
  });
}
