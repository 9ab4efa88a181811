/** How the cells of a table's row stand ([MS-DOC] 2.6.3), from the modifiers of the mark that ends the row. */
import { type Prl, SPRM } from './sprm.ts';

export type RowMarks = { cells: { right: number; left: boolean; up: boolean }[]; header: boolean };

/** Flags of the merges of a cell as the file has them (2.9.317, TCGRF). */
type Cell = { width: number; horizontal: number; vertical: number };

export const MOST_CELLS = 63;
const CELL = 20;
const [FIRST, MERGED] = [1, 2];
/** Of the vertical flags, this alone goes on the cell above; with the other it begins a merge. */
const CONTINUED = 1;

export function rowMarks(prls: readonly Prl[]): RowMarks {
  let [cells, left, header]: [Cell[], number, boolean] = [[], 0, false];
  for (const { sprm, operand } of prls) {
    const [first = 0, second = 0] = operand;
    if (sprm === SPRM.tDefine) [cells, left] = defined(operand);
    else if (sprm === SPRM.tHeader) header = first !== 0;
    else if (sprm === SPRM.tVerticalMerge) for (const cell of cells.slice(first, first + 1)) cell.vertical = second;
    else if (sprm === SPRM.tMerge) merge(cells.slice(first, second));
    else if (sprm === SPRM.tSplit) for (const cell of cells.slice(first, second)) cell.horizontal = 0;
    else if (sprm === SPRM.tDelete) cells.splice(first, Math.max(0, second - first));
    else if (sprm === SPRM.tInsert) cells = inserted(cells, first, second, operand.readUInt16LE(2));
    else if (sprm === SPRM.tWidth) for (const cell of cells.slice(first, second)) cell.width = operand.readUInt16LE(2);
  }
  const goesOn = horizontallyMerged(cells);
  let right = left;
  const marks = cells.map(({ width, vertical }, i) => {
    right += width;
    return { right, left: goesOn[i] === true, up: vertical === CONTINUED };
  });
  return { cells: marks, header };
}

function merge(cells: Cell[]): void {
  for (const [i, cell] of cells.entries()) cell.horizontal = i === 0 ? FIRST : MERGED;
}

/** The row as it was defined: the edges of its cells, then what is known of each cell; and its left edge. */
function defined(operand: Buffer): [cells: Cell[], left: number] {
  const count = Math.min(operand[0] ?? 0, MOST_CELLS);
  const edge = (i: number): number => operand.readInt16LE(1 + 2 * i);
  if (operand.length < 3 + 2 * count) return [[], 0];
  const cells = Array.from({ length: count }, (_, i) => {
    const at = 3 + 2 * count + CELL * i;
    const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
    return { width: Math.max(0, edge(i + 1) - edge(i)), horizontal: flags & 3, vertical: (flags >> 5) & 3 };
  });
  return [cells, edge(0)];
}

function inserted(cells: readonly Cell[], at: number, count: number, width: number): Cell[] {
  const added = Array.from({ length: count }, () => ({ width, horizontal: 0, vertical: 0 }));
  return [...cells.slice(0, at), ...added, ...cells.slice(at)].slice(0, MOST_CELLS);
}

/**
 * Whether each cell goes on the one to its left. Word and the specification disagree on which flag begins a merge, but
 * every merge begins with its first cell.
 */
function horizontallyMerged(cells: readonly Cell[]): boolean[] {
  let beginning: number | null = null;
  return cells.map(({ horizontal }) => {
    if (horizontal === 0) beginning = null;
    else if (beginning === null) beginning = horizontal;
    else return horizontal !== beginning;
    return false;
  });
}
