import { createRequire } from 'node:module';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { ReadError } from '../../model/read-error.ts';
import { cleanLine } from '../clean.ts';
import { compose } from '../compose.ts';
import { converted, info, type Message, type Reading, warning } from '../reading.ts';
import { hasByteOrderMark16 } from '../sniff.ts';
import { draftsOf } from '../word/drafts.ts';
import { unescapeXml } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { blocksOf, type Element } from './blocks.ts';
import { decodeFonts } from './fonts.ts';
import { withoutHidden } from './hidden.ts';
import { type NumberingParts, writeNumbers } from './numbering.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const VERSION: string = createRequire(import.meta.url)('mammoth/package.json').version;

/** A report of a hundred pages with tables has some 5 MB of XML; what mammoth makes of it takes 40 times the memory. */
const LARGEST = 16 * 1024 * 1024;

/** Reads a Word document. Throws ReadError `unsupported_type`, `damaged`, `bomb`, `encrypted`, `empty`, `no_text`. */
export async function readDocx(zip: Zip): Promise<Reading> {
  const main = await mainPart(zip);
  if (main === null) throw notWord(zip);
  const messages: Message[] = [];
  const { packed, encoding } = await readable(zip, main, messages);
  const document = await wordModel(packed, messages);
  const { drafts } = draftsOf(blocksOf(document));
  if (drafts.every((draft) => draft.text === '')) {
    throw new ReadError([...zip.names].some((name) => name.startsWith('word/media/')) ? 'no_text' : 'empty');
  }
  return {
    mediaType: MEDIA_TYPE,
    reader: { name: 'mammoth', version: VERSION },
    title: await title(zip),
    pages: [],
    encoding,
    messages,
    ...compose(drafts),
  };
}

/** The document's part: "word/document.xml", or what the package names (Word for the web writes "document2.xml"). */
async function mainPart(zip: Zip): Promise<string | null> {
  const relations = await zip.read('_rels/.rels');
  const target = relations && /<[^<>]*officeDocument"[^<>]*>/.exec(decodeXml(relations))?.[0];
  const name = (/Target="\/?([^"]+)"/.exec(target ?? '')?.[1] ?? 'word/document.xml').replace(/^\.\//, '');
  return /^word\/[^/]+\.xml$/.test(name) && zip.names.has(name) ? name : null;
}

function notWord(zip: Zip): ReadError {
  const other = ['xl/workbook.xml', 'ppt/presentation.xml', 'mimetype', 'content.xml'].find((name) =>
    zip.names.has(name),
  );
  return other || !zip.names.has('[Content_Types].xml')
    ? new ReadError('unsupported_type', `a ZIP file with ${other ?? 'no Word document'}`)
    : new ReadError('damaged', 'no word/document.xml');
}

/**
 * The parts mammoth reads, with legacy letters in Unicode and computed numbers written in; everything else (images,
 * macros, embedded files) is left out.
 */
async function readable(zip: Zip, main: string, messages: Message[]) {
  const wanted = [...zip.names].filter(
    (name) =>
      /\.rels$/.test(name) ||
      name === main ||
      /^(?:\[Content_Types\]|word\/(?:styles|numbering|footnotes|endnotes)\d*)\.xml$/.test(name),
  );
  const parts = new Map<string, string>();
  let left = LARGEST;
  for (const name of wanted) {
    const bytes = (await zip.read(name)) as Buffer;
    left -= bytes.length;
    if (left < 0) throw new ReadError('too_large', `more than ${LARGEST} bytes of XML`);
    parts.set(name, decodeXml(bytes));
  }
  const styles = partLike(parts, /^word\/styles\d*\.xml$/);
  const prose = new Map([...parts].filter(([name]) => name === main || /notes\d*\.xml$/.test(name)));
  const shown = withoutHidden(prose, styles);
  shown.set(
    main,
    numbers({ document: shown.get(main) as string, numbering: partLike(parts, NUMBERING), styles }, messages),
  );
  const { parts: decoded, encoding } = decodeFonts(shown, styles);
  for (const [name, content] of decoded) parts.set(name, content);
  messages.push(...converted(encoding));
  const archive = new JSZip();
  for (const [name, content] of parts) archive.file(name, content);
  return { packed: await archive.generateAsync({ type: 'nodebuffer', compression: 'STORE' }), encoding };
}

const NUMBERING = /^word\/numbering\d*\.xml$/;

const partLike = (parts: ReadonlyMap<string, string>, name: RegExp): string | null =>
  [...parts].find(([key]) => name.test(key))?.[1] ?? null;

/**
 * XML is UTF-8, or UTF-16 with a byte order mark (XML 1.0, 4.3.3). Word writes no document type: one that is there
 * declares entities, so it goes, and so do references to them.
 */
function decodeXml(bytes: Buffer): string {
  const order = hasByteOrderMark16(bytes);
  const label = order === null ? 'utf-8' : order === 'LE' ? 'utf-16le' : 'utf-16be';
  return withoutDocumentType(new TextDecoder(label).decode(bytes)).replace(
    /&(?!(?:amp|lt|gt|quot|apos|#\w+);)[\w.-]{1,100};/g,
    '',
  );
}

/** Sought mark by mark: a pattern for the whole would go over a hostile part once for each of its beginnings. */
function withoutDocumentType(xml: string): string {
  const start = xml.search(/<!DOCTYPE/i);
  if (start === -1) return xml;
  const mark = xml.slice(start, start + 10_000).search(/[[>]/);
  const last = xml[start + mark] === '[' ? /\]\s{0,100}>/g : />/g;
  last.lastIndex = start + mark;
  return mark !== -1 && last.test(xml) ? xml.slice(0, start) + xml.slice(last.lastIndex) : xml.slice(0, start);
}

function numbers(parts: NumberingParts, messages: Message[]): string {
  try {
    return writeNumbers(parts).document;
  } catch (error) {
    messages.push(warning('numbering_not_read', `numbers and bullets made by Word are missing: ${String(error)}`));
    return parts.document;
  }
}

/** mammoth's own model of the document, taken before it turns into HTML. */
async function wordModel(buffer: Buffer, messages: Message[]): Promise<Element> {
  let model: Element | null = null;
  try {
    const result = await mammoth.convertToHtml(
      { buffer },
      {
        externalFileAccess: false,
        transformDocument: (document: Element) => {
          model = document;
          return { ...document, children: [] };
        },
      },
    );
    for (const text of new Set(result.messages.map((message) => message.message))) messages.push(info('mammoth', text));
  } catch (error) {
    throw new ReadError('damaged', String(error));
  }
  if (model === null) throw new ReadError('damaged', 'mammoth found no document');
  return model;
}

async function title(zip: Zip): Promise<string | null> {
  const core = await zip.read('docProps/core.xml').catch(() => null);
  const text = core && /<dc:title>([^<]*)<\/dc:title>/.exec(decodeXml(core))?.[1];
  return text ? cleanLine(unescapeXml(text)) || null : null;
}
