import { canBeWhole, fits, lead, setApart } from '../component.ts';
import { exactPrefix, type Link } from '../listing.ts';
import { around, figuresIn, indexOf, type Linkable, type Scene } from '../scene.ts';
import { words } from '../words.ts';

const ALTOGETHER = words('tổng|tổng cộng|tổng số|cộng|nâng tổng số|tất cả');

/**
 * Numbers that add up exactly say what their words do not: the run of its own unit right after a figure (three or
 * more, or two within its paragraph) or, before "tổng cộng …", the run of its sentence.
 */
export function sums(s: Scene, links: readonly Link[]): Link[] {
  const linked = new Set(links.map((l) => l.figure));
  const free = (f: Linkable): boolean => !linked.has(f.id);
  return s.figures.flatMap((whole) => {
    const parts = runAfter(s, whole) ?? runBefore(s, whole);
    return parts?.every(free) ? parts.map((part) => ({ figure: part.id, whole: whole.id, rule: 'sums' })) : [];
  });
}

/** Small numbers add up by chance. */
const TELLING = 100;

function runAfter(s: Scene, whole: Linkable): Linkable[] | null {
  if (!canBeWhole(whole) || whole.kind === 'percentage' || Math.abs(whole.value) < TELLING) return null;
  const index = indexOf(s, whole);
  const like = s.figures.slice(index + 1, index + 60).filter((f) => f.unit === whole.unit && f.role === whole.role);
  const reach = like.findIndex((f) => !fits(f, whole) || setApart(s, f));
  const parts = exactPrefix(reach < 0 ? like : like.slice(0, reach), whole);
  if (!parts) return null;
  const last = parts.at(-1) as Linkable;
  const together = last.span.end <= around(s.paragraphs, whole.span.start).end;
  return parts.length >= 3 || together ? parts : null;
}

function runBefore(s: Scene, whole: Linkable): Linkable[] | null {
  if (!canBeWhole(whole) || lead(s, whole).search(ALTOGETHER) < 0) return null;
  const before = figuresIn(s, around(s.sentences, whole.span.start).start, whole.span.start);
  const like = before.filter((f) => f.unit === whole.unit && fits(f, whole)).reverse();
  return exactPrefix(like, whole)?.reverse() ?? null;
}
