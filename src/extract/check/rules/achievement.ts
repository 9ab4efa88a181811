import { lead } from '../../link/component.ts';
import { exact, minus, times } from '../../link/exact.ts';
import { around, between, figuresIn, indexOf, type Linkable, type Scene } from '../../link/scene.ts';
import { words } from '../../link/words.ts';
import type { Equation, Evidence, Quote } from '../equation.ts';
import { multiply, point } from '../interval.ts';
import { quotient } from '../number.ts';

const PLAN = words('kế hoạch|chỉ tiêu|KH|mục tiêu|nghị quyết');
const BEYOND = words('vượt');

/**
 * actual ÷ target = the share of the plan reached: "1.111 lao động, đạt 55,55% kế hoạch 2.000", "1.111/2.000 lao động,
 * đạt 55,55% kế hoạch".
 */
export function achievement({ scene, paper, partsOf, linkOf }: Evidence): Equation[] {
  return scene.figures.flatMap((reached) => {
    if (reached.kind !== 'percentage' || !ofPlan(scene, reached)) return [];
    const sentence = around(scene.sentences, reached.span.start);
    const actual = figuresIn(scene, sentence.start, reached.span.start)
      .filter((f) => f.role === 'actual' && f.kind !== 'percentage' && f.per.length === 0)
      .at(-1);
    if (!actual || /;/.test(between(scene, actual, reached))) return [];
    const done = partsOf.get(actual.id)?.find((f) => linkOf.get(f.id)?.rule === 'pair');
    const says = lead(scene, reached).search(BEYOND) >= 0 ? beyondOf : achievementOf;
    if (done?.unit === actual.unit) return [says(paper.quote, [done, actual, reached])];
    const target = targetNear(scene, actual, reached, sentence.end);
    return target ? [says(paper.quote, [actual, target, reached])] : [];
  });
}

const ofPlan = (s: Scene, f: Linkable): boolean =>
  f.role === 'achievement' ||
  ((f.role === 'change' || f.role === 'actual') && s.text.slice(f.span.end, f.span.end + 30).search(PLAN) >= 0);

/** The plan's number: of the actual's unit, right around the share, in words of planning. */
function targetNear(s: Scene, actual: Linkable, reached: Linkable, end: number): Linkable | undefined {
  const index = indexOf(s, reached);
  return [s.figures[index + 1], s.figures[index - 1], s.figures[index - 2]].find(
    (f) =>
      f !== undefined &&
      f !== actual &&
      f.unit === actual.unit &&
      f.span.end <= end &&
      (f.role === 'target' || lead(s, f).search(PLAN) >= 0) &&
      !/[;\n]/.test(f.span.start > reached.span.end ? between(s, reached, f) : between(s, f, reached)),
  );
}

type Plan = [actual: Linkable, target: Linkable, reached: Linkable];

/** "đạt 105% kế hoạch". */
export const achievementOf = (quote: Quote, plan: Plan): Equation => equation(quote, plan, false);
/** "vượt 5% kế hoạch". */
export const beyondOf = (quote: Quote, plan: Plan): Equation => equation(quote, plan, true);

function equation(quote: Quote, [actual, target, reached]: Plan, beyond: boolean): Equation {
  return {
    rule: 'achievement',
    figures: [actual, target, reached],
    sides: ([a = point(0), t = point(0), r = point(0)]) => {
      const share = beyond ? { low: minus(r.low, exact(-100)), high: minus(r.high, exact(-100)) } : r;
      return [multiply(a, point(100)), multiply(share, t)];
    },
    stated: reached,
    expected: ([a = exact(0), t = exact(1)], place) => quotient(times(beyond ? minus(a, t) : a, exact(100)), t, place),
    says: `${quote(actual)} so với kế hoạch ${quote(target)} là ${beyond ? 'vượt ' : ''}${quote(reached)}`,
    said: true,
  };
}
