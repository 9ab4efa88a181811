import { compare, exact, plus } from '../exact.ts';
import type { Link } from '../listing.ts';
import { between, indexOf, type Linkable, type Scene } from '../scene.ts';

/** "37.819 hộ, tỷ lệ 8,6%", "6.184 hộ/16.279 khẩu, chiếm 2,08%": nothing else is told before the rate. */
const NEAREST = 2;
const STATED = /^[^.;()]{0,60}(?:chiếm|tỷ lệ|tỉ lệ|bằng|đạt|\()[^.;()\d]{0,30}$/iu;

/**
 * "12.418 hộ, chiếm 4,18%, trong đó hộ nghèo 6.184 hộ, chiếm 2,08%; hộ cận nghèo 6.234 hộ, chiếm 2,1%": where the rates
 * of two or more parts make the rate of their whole exactly, they are its parts as the counts are of theirs.
 */
export function rates(s: Scene, links: readonly Link[]): Link[] {
  const listings = Map.groupBy(links, ({ whole, rule }) => `${rule} ${whole}`).values();
  return [...listings].flatMap((parts) => {
    const count = s.byId.get(parts[0]?.whole ?? '');
    const whole = count && rateOf(s, count);
    if (!whole || parts.length < 2) return [];
    const own = parts.flatMap(({ figure }) => rateOf(s, s.byId.get(figure) as Linkable) ?? []);
    const sum = own.map((f) => exact(f.value)).reduce(plus, exact(0));
    const isAll = own.length === parts.length && compare(sum, exact(whole.value)) === 0;
    return isAll ? own.map((part) => ({ figure: part.id, whole: whole.id, rule: 'rates' })) : [];
  });
}

/** The percentage that is said of a count right behind it. */
function rateOf(s: Scene, count: Linkable): Linkable | undefined {
  const at = indexOf(s, count);
  const rate = s.figures.slice(at + 1, at + 1 + NEAREST).find((f) => f.kind === 'percentage');
  return rate?.role === count.role && STATED.test(between(s, count, rate)) ? rate : undefined;
}
