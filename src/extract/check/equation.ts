import type { Check } from '../../model/record.ts';
import { compare, type Exact, exact, magnitude, toNumber } from '../link/exact.ts';
import type { Link } from '../link/listing.ts';
import type { Linkable, Scene } from '../link/scene.ts';
import { type Interval, lastPlace, overlap, shown } from './interval.ts';
import { misreadings, slips, written } from './number.ts';

/** How figures are read where they are printed. */
export type Paper = {
  /** As a sentence names the figure. */
  quote(figure: Linkable): string;
  /** The place value of the last digit shown; null where the number is written in words or as a fraction. */
  place(figure: Linkable): Exact | null;
};
export type Quote = Paper['quote'];

export const printedOn = ({ text }: Pick<Scene, 'text'>): Paper => ({
  quote: ({ span }) => `“${text.slice(span.start, span.end)}”`,
  place: ({ span, value }) => lastPlace(text.slice(span.start, span.end), value),
});

/** What a rule reads: the text with its figures, and which figure is part of which. */
export type Evidence = {
  scene: Scene;
  paper: Paper;
  /** The link of each part, by the part's id. */
  linkOf: ReadonlyMap<string, Link>;
  /** The parts of each whole, in text order, by the whole's id. */
  partsOf: ReadonlyMap<string, readonly Linkable[]>;
};

export const evidenceOf = (scene: Scene, links: readonly Link[]): Evidence => {
  const linkOf = new Map(links.map((link) => [link.figure, link]));
  const parts = scene.figures.filter((f) => linkOf.has(f.id));
  return {
    scene,
    paper: printedOn(scene),
    linkOf,
    partsOf: Map.groupBy(parts, (f) => (linkOf.get(f.id) as Link).whole),
  };
};

/** Two sides that the report's own words make equal. */
export type Equation = {
  rule: string;
  figures: readonly Linkable[];
  /** The two sides, from the figures' values in order; all are magnitudes. */
  sides(values: readonly Interval[]): readonly [Interval, Interval];
  /** The figure whose stated value is `actual`, and what the others make of it, rounded to its last place. */
  stated: Linkable;
  expected(values: readonly Exact[], place: Exact): number;
  /** The relation in words, for a reviewer. */
  says: string;
  /** Said outright: a misfit is worth a look by itself. Else only a slip that explains it is. */
  said: boolean;
  /** A sentence on what a misfit may mean besides a slip. */
  hint?(expected: number): string;
};

const OPEN = new Set(['gt', 'lt', 'ge', 'le']);

/**
 * A pass where both sides meet within the digits shown; a fail where they miss by more than twice that and the
 * relation was said or one slip of the pen explains the misfit; else null: no evidence either way.
 */
export function judge(paper: Paper, equation: Equation, recognised = false): Check | null {
  const places = equation.figures.map(paper.place);
  if (equation.figures.some((f) => OPEN.has(f.comparator)) || places.some((p) => p === null)) return null;
  const given = equation.figures.map((f) => magnitude(exact(f.value)));
  const meet = (values: readonly Exact[], width: number): boolean =>
    overlap(...equation.sides(equation.figures.map((f, i) => shown(f, places[i] as Exact, width, values[i]))));
  const check = (status: Check['status'], message: string, expected: number): Check => ({
    rule: equation.rule,
    status,
    figures: equation.figures.map((f) => f.id),
    expected,
    actual: Math.abs(equation.stated.value),
    message,
  });
  const expected = equation.expected(given, places[equation.figures.indexOf(equation.stated)] as Exact);
  if (meet(given, 1)) return check('pass', `Khớp: ${equation.says}.`, expected);
  if (meet(given, 2) || equation.figures.some((f) => f.comparator === 'approx')) return null;
  const slip = explain(equation, places as Exact[], given, recognised, (values) => meet(values, 1));
  if (!equation.said && slip === null) return null;
  const misfit = `Không khớp: ${equation.says}; số ghi là ${paper.quote(equation.stated)}, tính ra ${written(equation.stated, expected)}.`;
  const suggestions = slip?.map(({ figure, value }) => ({
    figure: figure.id,
    value: figure.value < 0 ? -toNumber(value) : toNumber(value),
  }));
  const remedy = slip
    ? ` Sẽ khớp nếu ${slip.map(({ figure, value }) => `${paper.quote(figure)} là ${written(figure, toNumber(value))}`).join(', hoặc ')}.`
    : ` ${equation.hint?.(expected) ?? 'Hãy đối chiếu các số này với bản gốc.'}`;
  return { ...check('fail', misfit + remedy, expected), ...(suggestions && { suggestions }) };
}

/** Among more figures than this, one whose slip would explain a misfit can be found by chance. */
const MOST_EXPLAINED = 100;

/** More slips than this that would explain a misfit explain nothing. */
const MOST_SLIPS = 2;

/** The smallest slips of the pen that would make the sides meet, that of the stated figure first; null for none. */
function explain(
  equation: Equation,
  places: readonly Exact[],
  given: readonly Exact[],
  recognised: boolean,
  meets: (values: readonly Exact[]) => boolean,
): { figure: Linkable; value: Exact }[] | null {
  if (equation.figures.length > MOST_EXPLAINED) return null;
  const found = equation.figures.flatMap((figure, i) =>
    // So many digits look alike that one of them explains only what must be wrong.
    [
      ...(recognised && equation.said ? misreadings(figure, places[i] as Exact) : []),
      ...slips(figure, places[i] as Exact),
    ]
      .filter((value) => meets(given.map((v, j) => (i === j ? value : v))))
      .map((value) => ({ figure, value })),
  );
  const smallest = found.filter((a) => !found.some((b) => b !== a && distance(b) < distance(a)));
  const firsts = [...new Map(smallest.map((one) => [one.figure, one])).values()];
  firsts.sort((a, b) => Number(b.figure === equation.stated) - Number(a.figure === equation.stated));
  return firsts.length > 0 ? firsts.slice(0, MOST_SLIPS) : null;
}

const distance = ({ figure, value }: { figure: Linkable; value: Exact }): number =>
  compare(value, exact(0)) === 0 ? Infinity : Math.abs(Math.log10(toNumber(value) / Math.abs(figure.value)));
