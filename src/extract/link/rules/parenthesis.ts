import { quick } from '../../text/quick.ts';
import type { Listing } from '../listing.ts';
import { closing, figuresIn, type Linkable, LONGEST_PARENTHESIS, type Scene, saidIn } from '../scene.ts';
import { APART_AT_END, APART_WORDS, words } from '../words.ts';

const isCued = saidIn(words('trong (?:số )?đó|bao gồm|gồm|chia ra|cụ thể'));
const isOther = saidIn(words('theo|bằng|đạt|chiếm|năm \\d{4}|tính đến|tại thời điểm|thuộc|số liệu|gấp|hệ số|từ|mức'));

const isApart = saidIn(APART_WORDS);

const SOURCE = words('ngân sách|vốn|quỹ|đóng góp|cấp|nguồn');
/** "3,9 tỷ đồng (còn 12 hộ … chưa đối chiếu)": what is not in it. */
const LEFT_OUT = /^\s*(?:còn|chưa|không|ngoài|trừ|không kể|chưa kể)(?![\p{L}\p{M}])/iu;
/** "59.177 người so với cùng kỳ (55.317 người)": what the number is set against. */
const COMPARED = quick(
  /(?<![\p{L}\p{M}])(?:so với|cùng kỳ|chỉ tiêu|kế hoạch)(?![\p{L}\p{M}])[^.;,()\d]*(?:\d{4}\s*)?$/iu,
);
/** No word with its spaces is longer. */
const TAIL = 60;

/** "03 lớp (02 lớp nông nghiệp, 01 lớp phi nông nghiệp)": a parenthesis of components right after their whole. */
export function parenthesis(s: Scene): Listing[] {
  return [...s.text.matchAll(/\(/g)].flatMap((mark) => {
    const start = mark.index + 1;
    const end = closing(s, mark.index, lineEnd(s, start));
    const inside = s.text.slice(start, end);
    if (!mayList(inside, figuresIn(s, start, end)) || isCued(s, start, end) || LEFT_OUT.test(inside)) return [];
    const onlyExact =
      COMPARED.test(s.text.slice(Math.max(0, mark.index - TAIL), mark.index)) ||
      isApart(s, start, end) ||
      isOther(s, start, end) ||
      APART_AT_END.test(inside.slice(-TAIL));
    return [
      { rule: 'parenthesis', anchor: mark.index, items: [{ start, end }], closed: true, adjoining: true, onlyExact },
    ];
  });
}

/** A share restates its number, and a lone amount is a price more often than a part, unless it names its source. */
function mayList(inside: string, components: readonly Linkable[]): boolean {
  const [first] = components;
  if (!first || first.kind === 'percentage') return false;
  return components.length > 1 || first.kind !== 'money' || inside.search(SOURCE) >= 0;
}

const lineEnd = (s: Scene, from: number): number => {
  const end = s.text.slice(from, from + LONGEST_PARENTHESIS).indexOf('\n');
  return end < 0 ? Math.min(s.text.length, from + LONGEST_PARENTHESIS) : from + end;
};
