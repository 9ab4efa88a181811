import type { SourceDocument, Span } from '../../model/index.ts';
import { matches } from './quick.ts';
import { firstIndex } from './sorted.ts';
import { fold } from './words.ts';

/** The document cut into the stretches that statements live in; all spans ascend and do not overlap. */
export interface Layout {
  text: string;
  /** `text` as dictionaries are written; same length, same offsets. */
  folded: string;
  paragraphs: Span[];
  sentences: Span[];
}

/** Pages that lost their line breaks glue sentences: "của nhân dân.Trong đó"; no abbreviation ends in small letters. */
const ENDS_SENTENCE =
  /(?<![.!?…])(?!(?:\.{3}|…)\s+\d)[.!?…]+["'”’)\]]*(?=\s+["'“‘([\-–•+]*\s*[\p{Lu}\d])|(?<=\p{Ll}{2}|\d{4}|[%)])\.(?=\p{Lu}\p{Ll})/gu;
/** "TP. Hồ Chí Minh", "Th.S Nguyễn", "A. Phần": the dot closes an abbreviation, not a sentence. */
const ABBREVIATION =
  /(?:(?<!\p{L})(?:tp|tx|tt|p|q|ts|ths|gs|pgs|bs|ông|bà|đ\/c|st|tr|kt|tm|tl|tuq|vv|v\.v|\p{Lu})|^\s*[\divxlc]+)$/iu;

/** No one writes longer sentences; a text without full stops is cut, so that no stage looks at all of it at once. */
const LONGEST = 2000;
/** Where an endless sentence is cut: behind the last comma or semicolon of its first part, else between words. */
const cutOf = (body: string, start: number): number => {
  const part = body.slice(start, start + LONGEST);
  const mark = Math.max(part.lastIndexOf('; '), part.lastIndexOf(', '));
  const cut = mark > 0 ? mark + 1 : part.lastIndexOf(' ');
  return start + (cut > 0 ? cut : LONGEST);
};

/** The sentences of a paragraph; each begins where the one before ends. */
export const sentencesOf = (text: string, paragraph: Span): Span[] => {
  const body = text.slice(paragraph.start, paragraph.end);
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    while (end - start > LONGEST) {
      const cut = cutOf(body, start);
      if (body.slice(start, cut).trim()) sentences.push({ start: paragraph.start + start, end: paragraph.start + cut });
      start = cut;
    }
    if (body.slice(start, end).trim()) sentences.push({ start: paragraph.start + start, end: paragraph.start + end });
    start = end;
  };
  for (const match of matches(ENDS_SENTENCE, body)) {
    if (match[0] === '.' && ABBREVIATION.test(body.slice(Math.max(start, match.index - 12), match.index))) continue;
    close(match.index + match[0].length);
  }
  close(body.length);
  return sentences;
};

export const layoutOf = (document: Pick<SourceDocument, 'text' | 'blocks'>): Layout => {
  const { text } = document;
  const paragraphs = document.blocks.map((block) => block.span);
  return { text, folded: fold(text), paragraphs, sentences: paragraphs.flatMap((p) => sentencesOf(text, p)) };
};

/** Where the span of `spans` (ascending) that holds `offset` stands, or −1. */
const indexAt = (spans: readonly Span[], offset: number): number => {
  const index = firstIndex(spans, (span) => offset < span.end);
  const span = spans[index];
  return span && span.start <= offset ? index : -1;
};

/** The span of `spans` (ascending) that holds `offset`, or null. */
export const spanAt = (spans: readonly Span[], offset: number): Span | null => spans[indexAt(spans, offset)] ?? null;

/** Where a span of `spans` (ascending, none empty) stands among them, or −1. */
export const placeOf = (spans: readonly Span[], span: Span): number => indexAt(spans, span.start);
