import { findFigures } from '../../src/extract/figures/index.ts';
import { extract } from '../../src/extract/index.ts';
import { layoutOf } from '../../src/extract/text/layout.ts';
import { findTimes } from '../../src/extract/time/index.ts';
import type { SourceDocument } from '../../src/model/index.ts';

/** A plain text as a reader hands it over: one block a line that holds anything. */
export const documentOf = (text: string): SourceDocument => {
  const blocks: SourceDocument['blocks'] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const span = { start, end: start + line.length };
    if (line.trim()) blocks.push({ span, kind: 'paragraph', level: null, bold: false });
    start = span.end + 1;
  }
  return {
    sha256: '0'.repeat(64),
    filename: 'report.txt',
    mediaType: 'text/plain',
    bytes: Buffer.byteLength(text),
    reader: { name: 'text', version: '1' },
    encoding: 'unicode',
    ocr: null,
    title: null,
    text,
    pages: [],
    blocks,
    tables: [],
    words: [],
    messages: [],
  };
};

/** The figures of a text before context: everything but dates and durations is looked at. */
export const draftsOf = (text: string) => {
  const times = findTimes(text).filter(({ kind }) => kind !== 'rate');
  return findFigures(
    layoutOf(documentOf(text)),
    times.map(({ span }) => span),
  );
};

export const recordOf = (text: string) => extract(documentOf(text));

/** The figures of a whole record, each with the words of its span. */
export const figuresOf = (text: string) =>
  recordOf(text).figures.map((figure) => ({ ...figure, quote: text.slice(figure.span.start, figure.span.end) }));
