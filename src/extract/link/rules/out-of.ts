import { fits, setApart } from '../component.ts';
import type { Link } from '../listing.ts';
import { around, figuresIn, type Scene } from '../scene.ts';

const OPENING = /(?:^|[\s,;("“])trong\s+(?:tổng\s+)?số\s+(?!đó|này|ấy)(?:\p{L}+\s+){0,4}$/iu;

/** "Trong tổng số 1.855 hộ nghèo, có 205 hộ …": the whole comes first, its part in the same sentence. */
export function outOf(s: Scene): Link[] {
  return s.figures.flatMap((whole) => {
    if (!OPENING.test(s.text.slice(Math.max(0, whole.span.start - 60), whole.span.start))) return [];
    const sentence = around(s.sentences, whole.span.start);
    const after = figuresIn(s, whole.span.end, sentence.end);
    const part = after.find((f) => f.unit === whole.unit && fits(f, whole) && !setApart(s, f));
    const before = s.figures[s.figures.indexOf(whole) - 1];
    const alreadyPair =
      before && before.unit === whole.unit && s.text.slice(before.span.end, whole.span.start).length < 40;
    return part && !alreadyPair ? [{ figure: part.id, whole: whole.id, rule: 'out-of' }] : [];
  });
}
