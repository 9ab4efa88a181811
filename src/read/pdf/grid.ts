/** Ruled tables: straight lines → a grid → cells, merged cells with their spans. */
import type { Rule } from './glyphs.ts';

export type GridCell = {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
};
export type Grid = {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  columns: number[];
  rows: number;
  cells: GridCell[];
};

/** Lines this close, in points, are one; ends this near a line touch it. */
const TOLERANCE = 3;

/** The tables drawn with `rules`: at least two rows and two columns each. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const horizontal = rules.filter((rule) => rule.x2 - rule.x1 > rule.y2 - rule.y1);
  const vertical = rules.filter((rule) => rule.x2 - rule.x1 <= rule.y2 - rule.y1);
  return connected(horizontal, vertical).flatMap(({ across, down }) => grid(across, down));
}

type Net = { across: Rule[]; down: Rule[] };

/** Lines that cross or touch, directly or through others, make one net. */
function connected(horizontal: readonly Rule[], vertical: readonly Rule[]): Net[] {
  const parent = new Map<Rule, Rule>();
  const root = (rule: Rule): Rule => {
    let top = rule;
    for (let next = parent.get(top); next; next = parent.get(top)) top = next;
    return top;
  };
  for (const across of horizontal) {
    for (const down of vertical) {
      if (touch(across, down) && root(across) !== root(down)) parent.set(root(across), root(down));
    }
  }
  const nets = new Map<Rule, Net>();
  const net = (rule: Rule): Net => {
    const found = nets.get(root(rule)) ?? { across: [], down: [] };
    nets.set(root(rule), found);
    return found;
  };
  for (const across of horizontal) net(across).across.push(across);
  for (const down of vertical) net(down).down.push(down);
  return [...nets.values()];
}

const touch = (across: Rule, down: Rule): boolean =>
  down.x1 >= across.x1 - TOLERANCE &&
  down.x1 <= across.x2 + TOLERANCE &&
  across.y1 >= down.y1 - TOLERANCE &&
  across.y1 <= down.y2 + TOLERANCE;

/** Positions along one axis, near ones made one. */
function positions(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (found.length === 0 || value - (found.at(-1) as number) > TOLERANCE) found.push(value);
  }
  return found;
}

function grid(across: readonly Rule[], down: readonly Rule[]): Grid[] {
  const xs = positions(down.map((rule) => rule.x1));
  const ys = positions(across.map((rule) => rule.y1));
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 2 || rows < 2 || columns * rows > 50_000) return [];
  const x = (i: number): number => xs[i] as number;
  const y = (i: number): number => ys[i] as number;
  const downAt = xs.map((at) => down.filter((rule) => near(rule.x1, at)));
  const acrossAt = ys.map((at) => across.filter((rule) => near(rule.y1, at)));
  const wall = (column: number, row: number): boolean =>
    downAt[column]?.some((rule) => rule.y1 <= middle(ys, row) && rule.y2 >= middle(ys, row)) ?? false;
  const floor = (column: number, row: number): boolean =>
    acrossAt[row]?.some((rule) => rule.x1 <= middle(xs, column) && rule.x2 >= middle(xs, column)) ?? false;
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let right = column + 1;
      while (right < columns && !wall(right, row) && !taken.has(row * columns + right)) right++;
      let bottom = row + 1;
      while (bottom < rows && !floor(column, bottom)) bottom++;
      for (let r = row; r < bottom; r++) for (let c = column; c < right; c++) taken.add(r * columns + c);
      cells.push({
        x1: x(column),
        y1: y(row),
        x2: x(right),
        y2: y(bottom),
        row,
        column,
        rowSpan: bottom - row,
        colSpan: right - column,
      });
    }
  }
  return [{ x1: x(0), y1: y(0), x2: x(columns), y2: y(rows), columns: xs, rows, cells }];
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE;
const middle = (edges: readonly number[], i: number): number => ((edges[i] as number) + (edges[i + 1] as number)) / 2;
