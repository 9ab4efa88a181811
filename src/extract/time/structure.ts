import type { Block, Span } from '../../model/index.ts';
import { sentencesOf } from '../text/layout.ts';

/** A paragraph and how it stands in a list. */
export type Paragraph = {
  span: Span;
  sentences: Span[];
  /** The list mark it begins with, by class ("-", "+", "•", "1.", "a)"), or null. */
  mark: string | null;
  /** It ends with a colon: what follows is its list. */
  opens: boolean;
  /** It takes up what the paragraph before it said ("Đây là", "Trong đó"). */
  continues: boolean;
};

const MARKS: [string, RegExp][] = [
  ['-', /^[-–—−]/u],
  ['+', /^[+]/u],
  ['*', /^[*•·▪●○◦►>→]/u],
  ['1.1', /^\d{1,2}(?:\.\d{1,2})+[.)]?[^\S\n]/u],
  ['1', /^\d{1,2}[.)][^\S\n]/u],
  ['(1)', /^\(\d{1,2}\)/u],
  ['a', /^[a-zđ][.)][^\S\n]/u],
];

const markOf = (text: string): string | null => MARKS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

const CONTINUES =
  /^["“”\s-]*(?:đây (?:là|cũng)|đó là|trong đó|trong số (?:đó|này)|số (?:này|đó|còn lại)|nhờ (?:đó|vậy)|qua đó|theo đó|cụ thể|kết quả|như vậy|riêng|còn lại|cũng (?:trong|tại|theo|với|ở)|đáng chú ý hơn|dự kiến khi|ngoài ra|bên cạnh đó|tuy nhiên|trong khi đó|đáng chú ý|mặt khác|đồng thời|cùng với đó|tổng (?:cộng|kinh phí|trị giá|giá trị|số tiền)|mỗi (?:suất|phần|hộ|người)|tương (?:đương|ứng))(?![\p{L}\p{M}])/u;

/** "Một số xã đạt kết quả cao như: xã A 120%, xã B 115%": instances of what was told just before. */
const INSTANCES = /^[^.;:\p{N}]{0,140}(?<![\p{L}\p{M}])(?:như|điển hình|tiêu biểu)(?: là)?:/u;

/** A line that ends without a full stop and goes on in small letters was broken by the width of the page. */
const wraps = (text: string, above: Span, span: Span): boolean =>
  /^\s*\p{Ll}\p{L}*[\s,]/u.test(text.slice(span.start, span.start + 20)) &&
  /[\p{L}\p{N},]\s*$/u.test(text.slice(above.end - 3, above.end));

/** "Qua thanh tra, kiểm tra, …" after a paragraph that tells of "thanh tra": its own deed, taken up. */
const takesUp = (lower: string, above: Span, body: string): boolean => {
  const deed = /^qua (?:công tác |việc |đợt )?([\p{L}\p{M}]+ [\p{L}\p{M}]+)/u.exec(body)?.[1];
  return deed !== undefined && lower.slice(above.start, above.end).includes(deed);
};

/** A sentence or paragraph that takes up what the one before it said. */
export const goesOn = (lower: string): boolean => CONTINUES.test(lower);

/** The sentences of a block; none runs over the end of a line. */
const sentencesIn = (text: string, span: Span): Span[] => {
  const out: Span[] = [];
  for (let start = span.start; start < span.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > span.end ? span.end : newline;
    out.push(...sentencesOf(text, { start, end }));
    start = end + 1;
  }
  return out;
};

/** The words with which a paragraph takes up what was told before a picture's caption: not one more deed, but that one. */
export const pointsBack = (lower: string): boolean =>
  /^["“”\s-]*(?:đây (?:là|cũng)|đó là|trong đó|trong số (?:đó|này)|số (?:này|đó|còn lại)|theo đó|cụ thể)(?![\p{L}\p{M}])/u.test(
    lower,
  );

/** So many broken lines make a hard-wrapped text: there a paragraph ends with a blank line. */
const HARD_WRAPPED = 3;

/** The flow of a document as paragraphs of sentences, page furniture left out. */
export const paragraphsOf = (text: string, lower: string, blocks: readonly Block[]): Paragraph[] => {
  const shown = blocks.filter((b) => b.kind !== 'furniture' && b.span.end > b.span.start).map(({ span }) => span);
  const broken = shown.filter((span, i) => i > 0 && wraps(text, shown[i - 1] as Span, span)).length;
  return shown.map((span, i) => {
    const body = lower.slice(span.start, span.end).trim();
    const mark = markOf(body);
    const above = shown[i - 1];
    const flows = (from: Span): boolean =>
      broken >= HARD_WRAPPED && mark === null && text.slice(from.end, span.start) === '\n';
    return {
      span,
      sentences: sentencesIn(text, span),
      mark,
      opens: body.endsWith(':'),
      continues:
        goesOn(body) ||
        INSTANCES.test(body) ||
        (above !== undefined && (wraps(text, above, span) || flows(above) || takesUp(lower, above, body))),
    };
  });
};
