import { exact, sum, toNumber } from '../../link/exact.ts';
import { around, figuresIn, type Linkable, type Scene } from '../../link/scene.ts';
import { words } from '../../link/words.ts';
import { firstIndex } from '../../text/sorted.ts';
import type { Equation, Evidence, Paper, Quote } from '../equation.ts';
import { multiply, point, total } from '../interval.ts';
import { written } from '../number.ts';

const SAMPLE = words('cụ thể|trong (?:số )?(?:đó|này|ấy)|riêng|chủ yếu|nhất là|nữ|dân tộc thiểu số|dtts|trong số');

/** The parts of a whole make the whole; the shares of a count make 100 %. */
export function breakdown({ scene, paper, linkOf, partsOf }: Evidence): Equation[] {
  const linked = scene.figures.flatMap((whole) => {
    const parts = partsOf.get(whole.id) ?? [];
    const shares = parts.filter((p) => p.kind === 'percentage');
    if (whole.kind !== 'percentage' && shares.length >= 2) return [sharesOf(paper.quote, shares)];
    const like = parts.filter((p) => p.kind === whole.kind);
    return like.length >= 2
      ? [{ ...sumOf(paper.quote, [whole, ...like]), said: isSaid(scene, linkOf, whole, like) }]
      : [];
  });
  return [...linked, ...sharesAlone(scene, paper, linkOf)];
}

/** "45% làm nông nghiệp, 35% làm công nghiệp, 20% làm dịch vụ": three or more of one sentence that make 100 %. */
function sharesAlone(scene: Scene, paper: Paper, linkOf: Evidence['linkOf']): Equation[] {
  const free = scene.figures.filter((f) => f.kind === 'percentage' && f.role === 'actual' && !linkOf.has(f.id));
  const bySentence = Map.groupBy(free, (f) => around(scene.sentences, f.span.start).start);
  return [...bySentence.values()].flatMap((shares) => {
    const whole = toNumber(sum(shares.map((f) => exact(f.value)))) === 100;
    return shares.length >= 3 && whole && shares.every(({ value }) => value < 100)
      ? [sharesOf(paper.quote, shares)]
      : [];
  });
}

/** The words, or a sum above its whole, make the parts all there are. */
function isSaid(scene: Scene, linkOf: Evidence['linkOf'], whole: Linkable, parts: Linkable[]): boolean {
  const over = toNumber(sum(parts.map((p) => exact(p.value)))) > whole.value;
  const listed = isExhaustive(linkOf, parts) && isListed(scene, whole, parts) && (over || !isAside(linkOf, parts));
  return (listed && (over || !leavesRest(scene, parts))) || (over && whole.kind === 'money');
}

const REST = words('còn lại|khác|v\\.v|vân vân');
/** "…, trẻ mồ côi 38 em, còn lại là đối tượng khác": a rest that is named without its number. */
function leavesRest(scene: Scene, parts: readonly Linkable[]): boolean {
  const end = parts.at(-1)?.span.end ?? 0;
  const behind = scene.text.slice(end, around(scene.sentences, end).end);
  return behind.search(REST) >= 0 || /(?:…|\.\.\.)\s*\)?\s*[.;]?\s*$/u.test(behind);
}

export function sumOf(quote: Quote, [whole, ...parts]: [whole: Linkable, ...parts: Linkable[]]): Equation {
  const names = parts.map((p) => quote(p)).join(' + ');
  return {
    rule: 'breakdown',
    figures: [whole, ...parts],
    sides: ([all, ...rest]) => [all ?? point(0), total(rest)],
    stated: whole,
    expected: ([, ...rest]) => toNumber(sum(rest)),
    says: `${names} = ${quote(whole)}`,
    said: false,
    hint: (expected) =>
      expected < whole.value
        ? `Danh sách có thể thiếu một thành phần ${written(whole, toNumber(exact(whole.value - expected)))}.`
        : `Các thành phần cộng lại vượt tổng ${written(whole, toNumber(exact(expected - whole.value)))}.`,
  };
}

const EXHAUSTIVE = new Set(['comprises', 'parenthesis', 'bullets', 'remainder', 'sums']);

/** "1.120 người (Nhật Bản 486, Đài Loan 418)": a parenthesis may name the chief parts only. */
const isAside = (linkOf: Evidence['linkOf'], parts: readonly Linkable[]): boolean =>
  parts.every((p) => linkOf.get(p.id)?.rule === 'parenthesis');

/** The rule that linked them promises all the parts. */
const isExhaustive = (linkOf: Evidence['linkOf'], parts: readonly Linkable[]): boolean =>
  parts.every((p) => EXHAUSTIVE.has(linkOf.get(p.id)?.rule ?? ''));

/** All parts are given: one unit, no "trong đó" that only picks some, no other number among them. */
function isListed(scene: Scene, whole: Linkable, parts: readonly Linkable[]): boolean {
  const last = parts.at(-1);
  const first = parts[0];
  if (!first || !last || parts.some((p) => p.unit !== whole.unit)) return false;
  const stretch = scene.text.slice(Math.min(whole.span.end, first.span.start), last.span.end + 40);
  return first.span.start > whole.span.start && stretch.search(SAMPLE) < 0 && !hasOtherNumber(scene, first, last);
}

function hasOtherNumber(scene: Scene, first: Linkable, last: Linkable): boolean {
  const known = figuresIn(scene, first.span.start, last.span.end);
  const numbers = [...scene.text.slice(first.span.start, last.span.end).matchAll(/\d+/g)];
  return numbers.some((n) => {
    const position = first.span.start + n.index;
    const holder = known[firstIndex(known, (f) => position < f.span.end)];
    return holder === undefined || holder.span.start > position;
  });
}

export function sharesOf(quote: Quote, shares: readonly Linkable[]): Equation {
  const stated = shares.at(-1) as Linkable;
  return {
    rule: 'breakdown',
    figures: shares,
    sides: (values) => [total(values), multiply(point(100), point(1))],
    stated,
    expected: (values) => toNumber(sum([exact(100), ...values.slice(0, -1).map((v) => ({ ...v, digits: -v.digits }))])),
    says: `${shares.map((p) => quote(p)).join(' + ')} = 100%`,
    said: false,
  };
}
