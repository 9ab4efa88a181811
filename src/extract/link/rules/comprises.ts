import { matches } from '../../text/quick.ts';
import type { Listing } from '../listing.ts';
import type { Scene } from '../scene.ts';
import { words } from '../words.ts';
import { opened } from './among.ts';

const CUE = words('bao gồm(?: có)?|gồm(?: có)?|chia ra|chia theo|phân ra|chia thành|được chia');

/** "120 suất quà, gồm 80 suất cho hộ nghèo và 40 suất cho hộ cận nghèo": all the parts are said to follow. */
export function comprises(s: Scene): Listing[] {
  return matches(CUE, s.text).map((cue) => opened(s, 'comprises', cue.index, cue.index + cue[0].length));
}
