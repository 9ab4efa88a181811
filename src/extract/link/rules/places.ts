import { quick } from '../../text/quick.ts';
import { canBeWhole, fits, lead, setApart } from '../component.ts';
import type { Link } from '../listing.ts';
import { around, type Linkable, oncePerPosition, parenthesisAround, placeOf, type Scene } from '../scene.ts';
import { BOUND } from '../words.ts';

const WORD = '\\p{Lu}[\\p{L}\\p{M}]+';
const KIND = '(?:tỉnh|huyện|thị xã|thành phố|tp\\.?|quận|xã|phường|thị trấn|nước)';
/** One capital alone may only open a sentence. */
const NAME = `(?:${KIND}\\s+${WORD}|${WORD}\\s${WORD})(?:\\s${WORD}){0,3}`;
const NAMED_BEFORE = quick(
  new RegExp(
    `(?<![\\p{L}\\p{M}])${NAME}\\s*(?::|là|có|với|được (?:cấp|giao|hỗ trợ|phân bổ|phân khai|trích)|nhận)?\\s*(?:(?:${BOUND})\\s+)?$`,
    'u',
  ),
);
const NAMED_AFTER = new RegExp(`^\\s*(?:\\p{Ll}+\\s+){0,2}(?:cho|ở|tại)\\s+${NAME}`, 'u');
/** "1. Tuyên Quang (104.221 người, 41,7 tỷ đồng)": what a parenthesis right behind a name holds is that place's. */
const NAMED_PARENTHESIS = quick(new RegExp(`(?<![\\p{L}\\p{M}])(?:${KIND}\\s+)?${WORD}(?:\\s${WORD}){1,4}\\s*$`, 'u'));
const FIRM = quick(/(?<![\p{L}\p{M}])(?:công ty|tập đoàn|doanh nghiệp|ngân hàng|hợp tác xã|HTX)(?![\p{L}\p{M}])/iu);
/** No place has a longer name. */
const LONGEST_NAME = 60;
const FEWEST = 3;
/** Beyond so many figures a run of places is over: more than all provinces with three figures each. */
const FARTHEST = 200;

/** "7.245 tấn gạo … . Tỉnh A 1.200 tấn, tỉnh B 845 tấn, tỉnh C 560 tấn": a run of places, each with its share. */
export function places(s: Scene, links: readonly Link[]): Link[] {
  const wholeOf = new Map(links.map((l) => [l.figure, l.whole]));
  return s.figures.flatMap((whole, index) => {
    if (!canBeWhole(whole) || whole.kind === 'percentage' || isNamed(s, whole)) return [];
    const parts = runOf(s, whole, index, wholeOf);
    const free = parts.every((p) => (wholeOf.get(p.id) ?? whole.id) === whole.id);
    const total = parts.reduce((sum, p) => sum + p.value, 0);
    if (parts.length < FEWEST || total > whole.value || !free) return [];
    return parts.map((p) => ({ figure: p.id, whole: whole.id, rule: 'places' }));
  });
}

function runOf(s: Scene, whole: Linkable, index: number, wholeOf: ReadonlyMap<string, string>): Linkable[] {
  const run: Linkable[] = [];
  for (const f of s.figures.slice(index + 1, index + 1 + FARTHEST)) {
    if (f.unit !== whole.unit || f.role !== whole.role || f.per.length > 0) continue;
    if (run.length === 0 && wholeOf.get(f.id) === whole.id && !isNamed(s, f)) continue;
    if (!isNamed(s, f) || !fits(f, whole) || setApart(s, f) || (run.length === 0 && !isNear(s, whole, f))) break;
    run.push(f);
  }
  return run;
}

const isNamed = oncePerPosition(
  (s, f: Linkable): boolean =>
    (NAMED_BEFORE.test(lead(s, f)) && !FIRM.test(lead(s, f))) ||
    NAMED_AFTER.test(s.text.slice(f.span.end, f.span.end + 60)) ||
    inNamedParenthesis(s, f),
  (f) => f.span.start,
);

function inNamedParenthesis(s: Scene, f: Linkable): boolean {
  const inside = parenthesisAround(s, f.span.start);
  if (inside === null) return false;
  const open = inside.start - 1;
  return NAMED_PARENTHESIS.test(s.text.slice(Math.max(0, open - LONGEST_NAME), open));
}

/** In the same paragraph or the next ones, for a list may have a lead line of its own. */
function isNear(s: Scene, a: Linkable, b: Linkable): boolean {
  const at = (f: Linkable): number => placeOf(s.paragraphs, around(s.paragraphs, f.span.start));
  return at(b) - at(a) <= 3;
}
