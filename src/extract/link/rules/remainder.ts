import { quick } from '../../text/quick.ts';
import { fits } from '../component.ts';
import type { Link } from '../listing.ts';
import { around, figuresIn, type Scene } from '../scene.ts';

const AFTER = /^\s*[\p{L}\s]{0,30}?còn lại(?![\p{L}\p{M}])/iu;
const BEFORE = quick(/(?<![\p{L}\p{M}])còn lại(?:\s+(?:là|có))?\s*:?\s*$/iu);

/** "60/63 tỉnh …, 3 tỉnh còn lại …": what is left of the whole that the part before it belongs to. */
export function remainder(s: Scene, links: readonly Link[]): Link[] {
  const linkOf = new Map(links.map((l) => [l.figure, l]));
  return s.figures.flatMap((rest) => {
    const said =
      AFTER.test(s.text.slice(rest.span.end, rest.span.end + 50)) ||
      BEFORE.test(s.text.slice(0, rest.span.start).slice(-30));
    if (!said) return [];
    const sentence = around(s.sentences, rest.span.start);
    const earlier = around(s.sentences, Math.max(0, sentence.start - 1));
    const siblings = figuresIn(s, earlier.start, rest.span.start)
      .filter((f) => f.unit === rest.unit)
      .reverse();
    const known = siblings.map((f) => linkOf.get(f.id)).find((l) => l !== undefined);
    const whole = s.byId.get(known?.whole ?? '');
    const apt = whole && (rest.kind === 'percentage' ? whole.kind === 'count' : fits(rest, whole));
    return apt ? [{ figure: rest.id, whole: whole.id, rule: 'remainder' }] : [];
  });
}
