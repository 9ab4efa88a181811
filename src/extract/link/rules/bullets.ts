import type { Span } from '../../../model/span.ts';
import type { Listing } from '../listing.ts';
import { figuresIn, type Scene } from '../scene.ts';
import { words } from '../words.ts';

const MARKER = /^\s*(?:([-–—+*•●▪○])|\d{1,2}[.)]|[a-zđ][.)])\s*/u;
const CUE = words('trong (?:số )?đó|bao gồm|gồm|gồm có|chia ra|phân ra');
const TRAILING_CUE = new RegExp(`${CUE.source}(?:[^.;\\n\\d]{0,60}:|\\s*[;,]?)\\s*$`, 'iu');

const markerOf = (line: string): string | null => {
  const match = MARKER.exec(line);
  return match ? (match[1] ?? (/\d/.test(match[0]) ? '1' : 'a')) : null;
};

/** "Tổng số hộ nghèo: 1.855 hộ, trong đó:" over lines that begin with marks: the first figure of each line. */
export function bullets(s: Scene): Listing[] {
  return s.paragraphs.flatMap((leadLine, index) => {
    const items = itemsUnder(s, index);
    const said = TRAILING_CUE.exec(s.text.slice(leadLine.start, leadLine.end));
    const holdsWhole = figuresIn(s, leadLine.start, leadLine.end).length > 0;
    if (items.length < 2 || (!holdsWhole && said === null)) return [];
    const anchor = leadLine.start + (said?.index ?? s.text.slice(leadLine.start, leadLine.end).trimEnd().length);
    return [{ rule: 'bullets', anchor, items, closed: true, onlyExact: said === null }];
  });
}

/** No list of parts is longer. */
const MOST_LINES = 200;

/** The lines under a lead line that carry the first line's mark; lines with other marks are their details. */
function itemsUnder(s: Scene, index: number): Span[] {
  const line = (span: Span): string => s.text.slice(span.start, span.end);
  const [leadLine, ...below] = s.paragraphs.slice(index, index + MOST_LINES);
  const own = leadLine ? markerOf(line(leadLine)) : null;
  const mark = below[0] ? markerOf(line(below[0])) : null;
  if (mark === null) return leadLine ? plainItems(s, line(leadLine), below) : [];
  if (mark === own) return [];
  const items: Span[] = [];
  for (const span of below) {
    const found = markerOf(line(span));
    if (found === null || found === own) break;
    if (found === mark) items.push(span);
  }
  return items;
}

const SHORT = 160;

/** Lines without marks under a line that ends with a colon: each short and with a figure. */
function plainItems(s: Scene, leadLine: string, below: readonly Span[]): Span[] {
  if (!/:\s*$/.test(leadLine)) return [];
  const end = below.findIndex((b) => b.end - b.start > SHORT || figuresIn(s, b.start, b.end).length === 0);
  return end < 0 ? [...below] : below.slice(0, end);
}
