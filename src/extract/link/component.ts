import type { Kind, Subject, Unit } from '../../model/codes.ts';
import { quick } from '../text/quick.ts';
import { indexOf, type Linkable, oncePerPosition, type Scene } from './scene.ts';
import { APART } from './words.ts';

/** Units whose things may be parts of one another: households of a number of beneficiaries, schools of facilities. */
const KINDRED: readonly ReadonlySet<Unit>[] = [
  new Set<Unit>(['person', 'household', 'case', 'person_turn', 'household_turn', 'card']),
  new Set<Unit>(['household', 'house']),
  new Set<Unit>(['facility', 'school', 'organisation', 'works', 'model', 'item', 'house']),
];

export const kindred = (a: Unit, b: Unit): boolean => KINDRED.some((units) => units.has(a) && units.has(b));

const COMPARING = new Set(['change', 'achievement']);
/** "mỗi năm 1.100 người" is as good a whole as 1.100 people; a price or a wage is none. */
const isStockOfTime = (f: Linkable): boolean =>
  f.kind === 'count' && f.per.every((per) => per === 'year' || per === 'month');
const stock = (f: Linkable): boolean => !COMPARING.has(f.role) && (f.per.length === 0 || isStockOfTime(f));

/** A whole can only be a stock: a change, a rate of progress or a price has no parts. */
export const canBeWhole = (f: Linkable): boolean => stock(f) && f.value > 0;

/** A number that came or went may have parts too, where nothing else can be their whole. */
export const isChange = (f: Linkable): boolean =>
  (f.role === 'change' || (f.role === 'target' && f.value < 0)) && f.kind !== 'percentage' && f.per.length === 0;

/** "giảm 2.000 hộ, trong đó giảm 1.000 hộ dân tộc thiểu số": a fall is part of a fall. */
export const isFallIn = (part: Linkable, whole: Linkable): boolean =>
  part.id !== whole.id &&
  part.kind === 'count' &&
  part.unit === whole.unit &&
  part.role === whole.role &&
  part.value < 0 &&
  whole.value <= part.value;

const POOR = new Set<Subject>(['poor_household', 'poor_person']);
const NEAR_POOR = new Set<Subject>(['near_poor_household', 'near_poor_person']);
/** Who is near poor is not poor: "4.961 hộ nghèo, trong đó 3.870 hộ dân tộc thiểu số; 1.204 hộ cận nghèo". */
const excludes = (a: Linkable, b: Linkable): boolean => {
  const all = (f: Linkable, group: ReadonlySet<Subject>, other: ReadonlySet<Subject>): boolean =>
    f.subjects.some((code) => group.has(code)) && !f.subjects.some((code) => other.has(code));
  return (all(a, POOR, NEAR_POOR) && all(b, NEAR_POOR, POOR)) || (all(a, NEAR_POOR, POOR) && all(b, POOR, NEAR_POOR));
};

/** Whether `part` may lie inside `whole` by kind, role and size; the words between them are the rules' business. */
export function fits(part: Linkable, whole: Linkable): boolean {
  const sameKind: boolean = (part.kind satisfies Kind) === whole.kind;
  return (
    part.id !== whole.id &&
    sameKind &&
    stock(part) &&
    !excludes(part, whole) &&
    part.value > 0 &&
    part.value <= Math.abs(whole.value) &&
    (part.role === whole.role || part.role === 'actual' || whole.role === 'actual')
  );
}

/** The words that introduce a figure: back to the last separator or the figure before it. */
export const lead = oncePerPosition(leadOf, startOf);

/** "20 hộ với tổng kinh phí 50 triệu đồng": what the part alone comes to. */
const COST_OF_PART = quick(/(?<![\p{L}\p{M}])với tổng (?:trị giá|giá trị|kinh phí|số tiền)(?![\p{L}\p{M}])/iu);

export const setApart = oncePerPosition((s, figure: Linkable): boolean => {
  const words = lead(s, figure);
  return words.search(APART) >= 0 && !COST_OF_PART.test(words);
}, startOf);

function leadOf(s: Scene, figure: Linkable): string {
  const previous = s.figures[indexOf(s, figure) - 1];
  const from = Math.max(0, figure.span.start - 120, previous?.span.end ?? 0);
  const words = s.text.slice(from, figure.span.start);
  return words.split(/[,;.(\n]/).at(-1) as string;
}

function startOf({ span }: Linkable): number {
  return span.start;
}
