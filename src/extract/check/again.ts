import type { Figure } from '../../model/figure.ts';
import type { Check } from '../../model/record.ts';
import { same } from '../../model/same.ts';
import { compare, type Exact, exact, magnitude } from '../link/exact.ts';
import { type Equation, judge, type Paper, printedOn, type Quote } from './equation.ts';
import { written } from './number.ts';
import { achievementOf, beyondOf } from './rules/achievement.ts';
import { averageOf } from './rules/average.ts';
import { sharesOf, sumOf } from './rules/breakdown.ts';
import { changeOf } from './rules/change.ts';
import { rateOf } from './rules/rate.ts';
import { repeatedOf } from './rules/repeated.ts';

/** A figure before and after people decided on it. */
export interface Standing {
  /** Null where a person entered it. */
  extracted: Figure | null;
  /** Null where a person rejected it, or it is gone. */
  now: Figure | null;
}

/** A report, or all of it that bears on some figures, as it was checked and as it stands. */
export interface Reviewed {
  text: string;
  /** The text was recognised (OCR): a misfit may be a digit taken for another. */
  recognised: boolean;
  /** As extracted. */
  checks: readonly Check[];
  figures: readonly Standing[];
}

type Figures = readonly Figure[];
type Reading = (quote: Quote, figures: never) => Equation;

/** What a check of each rule may say; it is the one that comes to what the check found of the figures as extracted. */
const READINGS: Readonly<Record<string, readonly Reading[]>> = {
  breakdown: [sumOf, sharesOf],
  rate: [rateOf],
  change: [changeOf],
  average: [averageOf],
  achievement: [achievementOf, beyondOf],
  repeated: [repeatedOf],
};

/** What a check is about beside values and their partners; a figure that says something else is another check's. */
const MEANING = ['kind', 'unit', 'per', 'role'] as const;
const FACT = [...MEANING, 'indicator', 'subjects', 'purpose', 'period', 'place'] as const;

const alike = (a: Figure, b: Figure, fields: readonly (keyof Figure)[]): boolean =>
  a === b || fields.every((field) => same(a[field], b[field]));

/** Longer sums are told by their length. */
const MOST_NAMED = 8;

/** The place of the last digit that is not 0, at most that of ones. */
const lastDigit = (value: number): Exact => {
  const { digits, scale } = magnitude(exact(value));
  const zeros = scale === 0 && digits !== 0n ? (/0*$/.exec(String(digits))?.[0].length ?? 0) : 0;
  return zeros > 0 ? { digits: 10n ** BigInt(zeros), scale: 0 } : { digits: 1n, scale };
};

const finer = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);

/** Numbers that a person set are not those that are printed: they are as exact as they are given. */
const paperOf = ({ text }: Reviewed, byId: ReadonlyMap<string, Standing>): Paper => {
  const printed = printedOn({ text });
  const isPrinted = (figure: Figure): boolean =>
    byId.get(figure.id)?.extracted?.value === figure.value || printed.place(figure) !== null;
  return {
    quote: (figure) => (isPrinted(figure as Figure) ? printed.quote(figure) : written(figure, figure.value)),
    place: (figure) => {
      if (isPrinted(figure as Figure)) return printed.place(figure);
      const extracted = byId.get(figure.id)?.extracted;
      const before = extracted && printed.place(extracted);
      return before ? finer(before, lastDigit(figure.value)) : lastDigit(figure.value);
    },
  };
};

const readingOf = (check: Check, extracted: Figures, paper: Paper): Reading | undefined =>
  READINGS[check.rule]?.find((reading) => {
    const { stated, expected } = reading(paper.quote, extracted as never);
    const place = paper.place(stated);
    const values = extracted.map(({ value }) => magnitude(exact(value)));
    return place && Math.abs(stated.value) === check.actual && expected(values, place) === check.expected;
  });

const idOf = ({ extracted, now }: Standing): string => (extracted ?? now)?.id ?? '';

const isNewPart = ({ extracted, now }: Standing): boolean =>
  now !== null && now.partOf !== null && extracted?.partOf !== now.partOf;

/** Whether a figure joins the parts of a sum: in a table, those of its row or column. */
const joins = (part: Figure, whole: Figure, parts: Figures): boolean => {
  if (!alike(part, whole, MEANING)) return false;
  const { cell } = part;
  if (cell === null) return parts.every((other) => other.cell === null);
  const along = (axis: 'row' | 'column'): boolean => parts.every((other) => other.cell?.[axis] === cell[axis]);
  return parts.every((other) => other.cell?.table === cell.table) && (along('row') || along('column'));
};

/**
 * The checks of figures as they stand: what was found of figures that nobody has changed, and the same relations judged anew
 * where a person has set, rejected or added one of them. A relation that spoke once is taken for said.
 */
export function recheck(report: Reviewed): Check[] {
  const byId = new Map(report.figures.map((one) => [idOf(one), one]));
  const newParts = Map.groupBy(report.figures.filter(isNewPart), ({ now }) => now?.partOf as string);
  const partsOf = Map.groupBy(
    report.figures.flatMap(({ now }) => now ?? []),
    ({ partOf }) => partOf,
  );
  const paper = paperOf(report, byId);
  const standing = (figure: Figure): Figure | null => byId.get(figure.id)?.now ?? null;

  const isChanged = (id: string, fields: readonly (keyof Figure)[]): boolean => {
    const one = byId.get(id);
    if (!one?.extracted || !one.now) return true;
    return !alike(one.extracted, one.now, ['value', 'comparator', 'partOf', ...fields]);
  };
  const stays = ({ figures, rule }: Check): boolean =>
    !figures.some((id) => isChanged(id, rule === 'repeated' ? FACT : MEANING) || newParts.has(id));

  /** The parts of a whole as they stand: neither rejected, nor made a part of another, nor something else. */
  const sum = (whole: Figure, parts: Figures): Equation | null => {
    const all = standing(whole);
    if (!all) return null;
    const isSame = alike(whole, all, MEANING);
    const kept = parts.flatMap((part): Figure[] => {
      const now = standing(part);
      const isOne = now && (alike(part, now, ['partOf']) || now.partOf === all.id);
      return isOne && ((isSame && alike(part, now, MEANING)) || alike(now, all, MEANING)) ? [now] : [];
    });
    const joined = (newParts.get(all.id) ?? []).flatMap(({ now }) =>
      now && !kept.includes(now) && joins(now, all, parts) ? [now] : [],
    );
    return sumNow(all, [...kept, ...joined]);
  };
  const sumNow = (whole: Figure, parts: Figures): Equation | null => {
    if (parts.length < 2) return null;
    const equation = sumOf(paper.quote, [whole, ...parts]);
    if (parts.length <= MOST_NAMED) return equation;
    return { ...equation, says: `${parts.length} số cộng lại bằng ${paper.quote(whole)}` };
  };

  const others = (reading: Reading, extracted: Figures, fields: readonly (keyof Figure)[]): Equation | null => {
    const now = extracted.map(standing);
    const still = now.every(
      (figure, i): figure is Figure => figure !== null && alike(figure, extracted[i] as Figure, fields),
    );
    return still ? reading(paper.quote, now as never) : null;
  };

  const again = (check: Check): Check | null => {
    const extracted = check.figures.flatMap((id) => byId.get(id)?.extracted ?? []);
    if (extracted.length < check.figures.length) return null;
    const reading = readingOf(check, extracted, paper);
    if (!reading) return null;
    const [first, ...rest] = extracted as [Figure, ...Figure[]];
    const equation =
      reading === sumOf ? sum(first, rest) : others(reading, extracted, check.rule === 'repeated' ? FACT : MEANING);
    return equation && judge(paper, { ...equation, said: true }, report.recognised);
  };

  /** A whole that was no sum before, of which people changed something. */
  const newSum = (id: string): Check | null => {
    const all = byId.get(id)?.now;
    if (!all) return null;
    const parts = (partsOf.get(id) ?? []).filter((part) => alike(part, all, MEANING));
    const equation = sumNow(all, parts);
    return equation && judge(paper, equation, report.recognised);
  };

  const judged = report.checks.map((check) => (stays(check) ? check : again(check)));
  const summed = new Set(report.checks.filter(({ rule }) => rule === 'breakdown').map(({ figures }) => figures[0]));
  const changed = report.figures.filter((one) => isChanged(idOf(one), MEANING));
  const wholes = new Set(changed.flatMap((one) => [idOf(one), one.extracted?.partOf, one.now?.partOf]));
  const added = [...wholes].map((id) => (typeof id === 'string' && !summed.has(id) ? newSum(id) : null));
  return [...judged, ...added].filter((check) => check !== null);
}
