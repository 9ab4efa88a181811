import type { Span } from '../../../src/model/index.ts';

// A full stop inside "1.855" or "81/2021" has no space behind it.
const SENTENCE_END = /[.!?…;]["”)]*\s/g;

/** The sentence that holds a span, within its line. */
export function sentenceOf(text: string, span: Span): Span {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const lineEnd = newline < 0 ? text.length : newline;
  let start = lineStart;
  let end = lineEnd;
  for (const match of text.slice(lineStart, lineEnd).matchAll(SENTENCE_END)) {
    const after = lineStart + match.index + match[0].length;
    if (after <= span.start) start = after;
    else if (after > span.end) {
      end = after;
      break;
    }
  }
  return { start, end };
}
