/** Fields ([MS-DOC] 2.8.25): an instruction, and the result that is shown, between three characters of their own. */
const [BEGIN, SEPARATOR, END] = ['\u0013', '\u0014', '\u0015'];
const CELL = '\u0007';

/** Stretches of text that are fields' instructions, in order; they do not overlap. */
export class Instructions {
  readonly #ranges: [start: number, end: number][] = [];

  constructor(text: string) {
    const ends = instructionEnds(text);
    let [covered, cell] = [0, -1];
    for (const [start, end] of [...ends].sort(([a], [b]) => a - b)) {
      while (cell < start) cell = indexFrom(text, CELL, cell + 1);
      // No instruction reaches over a cell of a table: such a field is broken.
      if (start < covered || cell < end) continue;
      this.#ranges.push([start, end]);
      covered = end;
    }
  }

  /** The instruction that holds `position`, or the first after it. */
  at(position: number): { start: number; end: number } | null {
    let [low, high] = [0, this.#ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ranges[middle] as [number, number])[1] <= position) low = middle + 1;
      else high = middle;
    }
    const range = this.#ranges[low];
    return range ? { start: range[0], end: range[1] } : null;
  }
}

function indexFrom(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}

/** Where the instruction ends that begins at each position; of a field with no end none is known. */
function instructionEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { start: number; separator: number | null }[] = [];
  for (const { 0: mark, index } of text.matchAll(/[\u0013-\u0015]/g)) {
    const field = open.at(-1);
    if (mark === BEGIN) open.push({ start: index, separator: null });
    else if (mark === SEPARATOR && field) field.separator ??= index + 1;
    else if (mark === END && field) {
      open.pop();
      ends.set(field.start, field.separator ?? index + 1);
    }
  }
  return ends;
}
