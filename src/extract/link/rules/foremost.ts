import { fits, setApart } from '../component.ts';
import type { Link } from '../listing.ts';
import { around, between, figuresIn, type Scene } from '../scene.ts';
import { BOUND } from '../words.ts';

/** A comma, then a superlative, "riêng" or "chỉ", and nothing that opens a sentence. */
const PICKED =
  /^[^.;:]*(?:[,;]\s*(?:nhất là|riêng|đặc biệt|chủ yếu)(?![\p{L}\p{M}])[^.;:]*|,\s*[^.;:]*(?:nhiều|đông|cao|lớn)[\p{L}\s]{0,15}nhất[^.;:,]*)$/iu;
/** "24 cơ sở dạy nghề, nhưng chỉ 9 cơ sở …", "13 xã, thị trấn thì 11 xã …": some of the things just counted. */
const ONLY = new RegExp(
  `^[^.;:()]{0,60}?[,\\s](?:(?:nhưng|song|mà|tuy nhiên)\\s+(?:mới\\s+)?chỉ|trong khi (?:mới\\s+)?chỉ|kết quả,?(?:\\s+đã)?|thì(?:\\s+(?:đã|chỉ|mới))?)\\s+(?:có\\s+)?(?:(?:${BOUND})\\s+)?$`,
  'iu',
);

/** "…38 vạn hội viên, Thanh Hóa là tỉnh đông nhất với gần 5 vạn", "riêng huyện A có 50": one member picked out. */
export function foremost(s: Scene): Link[] {
  return s.figures.flatMap((part, index) => {
    const sentence = around(s.sentences, part.span.start);
    const whole = figuresIn(s, sentence.start, part.span.start)
      .reverse()
      .find((f) => f.unit === part.unit && fits(part, f) && f.value > part.value);
    if (!whole || part.kind === 'percentage' || setApart(s, part) || whole !== s.figures[index - 1]) return [];
    const gap = between(s, whole, part);
    return PICKED.test(gap) || ONLY.test(gap) ? [{ figure: part.id, whole: whole.id, rule: 'foremost' }] : [];
  });
}
