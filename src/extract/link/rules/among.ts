import { matches } from '../../text/quick.ts';
import type { Listing } from '../listing.ts';
import { around, parenthesisAround, type Scene } from '../scene.ts';
import { words } from '../words.ts';

const CUE = words('trong (?:số )?(?:đó|này|ấy)|trong tổng số (?:đó|này)|số này');

/** "58.000 hộ nghèo, cận nghèo, trong đó hộ nghèo là 21.800 hộ": parts follow the words "trong đó". */
export function among(s: Scene): Listing[] {
  return matches(CUE, s.text).map((cue) => opened(s, 'among', cue.index, cue.index + cue[0].length));
}

/** A listing whose words stand at `start…end`: it runs to its parenthesis, or on through its paragraph. */
export function opened(s: Scene, rule: string, start: number, end: number, onlyExact = false): Listing {
  const inside = parenthesisAround(s, start);
  const limit = inside?.end ?? around(s.paragraphs, start).end;
  const first = inside && s.text.slice(inside.start, start).trim() === '';
  return {
    rule,
    anchor: first ? inside.start - 1 : start,
    items: [{ start: end, end: limit }],
    closed: inside !== null,
    onlyExact,
  };
}
