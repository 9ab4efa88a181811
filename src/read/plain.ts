import { ReadError } from '../model/failure.ts';
import { cleanCharacters, cleanLine } from './clean.ts';
import type { Draft } from './compose.ts';
import { compose } from './compose.ts';
import { isBulleted, join, mendParagraphs, wraps, wrapWidth } from './paragraphs.ts';
import type { Reading } from './reading.ts';
import { hasByteOrderMark16 } from './sniff.ts';

/** Reads UTF-8 or UTF-16 text. Throws ReadError `empty`, or `unsupported_type` for bytes in another encoding. */
export function readText(bytes: Uint8Array): Reading {
  const text = cleanCharacters(decode(bytes));
  const drafts = mendParagraphs(unwrap(lines(text)));
  if (drafts.length === 0) throw new ReadError('empty', 'no characters but spaces');
  return {
    mediaType: 'text/plain',
    reader: { name: 'text', version: '1' },
    title: null,
    pages: [],
    messages: [],
    ...compose(drafts),
  };
}

function decode(bytes: Uint8Array): string {
  const order = hasByteOrderMark16(bytes);
  const label = order === null ? 'utf-8' : order === 'LE' ? 'utf-16le' : 'utf-16be';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new ReadError('unsupported_type', `not valid ${label}: an older encoding`);
  }
}

/** One draft a line; a line right under another stays close to it. */
function lines(text: string): Draft[] {
  const drafts: Draft[] = [];
  let blank = true;
  for (const raw of text.split('\n')) {
    const line = cleanLine(raw);
    if (line !== '') {
      const kind = isBulleted(line) ? 'list_item' : 'paragraph';
      drafts.push({ text: line, kind, level: null, bold: false, ...(blank ? {} : { close: true }) });
    }
    blank = line === '';
  }
  return drafts;
}

/** Joins the lines of hard-wrapped text into paragraphs; text whose lines are paragraphs stays as it is. */
function unwrap(drafts: readonly Draft[]): Draft[] {
  const width = wrapWidth(drafts.map((draft) => draft.text));
  if (width === null) return [...drafts];
  const whole: Draft[] = [];
  let previousLine = '';
  for (const draft of drafts) {
    const last = whole.at(-1);
    if (last && draft.close && wraps(previousLine, draft.text, width)) whole[whole.length - 1] = join(last, draft);
    else whole.push(draft);
    previousLine = draft.text;
  }
  return whole;
}
