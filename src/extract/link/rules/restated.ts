import { fits } from '../component.ts';
import type { Link } from '../listing.ts';
import { between, type Scene } from '../scene.ts';

const THAT_IS =
  /^\s*(?:[^.;()\d]{0,40})?,?\s*(?:\(|tương đương|tương ứng|tức(?: là)?|hay)(?:\s+(?:với|là|khoảng|hơn|gần|trên))*\s*$/iu;

/** "trong số 9,1 triệu người …, nhóm này chiếm 72%, tương đương với 6,6 triệu người": a share's own number has its whole. */
export function restated(s: Scene, links: readonly Link[]): Link[] {
  const wholeOf = new Map(links.map((l) => [l.figure, l.whole]));
  return s.figures.flatMap((part, index) => {
    const share = s.figures[index - 1];
    const whole = s.byId.get(wholeOf.get(share?.id ?? '') ?? '');
    if (!share || !whole || share.kind !== 'percentage' || part.unit !== whole.unit || !fits(part, whole)) return [];
    return THAT_IS.test(between(s, share, part)) ? [{ figure: part.id, whole: whole.id, rule: 'restated' }] : [];
  });
}
