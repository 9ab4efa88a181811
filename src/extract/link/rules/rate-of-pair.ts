import type { Link } from '../listing.ts';
import { around, between, type Scene } from '../scene.ts';

const STATED =
  /^[^.;:(\n]{0,90}(?:^|[\s,])(?:đạt|chiếm|bằng|tương ứng|tương đương)(?:\s+(?:với|tỷ lệ|tỉ lệ|khoảng|hơn|gần|trên))*\s*:?\s*$/iu;

/** "140/142 xã có Quỹ, đạt tỷ lệ 98,59%", "2.952 hộ nghèo trên tổng số 30.458 hộ, chiếm 9,69%": the share of the second number. */
export function rateOfPair(s: Scene, links: readonly Link[]): Link[] {
  const pairs = new Map(links.filter(({ rule }) => rule === 'pair').map((l) => [l.figure, l.whole]));
  return s.figures.flatMap((share, index) => {
    const [part, whole] = s.figures.slice(Math.max(0, index - 2), index);
    if (share.kind !== 'percentage' || share.role !== 'actual' || !part || !whole || pairs.get(part.id) !== whole.id)
      return [];
    if (around(s.sentences, whole.span.start).end < share.span.end || !STATED.test(between(s, whole, share))) return [];
    return [{ figure: share.id, whole: whole.id, rule: 'rate-of-pair' }];
  });
}
