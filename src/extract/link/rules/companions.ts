import { fits } from '../component.ts';
import type { Link } from '../listing.ts';
import { around, figuresIn, type Linkable, type Scene } from '../scene.ts';

/** No statement of a count with its money is longer. */
const NEAR = 120;
const FEWEST = 3;

/**
 * "phân bổ 161 tỷ đồng cho 6.723 hộ …: huyện A 49 tỷ đồng cho 2.044 hộ; …": where every part of a count comes with money
 * of its own and the whole does too, the money's parts are those of the count.
 */
export function companions(s: Scene, links: readonly Link[]): Link[] {
  const partsOf = Map.groupBy(links, ({ whole }) => whole);
  return [...partsOf].flatMap(([id, parts]) => {
    const count = s.byId.get(id);
    if (!count || count.kind === 'money' || parts.length < FEWEST) return [];
    const counts = parts.flatMap(({ figure }) => s.byId.get(figure) ?? []);
    return oneForEach(s, count, counts, 'before') ?? oneForEach(s, count, counts, 'behind') ?? [];
  });
}

/** The amounts that stand on one side of a count and of each of its parts; a part or two may come without. */
function oneForEach(s: Scene, count: Linkable, parts: readonly Linkable[], side: Side): Link[] | null {
  const whole = moneyWith(s, count, side);
  const own = parts.flatMap((part) => moneyWith(s, part, side) ?? []);
  const total = own.reduce((sum, f) => sum + f.value, 0);
  const several = new Set(own.map((f) => f.id)).size === own.length && own.length >= Math.max(FEWEST, parts.length - 1);
  if (!whole || !several || total > whole.value || !own.every((f) => fits(f, whole))) return null;
  return own.map((part) => ({ figure: part.id, whole: whole.id, rule: 'companions' }));
}

type Side = 'before' | 'behind';

/** The amount of money nearest to a count in its own clause. */
function moneyWith(s: Scene, count: Linkable, side: Side): Linkable | undefined {
  const sentence = around(s.sentences, count.span.start);
  const ahead = s.text.slice(sentence.start, count.span.start).lastIndexOf(';');
  const stop = s.text.slice(count.span.end, sentence.end).search(/[;\n]/);
  const start = Math.max(sentence.start + Math.max(ahead, 0), count.span.start - NEAR);
  const end = Math.min(stop < 0 ? sentence.end : count.span.end + stop, count.span.end + NEAR);
  const isMoney = (f: Linkable): boolean => f.kind === 'money' && f.per.length === 0;
  return side === 'before'
    ? figuresIn(s, start, count.span.start).findLast(isMoney)
    : figuresIn(s, count.span.end, end).find(isMoney);
}
