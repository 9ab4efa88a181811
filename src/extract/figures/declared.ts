import type { Kind, Span, Unit } from '../../model/index.ts';
import { nounAfter } from '../numbers/nouns.ts';
import type { Layout } from '../text/layout.ts';
import { quick } from '../text/quick.ts';
import { firstIndex } from '../text/sorted.ts';

/** A unit said once for the numbers of a stretch: "ĐVT: triệu đồng" above a list, "Kinh phí (triệu đồng): …". */
export interface Declared {
  /** Where it holds: from behind the declaration to the end of the list below it. */
  scope: Span;
  /** The words of the unit, as the declaration writes them. */
  words: Span;
  kind: Kind;
  unit: Unit;
  /** Power of ten of "triệu" and the like. */
  exponent: number;
}

const SAYS = /(?<!\p{L})(?:đvt|đơn vị(?: tính)?)\s*:\s*|(?<!\p{L})(?:đvt|đơn vị tính)\s+/gu;
/** "Kinh phí (triệu đồng):", "Nguồn vốn (tỷ đồng): trung ương 12, tỉnh 5" */
const IN_BRACKETS = quick(
  /(?<!\p{L})(?:kinh phí|vốn|số tiền|ngân sách|tổng cộng|thành tiền|dư nợ|tổng chi|tổng thu)[^\n():;\d]{0,40}\((?=(?:triệu|nghìn|ngàn|tỷ|tỉ|tr)?\.?\s?(?:đồng|đ)\s?\)\s*:)/gu,
);
const MONEY =
  /(?:(1[.,]000[.,]000|triệu|tr\.?)|(t[ỷỉ])|(1[.,]000|nghìn|ngàn))?\s*(?:đồng|đ|vn[đd])(?!\p{L})|(triệu|tr)(?!\p{L})/uy;
const PERCENT = /%|phần trăm(?!\p{L})/uy;

/** No line of such a list is longer; longer ones are prose again, with units of their own. */
const LONGEST_LINE = 200;
const LONGEST_NAME = 100;

const at = (pattern: RegExp, folded: string, offset: number): RegExpExecArray | null => {
  pattern.lastIndex = offset;
  return pattern.exec(folded);
};

type Measure = Pick<Declared, 'kind' | 'unit' | 'exponent' | 'words'>;

const measureAt = (folded: string, offset: number): Measure | null => {
  const money = at(MONEY, folded, offset);
  if (money) {
    const exponent = money[1] || money[4] ? 6 : money[2] ? 9 : money[3] ? 3 : 0;
    return { kind: 'money', unit: 'VND', exponent, words: { start: offset, end: offset + money[0].length } };
  }
  const percent = at(PERCENT, folded, offset);
  if (percent)
    return {
      kind: 'percentage',
      unit: 'percent',
      exponent: 0,
      words: { start: offset, end: offset + percent[0].length },
    };
  const noun = nounAfter(folded, offset);
  return (
    noun && { kind: noun.kind, unit: noun.unit, exponent: noun.exponent, words: { start: noun.start, end: noun.end } }
  );
};

/** A line of a list: a name alone, or a name with its number at the end or behind a colon. */
const isListLine = (line: string): boolean =>
  /\d/.test(line)
    ? line.length <= LONGEST_LINE && (/\d[)\s]*[;.,]?\s*$/.test(line) || /:\s*(?:\p{L}+\s){0,3}\d/u.test(line))
    : line.length <= LONGEST_NAME;

const closes = /^[\s)\].;:*]*$/;

const scopeOf = ({ folded, paragraphs }: Layout, end: number, next: number): Span => {
  const own = firstIndex(paragraphs, (paragraph) => paragraph.end >= end);
  let last = paragraphs[own]?.end ?? end;
  if (closes.test(folded.slice(end, last)))
    for (let i = own + 1; i < paragraphs.length; i += 1) {
      const paragraph = paragraphs[i] as Span;
      if (paragraph.start >= next || !isListLine(folded.slice(paragraph.start, paragraph.end))) break;
      last = paragraph.end;
    }
  return { start: end, end: Math.min(last, next) };
};

/** Every unit that a text declares for numbers to come, ascending, with the stretch in which it holds. */
export const declaredUnits = (layout: Layout): Declared[] => {
  const { folded } = layout;
  const found = [...folded.matchAll(SAYS), ...folded.matchAll(IN_BRACKETS)]
    .flatMap((match) => measureAt(folded, match.index + match[0].length) ?? [])
    .sort((a, b) => a.words.start - b.words.start);
  return found.map((measure, i) => ({
    ...measure,
    scope: scopeOf(layout, measure.words.end, found[i + 1]?.words.start ?? folded.length),
  }));
};

/** The declaration that holds at an offset, or null. */
export const declaredAt = (declared: readonly Declared[], offset: number): Declared | null => {
  const last = declared[firstIndex(declared, ({ scope }) => scope.start > offset) - 1];
  return last && offset < last.scope.end ? last : null;
};
