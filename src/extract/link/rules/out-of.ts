import { fits, setApart } from '../component.ts';
import { exactPrefix, type Link } from '../listing.ts';
import { around, between, figuresIn, type Linkable, type Scene } from '../scene.ts';

const OF_THE_NUMBER = /(?:^|[\s,;("“])trong\s+(?:tổng\s+)?số\s+(?!đó|này|ấy)(?:\p{L}+\s+){0,4}$/iu;
const OF = /^\s*trong\s+(?:hơn\s+|gần\s+|trên\s+)?$/iu;
const THERE_ARE = /,\s*(?:đã\s+|mới\s+|chỉ\s+)*(?:có|thì)(?![\p{L}\p{M}])[^,;]*$/iu;

/** "Trong tổng số 1.855 hộ nghèo, có 205 hộ …": the whole comes first, its parts in the same sentence. */
export function outOf(s: Scene): Link[] {
  return s.figures.flatMap((whole) => {
    const sentence = around(s.sentences, whole.span.start);
    const after = figuresIn(s, whole.span.end, sentence.end).filter(
      (f) => f.unit === whole.unit && fits(f, whole) && !setApart(s, f),
    );
    const first = after[0];
    if (!first || !opens(s, whole, first, sentence.start) || closesPair(s, whole)) return [];
    const parts = exactPrefix(after, whole) ?? [first];
    return parts.map((part) => ({ figure: part.id, whole: whole.id, rule: 'out-of' }));
  });
}

function opens(s: Scene, whole: Linkable, first: Linkable, sentence: number): boolean {
  const before = s.text.slice(sentence, whole.span.start);
  if (OF_THE_NUMBER.test(before)) return true;
  return OF.test(before) && THERE_ARE.test(between(s, whole, first));
}

/** "175 hộ trong tổng số 999 hộ": the part stands before, and `pair` has seen it. */
function closesPair(s: Scene, whole: Linkable): boolean {
  const before = s.figures[s.figures.indexOf(whole) - 1];
  return before !== undefined && before.unit === whole.unit && whole.span.start - before.span.end < 40;
}
