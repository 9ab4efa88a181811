import type { Block, Span } from '../../model/index.ts';

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

const END = /(?<![.!?…])[.!?…]+["”’)]*(?=\s+["“‘(]?[\p{Lu}\p{N}+*-])|\n/gu;
const ABBREVIATION = /(?:^|[\s(])(?:TP|Tp|TX|TT|GS|PGS|TS|ThS|BS|CN|KS|ĐC|Đ\/c|đ\/c|Mr|St|tr|[\p{Lu}])\.$/u;

/** No writer's sentence is longer: a list of numbers without full stops is cut, so that work per sentence is bounded. */
const LONGEST = 3000;

const pieces = (text: string, span: Span): Span[] => {
  const out: Span[] = [];
  let start = span.start;
  while (span.end - start > LONGEST) {
    const blank = text.lastIndexOf(' ', start + LONGEST);
    const end = blank > start ? blank : start + LONGEST;
    out.push({ start, end });
    start = end;
  }
  return [...out, { start, end: span.end }];
};

const sentencesOf = (text: string, span: Span): Span[] => {
  const body = text.slice(span.start, span.end);
  const out: Span[] = [];
  let start = 0;
  for (const m of body.matchAll(END)) {
    const end = m.index + m[0].length;
    if (m[0] === '.' && ABBREVIATION.test(body.slice(Math.max(0, end - 6), end))) continue;
    if (m[0] === '.' && /^\s*\d{1,2}(?:\.\d{1,2})*\.$/u.test(body.slice(start, end))) continue;
    out.push({ start: span.start + start, end: span.start + end });
    start = end;
  }
  if (start < body.length) out.push({ start: span.start + start, end: span.end });
  return out.flatMap((s) => pieces(text, s));
};

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
      sentences: sentencesOf(text, span),
      mark,
      opens: body.endsWith(':'),
      continues:
        goesOn(body) ||
        INSTANCES.test(body) ||
        (above !== undefined && (wraps(text, above, span) || flows(above) || takesUp(lower, above, body))),
    };
  });
};
