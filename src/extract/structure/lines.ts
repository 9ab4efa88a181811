import type { Block, SourceDocument, Span } from '../../model/index.ts';
import { remembered } from '../text/remembered.ts';

/** One printed line of the flow, white space at its ends left out; what its block says of it goes with it. */
export interface Line {
  span: Span;
  text: string;
  bold: boolean;
  /** Heading depth where the format names one, else null. */
  level: number | null;
  kind: Block['kind'];
  /** Number of its block: lines of one block are one paragraph. */
  block: number;
}

type Flow = Pick<SourceDocument, 'text' | 'blocks'>;

/** The lines of a document in reading order; a text without blocks is cut at its line ends. */
export const linesOf = remembered(({ text, blocks }: Flow): readonly Line[] => {
  const whole: Block = { span: { start: 0, end: text.length }, kind: 'paragraph', level: null, bold: false };
  return (blocks.length > 0 ? blocks : [whole]).flatMap((block, index) => linesOfBlock(text, block, index));
});

function linesOfBlock(text: string, block: Block, index: number): Line[] {
  const lines: Line[] = [];
  let start = block.span.start;
  for (const raw of text.slice(block.span.start, block.span.end).split('\n')) {
    const trimmed = raw.trim();
    if (trimmed) {
      const from = start + raw.indexOf(trimmed);
      const span = { start: from, end: from + trimmed.length };
      lines.push({
        span,
        text: trimmed.normalize('NFC'),
        bold: block.bold,
        level: block.level,
        kind: block.kind,
        block: index,
      });
    }
    start += raw.length + 1;
  }
  return lines;
}

const HAS_UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/gu;

/** Set in capitals, an abbreviation's small letter ("TMĐTr") allowed. */
export function isCapitals(text: string): boolean {
  const lower = text.match(LOWER)?.length ?? 0;
  return HAS_UPPER.test(text) && lower <= text.length * 0.04;
}
