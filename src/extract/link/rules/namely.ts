import { matches } from '../../text/quick.ts';
import type { Listing } from '../listing.ts';
import type { Scene } from '../scene.ts';
import { words } from '../words.ts';
import { opened } from './among.ts';

const NAMELY = words('cụ thể(?: là)?|theo đó');
const AS_FOLLOWS = words('như sau|chủ yếu(?: là)?|phân theo');

/**
 * "250 hộ, cụ thể: xã A 100 hộ, xã B 150 hộ" needs three parts where they do not make the whole. "như sau" and a mere colon open other things as often,
 * so there the parts must make the whole.
 */
export function namely(s: Scene): Listing[] {
  const said = matches(NAMELY, s.text).map((cue) => ({
    ...opened(s, 'namely', cue.index, cue.index + cue[0].length),
    least: 3,
  }));
  const follows = matches(AS_FOLLOWS, s.text).map((cue) =>
    opened(s, 'namely', cue.index, cue.index + cue[0].length, true),
  );
  const colons = s.figures.flatMap((f) => {
    const after = /^[^.;:()\n\d]{0,80}(?=:)/u.exec(s.text.slice(f.span.end));
    const colon = f.span.end + (after?.[0].length ?? 0);
    return after ? [opened(s, 'namely', colon, colon + 1, true)] : [];
  });
  return [...said, ...follows, ...colons];
}
