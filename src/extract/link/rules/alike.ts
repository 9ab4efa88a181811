import { fits } from '../component.ts';
import type { Link } from '../listing.ts';
import { parenthesisAround, type Scene } from '../scene.ts';

const NEXT = /^(?:,|\s+và|,\s+và|;)\s[^.;()\d\n]{1,40}$/u;

/** "chủ yếu sang Malaysia (812 người) và Đài Loan (390 người)": each in a parenthesis of its own, all of one whole. */
export function alike(s: Scene, links: readonly Link[]): Link[] {
  const wholeOf = new Map(links.map((l) => [l.figure, l.whole]));
  return s.figures.flatMap((part, index) => {
    const before = s.figures[index - 1];
    const inside = parenthesisAround(s, part.span.start);
    const other = before && parenthesisAround(s, before.span.start);
    const whole = before && s.byId.get(wholeOf.get(before.id) ?? '');
    if (!whole || !inside || !other || before.unit !== part.unit || !fits(part, whole)) return [];
    if (wholeOf.has(part.id) || !NEXT.test(s.text.slice(other.end + 1, inside.start - 1))) return [];
    wholeOf.set(part.id, whole.id);
    return [{ figure: part.id, whole: whole.id, rule: 'alike' }];
  });
}
