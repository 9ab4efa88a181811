import { compare, exact, plus } from '../exact.ts';
import type { Link } from '../listing.ts';
import { figuresIn, type Scene } from '../scene.ts';

const ALL = exact(100);
/** Two or three sentences. */
const REACH = 400;

/** "chỉ có 30% số này … . Số còn lại có 53% …, 17% …": shares that make a hundred are all of the whole of the first. */
export function hundred(s: Scene, links: readonly Link[]): Link[] {
  const linkOf = new Map(links.map((l) => [l.figure, l]));
  return links.flatMap(({ figure, whole }) => {
    const first = s.byId.get(figure);
    if (first?.kind !== 'percentage' || s.byId.get(whole)?.kind !== 'count') return [];
    const behind = figuresIn(s, first.span.start, first.span.start + REACH).filter((f) => f.kind === 'percentage');
    let sum = exact(0);
    for (const [i, share] of behind.entries()) {
      if (share.role !== first.role || (linkOf.get(share.id)?.whole ?? whole) !== whole) return [];
      sum = plus(sum, exact(share.value));
      if (compare(sum, ALL) === 0)
        return behind.slice(1, i + 1).map((part) => ({ figure: part.id, whole, rule: 'hundred' }));
    }
    return [];
  });
}
