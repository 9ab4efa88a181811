import { canBeWhole } from '../component.ts';
import type { Listing } from '../listing.ts';
import { around, figuresIn, indexOf, type Linkable, type Scene } from '../scene.ts';

const OF_THE_NUMBER = /(?:^|[\s,;("“])trong\s+(?:tổng\s+)?số\s+(?!đó|này|ấy)(?:\p{L}+\s+){0,4}$/iu;
const OF = /^\s*(?:[^.;\n]{0,40},\s*)?trong\s+(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?$/iu;
const THERE_ARE = /^[^.;\n]{0,90}?[\s,](?:đã\s+|mới\s+|chỉ\s+)*(?:có|thì)(?![\p{L}\p{M}])/iu;

/** "Trong tổng số 1.855 hộ nghèo, có 205 hộ …", "Trong 820 người được hỏi có …": the whole comes first. */
export function outOf(s: Scene): Listing[] {
  return s.figures.flatMap((whole) => {
    const sentence = around(s.sentences, whole.span.start);
    if (!canBeWhole(whole) || !opens(s, whole, sentence.start) || closesPair(s, whole)) return [];
    const items = [{ start: whole.span.end, end: around(s.paragraphs, whole.span.start).end }];
    return figuresIn(s, whole.span.end, sentence.end).length > 0
      ? [{ rule: 'out-of', anchor: whole.span.end, whole, items, closed: false, onlyExact: false }]
      : [];
  });
}

function opens(s: Scene, whole: Linkable, sentence: number): boolean {
  const before = s.text.slice(sentence, whole.span.start);
  if (OF_THE_NUMBER.test(before)) return true;
  return OF.test(before) && THERE_ARE.test(s.text.slice(whole.span.end, whole.span.end + 100));
}

/** "175 hộ trong tổng số 999 hộ": the part stands before, and `pair` has seen it. */
function closesPair(s: Scene, whole: Linkable): boolean {
  const before = s.figures[indexOf(s, whole) - 1];
  return before !== undefined && before.unit === whole.unit && whole.span.start - before.span.end < 40;
}
