import { lead } from '../../link/component.ts';
import { exact } from '../../link/exact.ts';
import { around, figuresIn, type Linkable } from '../../link/scene.ts';
import { words } from '../../link/words.ts';
import type { Equation, Evidence, Quote } from '../equation.ts';
import { multiply, point } from '../interval.ts';
import { quotient } from '../number.ts';

const EACH = words('bình quân|trung bình|mỗi|mức');
const ALTOGETHER = words('tổng|tổng số|tổng trị giá|tổng kinh phí|tổng số tiền|trị giá|kinh phí|số tiền');

/** A semicolon parts statements: what 215 gifts are worth is not shared among twelve mothers. */
const isApart = (text: string, figures: readonly Linkable[]): boolean =>
  text.slice(Math.min(...figures.map((f) => f.span.end)), Math.max(...figures.map((f) => f.span.start))).includes(';');

/** amount ÷ count = what the report says each one got. */
export function average({ scene, paper }: Evidence): Equation[] {
  return scene.figures.flatMap((each) => {
    const unit = each.per.length === 1 ? each.per[0] : undefined;
    if (!unit || each.role !== 'actual' || each.kind === 'percentage') return [];
    const sentence = around(scene.sentences, each.span.start);
    const others = figuresIn(scene, sentence.start, sentence.end).filter(
      (f) => f !== each && f.role === 'actual' && f.per.length === 0,
    );
    const counts = others.filter((f) => f.unit === unit);
    const amounts = others.filter((f) => f.unit === each.unit && f.value > each.value);
    const [count] = counts;
    const [amount] = amounts;
    if (!count || !amount || counts.length > 1 || amounts.length > 1) return [];
    if (isApart(scene.text, [count, amount, each])) return [];
    const said = lead(scene, each).search(EACH) >= 0 && lead(scene, amount).search(ALTOGETHER) >= 0;
    return [{ ...averageOf(paper.quote, [amount, count, each]), said }];
  });
}

type Each = [amount: Linkable, count: Linkable, each: Linkable];

export function averageOf(quote: Quote, [amount, count, each]: Each): Equation {
  return {
    rule: 'average',
    figures: [amount, count, each],
    sides: ([a = point(0), n = point(0), e = point(0)]) => [a, multiply(n, e)],
    stated: each,
    expected: ([a = exact(0), n = exact(1)], place) => quotient(a, n, place),
    says: `${quote(amount)} chia cho ${quote(count)} là ${quote(each)}`,
    said: false,
  };
}
