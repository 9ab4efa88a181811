import { ReadError } from '../model/read-error.ts';
import { cleanCharacters, cleanLine } from './clean.ts';
import type { Draft } from './compose.ts';
import { compose } from './compose.ts';
import { decodeText } from './encoding/text.ts';
import { isBulleted, join, LONGEST_PARAGRAPH, mendParagraphs, wraps, wrapWidth } from './paragraphs.ts';
import { converted, type Reading } from './reading.ts';

/** Reads plain text in Unicode or in the encodings before it. Throws ReadError `empty`, `unsupported_type`, `too_large`. */
export function readText(bytes: Uint8Array): Reading {
  const decoded = decodeText(bytes);
  if (decoded === null) throw new ReadError('unsupported_type', 'text in no encoding of Vietnamese');
  const { text, encoding, source } = decoded;
  const drafts = mendParagraphs(unwrap(lines(cleanCharacters(text))));
  if (drafts.length === 0) throw new ReadError('empty', 'no characters but spaces');
  return {
    mediaType: 'text/plain',
    reader: { name: 'text', version: '2' },
    title: null,
    pages: [],
    encoding,
    messages: source.flatMap(converted),
    ...compose(drafts),
  };
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
    const goesOn = last && last.text.length < LONGEST_PARAGRAPH && draft.close;
    if (last && goesOn && wraps(previousLine, draft.text, width)) whole[whole.length - 1] = join(last, draft);
    else whole.push(draft);
    previousLine = draft.text;
  }
  return whole;
}
