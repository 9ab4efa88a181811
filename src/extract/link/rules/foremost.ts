import { fits, setApart } from '../component.ts';
import type { Link } from '../listing.ts';
import { around, between, figuresIn, type Scene } from '../scene.ts';

/** A comma, then a superlative or "riêng", and nothing that opens a sentence. */
const PICKED =
  /^[^.;:]*,\s*(?:(?:nhất là|riêng|đặc biệt|chủ yếu)(?![\p{L}\p{M}])[^.;:]*|[^.;:]*(?:nhiều|đông|cao|lớn)[\p{L}\s]{0,15}nhất[^.;:,]*)$/iu;

/** "…38 vạn hội viên, Thanh Hóa là tỉnh đông nhất với gần 5 vạn", "riêng huyện A có 50": one member picked out. */
export function foremost(s: Scene): Link[] {
  return s.figures.flatMap((part, index) => {
    const sentence = around(s.sentences, part.span.start);
    const whole = figuresIn(s, sentence.start, part.span.start)
      .reverse()
      .find((f) => f.unit === part.unit && fits(part, f) && f.value > part.value);
    if (!whole || part.kind === 'percentage' || setApart(s, part) || whole !== s.figures[index - 1]) return [];
    const gap = between(s, whole, part);
    return PICKED.test(gap) ? [{ figure: part.id, whole: whole.id, rule: 'foremost' }] : [];
  });
}
