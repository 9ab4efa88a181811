import { canBeWhole, fits, lead, setApart } from '../component.ts';
import type { Link } from '../listing.ts';
import { around, type Linkable, type Scene } from '../scene.ts';
import { BOUND } from '../words.ts';

const WORD = '\\p{Lu}[\\p{L}\\p{M}]+';
const KIND = '(?:tỉnh|huyện|thị xã|thành phố|tp\\.?|quận|xã|phường|thị trấn|nước)';
/** One capital alone may only open a sentence. */
const NAME = `(?:${KIND}\\s+${WORD}|${WORD}\\s${WORD})(?:\\s${WORD}){0,3}`;
const NAMED_BEFORE = new RegExp(
  `(?<![\\p{L}\\p{M}])${NAME}\\s*(?::|là|có|với|được (?:cấp|hỗ trợ|phân bổ)|nhận)?\\s*(?:(?:${BOUND})\\s+)?$`,
  'u',
);
const NAMED_AFTER = new RegExp(`^\\s*(?:\\p{Ll}+\\s+){0,2}(?:cho|ở|tại)\\s+${NAME}`, 'u');
const FEWEST = 3;

/** "7.245 tấn gạo … . Tỉnh A 1.200 tấn, tỉnh B 845 tấn, tỉnh C 560 tấn": a run of places, each with its share. */
export function places(s: Scene, links: readonly Link[]): Link[] {
  return s.figures.flatMap((whole) => {
    if (!canBeWhole(whole) || whole.kind === 'percentage' || isNamed(s, whole)) return [];
    const parts = runOf(s, whole);
    const free = parts.every((p) => !links.some((l) => l.figure === p.id && l.whole !== whole.id));
    const total = parts.reduce((sum, p) => sum + p.value, 0);
    if (parts.length < FEWEST || total > whole.value || !free) return [];
    return parts.map((p) => ({ figure: p.id, whole: whole.id, rule: 'places' }));
  });
}

function runOf(s: Scene, whole: Linkable): Linkable[] {
  const like = s.figures
    .slice(s.figures.indexOf(whole) + 1)
    .filter((f) => f.unit === whole.unit && f.role === whole.role);
  const stop = like.findIndex((f) => !isNamed(s, f) || !fits(f, whole) || setApart(s, f));
  const run = stop < 0 ? like : like.slice(0, stop);
  return run[0] && isNear(s, whole, run[0]) ? run : [];
}

const isNamed = (s: Scene, f: Linkable): boolean =>
  NAMED_BEFORE.test(lead(s, f)) || NAMED_AFTER.test(s.text.slice(f.span.end, f.span.end + 60));

/** In the same paragraph or the next one. */
function isNear(s: Scene, a: Linkable, b: Linkable): boolean {
  const at = (f: Linkable): number => s.paragraphs.indexOf(around(s.paragraphs, f.span.start));
  return at(b) - at(a) <= 1;
}
