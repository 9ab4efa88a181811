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
  const wholeOf = new Map(links.map((l) => [l.figure, l.whole]));
  return s.figures.flatMap((whole) => {
    const free = (f: Linkable): boolean => (wholeOf.get(f.id) ?? whole.id) === whole.id;
    const isNew = (parts: Linkable[] | null): parts is Linkable[] =>
      parts?.every(free) === true && parts.some((f) => !wholeOf.has(f.id));
    const found = [runAfter(s, whole), runBefore(s, whole), brokenDownAgain(s, whole, wholeOf)].find(isNew);
    return found?.map((part) => ({ figure: part.id, whole: whole.id, rule: 'sums' })) ?? [];
  });
}

/** Small numbers add up by chance, three of them within one sentence hardly. */
const TELLING = 100;
const TELLING_IN_SENTENCE = 10;

function runAfter(s: Scene, whole: Linkable): Linkable[] | null {
  const like = likeAfter(s, whole);
  const parts = exactPrefix(like, whole) ?? fartherRun(s, whole, like);
  if (!parts) return null;
  const { end } = (parts.at(-1) as Linkable).span;
  const several = parts.length >= 3;
  if (Math.abs(whole.value) < TELLING)
    return several && Math.abs(whole.value) >= TELLING_IN_SENTENCE && end <= around(s.sentences, whole.span.start).end
      ? parts
      : null;
  return several || end <= around(s.paragraphs, whole.span.start).end ? parts : null;
}

/** How many figures of other groups may stand between a whole and its parts. */
const SKIPPED = 4;

/** "3.427 khẩu, 1.980 lao động. Dân tộc Thái 3.395 người, …": three or more in its paragraph, behind others of their unit. */
function fartherRun(s: Scene, whole: Linkable, like: readonly Linkable[]): Linkable[] | null {
  if (Math.abs(whole.value) < TELLING) return null;
  const { end } = around(s.paragraphs, whole.span.start);
  const near = like.filter((f) => f.span.end <= end);
  for (let skip = 1; skip <= SKIPPED && skip < near.length - 1; skip++) {
    const parts = exactPrefix(near.slice(skip), whole);
    if (parts && parts.length >= 3) return parts;
  }
  return null;
}

/** "10.760 căn: xây mới 7.475, sửa chữa 3.285. Cho người có công 1.477, hộ nghèo …": the same whole by another division. */
function brokenDownAgain(s: Scene, whole: Linkable, wholeOf: ReadonlyMap<string, string>): Linkable[] | null {
  if (Math.abs(whole.value) < TELLING) return null;
  const like = likeAfter(s, whole);
  const rest = like.filter((f) => !wholeOf.has(f.id) && f.value !== whole.value);
  const parts = exactPrefix(rest, whole);
  const repeated = like.find((f) => f.value === whole.value && wholeOf.get(whole.id) !== f.id);
  if (repeated && parts?.[0] && repeated.span.start < parts[0].span.start) return null;
  return parts && parts.length >= 3 ? parts : null;
}

/** The figures of the same unit and role behind a whole, up to the first that cannot be its part. */
function likeAfter(s: Scene, whole: Linkable): Linkable[] {
  if (!canBeWhole(whole) || whole.kind === 'percentage') return [];
  const index = indexOf(s, whole);
  const like = s.figures.slice(index + 1, index + 60).filter((f) => f.unit === whole.unit && f.role === whole.role);
  const reach = like.findIndex((f) => !fits(f, whole) || setApart(s, f));
  return reach < 0 ? like : like.slice(0, reach);
}

function runBefore(s: Scene, whole: Linkable): Linkable[] | null {
  if (!canBeWhole(whole) || lead(s, whole).search(ALTOGETHER) < 0) return null;
  const before = figuresIn(s, around(s.sentences, whole.span.start).start, whole.span.start);
  const like = before.filter((f) => f.unit === whole.unit && fits(f, whole)).reverse();
  return exactPrefix(like, whole)?.reverse() ?? null;
}
