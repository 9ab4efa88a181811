import { fits } from '../component.ts';
import type { Link } from '../listing.ts';
import { between, type Scene } from '../scene.ts';
import { BOUND } from '../words.ts';

const WHOLLY = new RegExp(
  `^\\s*(?:[\\p{L} ]{0,30}\\s)?(?:trên|trong)\\s+(?:tổng\\s+)?số\\s*(?:(?:${BOUND})\\s+)?$`,
  'iu',
);

const SLASH = /^[\p{L} ]{0,25}\/\s*(?:tổng (?:số )?)?$/iu;

/** "18/21 xã", "175 trên tổng số 999": two numbers of one thing, the first counted out of the second. */
export function pair(s: Scene): Link[] {
  return s.figures.flatMap((part, index) => {
    const whole = s.figures[index + 1];
    if (!whole || !fits(part, whole) || part.unit !== whole.unit || part.kind === 'percentage') return [];
    const gap = between(s, part, whole);
    const joined = SLASH.test(gap) || WHOLLY.test(gap) || /^\s*trên\s*$/iu.test(gap);
    return joined ? [{ figure: part.id, whole: whole.id, rule: 'pair' }] : [];
  });
}
