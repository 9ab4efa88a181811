import type { Check, Figure } from '../../model/index.ts';
import { type Equation, judge, printedOn } from '../check/equation.ts';
import { multiply, point, total } from '../check/interval.ts';
import { quotient, written } from '../check/number.ts';
import { exact, sum, times, toNumber } from '../link/exact.ts';
import { type Scene, scene } from '../link/scene.ts';
import { headingsOf } from './cells.ts';
import type { DataTable } from './data-table.ts';
import { adds, type Filled, finder, groupedByTable } from './links.ts';
import { phraseOf } from './phrase.ts';
import type { Row } from './shape.ts';
import { wholeColumnsOf, wholeRowsOf } from './structure.ts';

/** Longer sums are not judged: what explains a misfit among so many would be guessed. */
const MOST_PARTS = 400;

const named = (label: string): string => `“${label}”`;

const sumOf = (whole: Figure, parts: readonly Figure[], says: string, said: boolean): Equation => ({
  rule: 'breakdown',
  figures: [whole, ...parts],
  sides: ([all = point(0), ...rest]) => [all, total(rest)],
  stated: whole,
  expected: ([, ...rest]) => toNumber(sum(rest)),
  says,
  said,
  hint: (expected) =>
    `Chênh lệch ${written(whole, Math.abs(expected - whole.value))}; hãy đối chiếu các dòng với bản gốc.`,
});

/** Signed numbers are no magnitudes; a zero has no place of its own and adds nothing. */
const summable = (figures: readonly (Figure | undefined)[]): Figure[] =>
  figures.filter((f): f is Figure => f !== undefined && adds(f) && f.value !== 0);

/** Each column's rows make its total row, and sub-rows the row they stand under. */
const columnSums = (table: DataTable, own: readonly Filled[]): Equation[] => {
  const find = finder(own);
  const rowsOver = wholeRowsOf(table);
  const columns = [...new Set(own.map(({ cell }) => cell.column))];
  return columns.flatMap((column) => {
    const name = phraseOf(headingsOf(table, column), []);
    const filledOver = (row: Row): Row | undefined => rowsOver(row).find((each) => find(each.at, column));
    const parts = Map.groupBy(table.shape.rows, filledOver);
    return [...parts].flatMap(([whole, rows]) => {
      const stated = whole && find(whole.at, column);
      return stated
        ? columnSum(
            stated,
            rows.flatMap((row) => find(row.at, column) ?? []),
            name,
          )
        : [];
    });
  });
};

const columnSum = ({ cell, figure }: Filled, parts: readonly Filled[], name: string): Equation[] => {
  const figures = summable(parts.map((part) => part.figure)).filter(
    (f) => f.unit === figure.unit && f.role === figure.role,
  );
  const fits = figures.length >= 2 && figures.length <= MOST_PARTS && figures.every(({ value }) => value > 0);
  if (!adds(figure) || figure.value <= 0 || !fits) return [];
  const total = cell.row.role === 'total';
  const said = total && !parts.some((part) => part.cell.row.among);
  const whole = total ? 'dòng tổng' : `dòng ${named(cell.row.label)}`;
  const says = `cột ${named(name || cell.phrase)}: ${figures.length} dòng cộng lại bằng ${whole} ${written(figure, figure.value)}`;
  return [sumOf(figure, figures, says, said)];
};

/** A share of rows that must bear a relation out before the others count as slips. */
const BORNE_OUT = 0.6;

const holdsMostly = (results: readonly boolean[]): boolean => {
  const held = results.filter(Boolean).length;
  return held >= 2 && held >= results.length * BORNE_OUT;
};

/** The columns beside "Tổng số" make it, where most rows bear that out. */
const rowSums = (table: DataTable, own: readonly Filled[]): Equation[] => {
  const find = finder(own);
  const columns = [...new Set(own.map(({ cell }) => cell.column))];
  const columnOver = wholeColumnsOf(table);
  const wholes = Map.groupBy(columns, (column) => columnOver(column)?.column ?? -1);
  wholes.delete(-1);
  return [...wholes].flatMap(([whole, parts]) => {
    const equations = table.shape.rows.flatMap((row) => {
      const stated = find(row.at, whole)?.figure;
      const figures = summable(parts.map((column) => find(row.at, column)?.figure)).filter(
        (f) => f.unit === stated?.unit,
      );
      if (!stated || !adds(stated) || stated.value <= 0 || figures.length < 2 || figures.some(({ value }) => value < 0))
        return [];
      const says = `dòng ${named(row.label)}: ${figures.map((f) => written(f, f.value)).join(' + ')} = ${written(stated, stated.value)}`;
      return [sumOf(stated, figures, says, true)];
    });
    const fit = ({ figures: [all, ...rest] }: Equation) =>
      Math.abs(rest.reduce((added, f) => added + f.value, 0) - (all?.value ?? 0)) <= 1e-6 * Math.abs(all?.value ?? 0);
    return holdsMostly(equations.map(fit)) ? equations : [];
  });
};

/** Lines of a table, columns or rows, each a list of the figures along it. */
type Line = (Figure | undefined)[];

/** How many counted lines are tried as part and whole of a rate. */
const MOST_LINES = 24;

const rateOf = (part: Figure, whole: Figure, rate: Figure): Equation => ({
  rule: rate.role === 'achievement' ? 'achievement' : 'rate',
  figures: [part, whole, rate],
  sides: ([p = point(0), w = point(0), r = point(0)]) => [multiply(p, point(100)), multiply(r, w)],
  stated: rate,
  expected: ([p = exact(0), w = exact(1)], place) => quotient(times(p, exact(100)), w, place),
  says: `${part.label}: ${written(part, part.value)} trên ${written(whole, whole.value)} là ${written(rate, rate.value)}`,
  said: true,
});

const decimals = (text: string): number =>
  /,(\d+)\D*$/.exec(text)?.[1]?.length ?? /\.(\d{1,2})\D*$/.exec(text)?.[1]?.length ?? 0;

/** For each line of percentages the two lines whose quotient it is, where most of its figures bear that out. */
const rates = (s: Scene, lines: readonly Line[]): Equation[] => {
  const counted = lines.filter((line) => line.some((f) => f && adds(f))).slice(0, MOST_LINES);
  return lines.flatMap((line) => {
    if (!line.some((f) => f?.kind === 'percentage')) return [];
    let best: { held: number; equations: Equation[] } = { held: 0, equations: [] };
    for (const part of counted)
      for (const whole of counted) {
        if (part === whole) continue;
        const results: boolean[] = [];
        const equations = line.flatMap((rate, i) => {
          const [p, w] = [part[i], whole[i]];
          if (rate?.kind !== 'percentage' || rate.role === 'change' || !(rate.value > 0) || !p || !w) return [];
          if (!adds(p) || !adds(w) || p.unit !== w.unit || !(p.value > 0) || !(w.value > 0)) return [];
          const half = 0.5 * 10 ** -decimals(s.text.slice(rate.span.start, rate.span.end));
          results.push(Math.abs((100 * p.value) / w.value - rate.value) <= half * 1.001);
          return [rateOf(p, w, rate)];
        });
        const held = results.filter(Boolean).length;
        if (held > best.held && holdsMostly(results)) best = { held, equations };
      }
    return best.equations;
  });
};

const ratesOf = (s: Scene, table: DataTable, own: readonly Filled[]): Equation[] => {
  const find = finder(own);
  const columns = [...new Set(own.map(({ cell }) => cell.column))].sort((a, b) => a - b);
  const down = columns.map((column): Line => table.shape.rows.map((row) => find(row.at, column)?.figure));
  const across = table.shape.rows.map((row): Line => columns.map((column) => find(row.at, column)?.figure));
  const byColumn = rates(s, down);
  return byColumn.length > 0 || table.byPlace ? byColumn : rates(s, across);
};

/** Sums of columns and rows, and rates, of every table. */
export const tableChecks = (text: string, filled: readonly Filled[], recognised = false): Check[] => {
  const s = scene(
    text,
    filled.map(({ figure }) => figure),
  );
  const paper = printedOn(s);
  return [...groupedByTable(filled)].flatMap(([table, own]) =>
    [...columnSums(table, own), ...rowSums(table, own), ...ratesOf(s, table, own)].flatMap(
      (equation) => judge(paper, equation, recognised) ?? [],
    ),
  );
};
