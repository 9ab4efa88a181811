import { lead } from '../../link/component.ts';
import { compare, exact, magnitude, minus, times, toNumber } from '../../link/exact.ts';
import { around, between, figuresIn, indexOf, type Linkable, type Scene } from '../../link/scene.ts';
import { words } from '../../link/words.ts';
import { quick } from '../../text/quick.ts';
import type { Equation, Evidence, Quote } from '../equation.ts';
import { type Interval, multiply, point, subtract } from '../interval.ts';
import { quotient } from '../number.ts';

const MOVED = words('tăng|giảm');
const FROM = quick(/(?<![\p{L}\p{M}])từ\s+(?:mức\s+)?$/iu);
const TO = words('xuống|lên|còn|đến|tới');
const RELATIVE_ONLY = new Set(['count', 'money', 'measure']);

/** later − earlier = the change stated: "từ 8,01% xuống 3,34%, giảm 4,67%", or against the earlier year's figure. */
export function change({ scene, paper }: Evidence): Equation[] {
  return scene.figures.flatMap((moved) => {
    if (moved.role === 'target' || lead(scene, moved).search(MOVED) < 0) return [];
    const later = laterOf(scene, moved);
    if (!later || !comparable(moved, later)) return [];
    return earlierOf(scene, later, moved).map(({ earlier, said }) => ({
      ...changeOf(paper.quote, [earlier, later, moved]),
      said: said && !(moved.kind === 'percentage' && later.kind === 'percentage'),
    }));
  });
}

const comparable = (moved: Linkable, level: Linkable): boolean =>
  moved.unit === level.unit ||
  moved.unit === 'percentage_point' ||
  (moved.kind === 'percentage' && RELATIVE_ONLY.has(level.kind));

/** The level reached: just before the change, or the nearest of its own unit in the sentence. */
function laterOf(s: Scene, moved: Linkable): Linkable | null {
  const before = figuresIn(s, around(s.sentences, moved.span.start).start, moved.span.start).reverse();
  const level = before.find((f) => f.unit === moved.unit && f.role !== 'change') ?? before[0];
  return level && level.role === 'actual' && level.per.length === 0 ? level : null;
}

function earlierOf(s: Scene, later: Linkable, moved: Linkable): { earlier: Linkable; said: boolean }[] {
  const index = indexOf(s, later);
  const previous = s.figures[index - 1];
  if (
    previous &&
    previous.unit === later.unit &&
    FROM.test(lead(s, previous)) &&
    between(s, previous, later).search(TO) >= 0
  )
    return [{ earlier: previous, said: true }];
  const behind = comparedWith(s, moved);
  if (behind?.unit === later.unit && behind.role === 'actual') return [{ earlier: behind, said: true }];
  const paragraph = around(s.paragraphs, later.span.start);
  const levels = figuresIn(s, paragraph.start, later.span.start).filter(
    (f) =>
      f.unit === later.unit &&
      f.kind === later.kind &&
      f.role === 'actual' &&
      f.indicator === later.indicator &&
      isEarlier(f, later),
  );
  return shownDigits(s, moved) >= 3 ? levels.slice(-2).map((earlier) => ({ earlier, said: false })) : [];
}

const COMPARED = /^[^.;()]{0,40}(?<![\p{L}\p{M}])so với[^.;()]{0,60}\(\s*$/iu;
/** "giảm 500 hộ so với năm 2021 (1.855 hộ)": what it was, in brackets behind the change. */
function comparedWith(s: Scene, moved: Linkable): Linkable | undefined {
  const next = s.figures[indexOf(s, moved) + 1];
  return next && COMPARED.test(between(s, moved, next)) ? next : undefined;
}

const isEarlier = (a: Linkable, b: Linkable): boolean =>
  a.period !== null && b.period !== null && a.period.end < b.period.end;

/** Two agreeing one-digit numbers prove nothing. */
const shownDigits = (s: Scene, f: Linkable): number =>
  s.text.slice(f.span.start, f.span.end).replace(/\D/g, '').replace(/^0+/, '').length;

type Course = [earlier: Linkable, later: Linkable, moved: Linkable];

export function changeOf(quote: Quote, [earlier, later, moved]: Course): Equation {
  const relative = moved.kind === 'percentage' && later.kind !== 'percentage';
  const difference = (a: Interval, b: Interval): Interval =>
    compare(b.low, a.low) >= 0 ? subtract(b, a) : subtract(a, b);
  return {
    rule: 'change',
    figures: [earlier, later, moved],
    sides: ([a = point(0), b = point(0), c = point(0)]) =>
      relative ? [multiply(difference(a, b), point(100)), multiply(c, a)] : [difference(a, b), c],
    stated: moved,
    expected: ([a = exact(0), b = exact(0)], place) => {
      const gap = magnitude(minus(b, a));
      return relative ? quotient(times(gap, exact(100)), a, place) : toNumber(gap);
    },
    says: `từ ${quote(earlier)} thành ${quote(later)} là thay đổi ${quote(moved)}`,
    said: false,
  };
}
