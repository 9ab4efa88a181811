import { ReadError } from '../../model/read-error.ts';
import { cleanLine } from '../clean.ts';
import { compose } from '../compose.ts';
import { converted, type Message, type Reading, warning } from '../reading.ts';
import { draftsOf } from '../word/drafts.ts';
import type { WordBlock } from '../word/model.ts';
import { blocksOf } from './body.ts';
import { parseBoxes } from './boxes.ts';
import { type Compound, openCompound } from './compound.ts';
import { parseFib, type Structure } from './fib.ts';
import { parseFonts } from './fonts.ts';
import { parseLists } from './lists.ts';
import { CHARACTERS, PARAGRAPHS, Pages } from './pages.ts';
import { parsePieces } from './pieces.ts';
import { isRangeError } from './range.ts';
import { Story } from './story.ts';
import { Styles } from './styles.ts';
import { decodeTitle, parseTitle } from './summary.ts';

/**
 * Reads a document of Word 97 to 2003 ([MS-DOC]). Throws ReadError `encrypted`, `damaged`, `empty`, `no_text`, `bomb`,
 * `unsupported_type` for older Word and for what else OLE2 files hold.
 */
export function readDoc(bytes: Buffer): Reading {
  try {
    return reading(bytes);
  } catch (error) {
    // The file points to where it has nothing.
    if (isRangeError(error)) throw new ReadError('damaged', error.message);
    throw error;
  }
}

function reading(bytes: Buffer): Reading {
  const file = openCompound(bytes);
  const word = file.read('WordDocument');
  if (!word) throw notWord(file);
  const messages: Message[] = [];
  const { blocks, pictures } = parseDocument(file, word, messages);
  const { drafts, encoding } = draftsOf(blocks);
  if (drafts.every((draft) => draft.text === '')) throw new ReadError(pictures ? 'no_text' : 'empty');
  messages.push(...converted(encoding));
  return {
    mediaType: 'application/msword',
    reader: { name: 'doc', version: '1' },
    title: title(file, encoding),
    pages: [],
    encoding,
    messages,
    ...compose(drafts),
  };
}

/** What other programs' files are told by ([MS-XLS] 2.1.2, [MS-PPT] 2.1.2, [MS-OFFCRYPTO] 2.3.4.4). */
const OTHERS: Record<string, string> = {
  Workbook: 'an Excel workbook (XLS)',
  Book: 'an Excel workbook (XLS)',
  'PowerPoint Document': 'a PowerPoint presentation (PPT)',
  VisioDocument: 'a Visio drawing (VSD)',
  '__properties_version1.0': 'an Outlook message (MSG)',
};

function notWord(file: Compound): ReadError {
  if (file.has('EncryptedPackage')) return new ReadError('encrypted', 'Office encryption');
  const name = Object.keys(OTHERS).find((other) => file.has(other));
  return new ReadError('unsupported_type', name ? (OTHERS[name] ?? name) : 'an OLE2 file without a Word document');
}

function parseDocument(file: Compound, word: Buffer, messages: Message[]): { blocks: WordBlock[]; pictures: boolean } {
  const fib = parseFib(word);
  const table = file.read(fib.tableStream);
  if (!table) throw new ReadError('damaged', `no stream ${fib.tableStream}`);
  const part = (structure: Structure): Buffer => {
    const { offset, length } = fib.locate(structure);
    if (offset + length > table.length && length > 0) throw new RangeError(`the table of ${structure} is missing`);
    return table.subarray(offset, offset + length);
  };
  const story = new Story({
    word,
    pieces: parsePieces(part('clx')),
    characters: new Pages(word, part('characterPages'), CHARACTERS),
    paragraphs: new Pages(word, part('paragraphPages'), PARAGRAPHS),
    styles: new Styles(part('styles')),
    fonts: parseFonts(part('fonts')),
    data: once(() => file.read('Data')),
  });
  const { body, footnotes, headers, macros, comments, endnotes, boxes } = fib.lengths;
  const boxesAt = body + footnotes + headers + macros + comments + endnotes;
  if (boxesAt + boxes > story.text.length) throw new RangeError('text is missing');
  const anchored = parseBoxes(part('shapes'), part('boxes'), boxesAt);
  const lists = attempt(() => parseLists(table, fib.locate('lists'), part('listOverrides')), messages);
  return {
    blocks: blocksOf(story, fib.lengths, anchored, lists ?? new Map()),
    pictures: /[\u0001\u0008]/.test(story.text.slice(0, body)),
  };
}

/** Lists are worth a message, not the whole document. */
function attempt<T>(work: () => T, messages: Message[]): T | null {
  try {
    return work();
  } catch (error) {
    messages.push(warning('numbering_not_read', `numbers and bullets made by Word are missing: ${String(error)}`));
    return null;
  }
}

function once<T>(work: () => T): () => T {
  let done: { result: T } | null = null;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

function title(file: Compound, encoding: Reading['encoding']): string | null {
  const stream = file.read('\u0005SummaryInformation');
  const written = stream && parseTitle(stream);
  return written ? cleanLine(decodeTitle(written, encoding)) || null : null;
}
