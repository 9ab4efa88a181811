/** The headings over the columns of a table without rules: which stand over one column, which over several. */
import { columnAt, type Extent, type Segment } from './columns.ts';

type HeadCell = { lines: Segment[]; colSpan: number; rowSpan: number };
export type Head = { rows: HeadCell[][]; columns: Extent[] };

/** A heading of one or more lines. */
type Block = Extent & { lines: Segment[]; top: number; bottom: number; size: number };

/** In parts of the letter size: the distance of lines within a heading, and how far off what stands beside it may be. */
const LEADING = 1.5;
const LEVEL = 0.75;

const overlaps = (a: Extent, b: Extent): boolean => a.left < b.right && b.left < a.right;
const middle = ({ top, bottom }: Block): number => (top + bottom) / 2;
const centre = ({ left, right }: Extent): number => (left + right) / 2;

/** The headings as rows of cells with their spans; a column of which only the heading has text is added. */
export function headOf(lines: readonly (readonly Segment[])[], body: readonly Extent[]): Head {
  const blocks = blocksOf(lines.flat());
  const columns = withHeaded(body, blocks);
  if (blocks.length === 0) return { rows: [], columns };
  const leaves = leavesOf(blocks, columns);
  const levels = levelsOf(blocks.filter((block) => !leaves.includes(block)));
  const reach = columns.map(({ left, right }, c) => {
    const leaf = leaves[c];
    return leaf ? { left: Math.min(left, leaf.left), right: Math.max(right, leaf.right) } : { left, right };
  });
  const covers = levels.map((level) => spansOf(level, reach, leaves));
  const depth = levels.length + 1;
  const rows: HeadCell[][] = Array.from({ length: depth }, () => []);
  const begin = columns.map((_, c) => covers.findLastIndex((spans) => spans.some((span) => within(span, c))) + 1);
  for (let r = 0; r < depth; r++) {
    for (let c = 0; c < columns.length; c++) {
      const span = covers[r]?.find((each) => within(each, c));
      if (span) {
        if (span.from === c) rows[r]?.push({ lines: span.block.lines, colSpan: span.to - span.from, rowSpan: 1 });
      } else if (begin[c] === r) rows[r]?.push({ lines: leaves[c]?.lines ?? [], colSpan: 1, rowSpan: depth - r });
      else if (r < (begin[c] as number)) rows[r]?.push({ lines: [], colSpan: 1, rowSpan: 1 });
    }
  }
  return { rows, columns };
}

function blocksOf(segments: readonly Segment[]): Block[] {
  const blocks: Block[] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const { left, right, y, size } = segment;
    const host = blocks.find(
      (block) => overlaps(block, segment) && y > block.bottom + 1 && y - block.bottom <= LEADING * size,
    );
    if (host) {
      host.lines.push(segment);
      Object.assign(host, { left: Math.min(host.left, left), right: Math.max(host.right, right), bottom: y });
    } else blocks.push({ lines: [segment], left, right, top: y, bottom: y, size });
  }
  return blocks;
}

/** Columns that are blank below their heading. */
function withHeaded(columns: readonly Extent[], blocks: readonly Block[]): Extent[] {
  const [first, last] = [columns[0] as Extent, columns.at(-1) as Extent];
  const outside = blocks.filter(
    (block) => block.left > last.right + block.size || block.right < first.left - block.size,
  );
  const lowest = outside.filter((block) => !outside.some((other) => other.top > block.top && overlaps(other, block)));
  return [...columns, ...lowest.map(({ left, right }) => ({ left, right }))].sort((a, b) => a.left - b.left);
}

/** The lowest heading over each column that stands over no other. */
function leavesOf(blocks: readonly Block[], columns: readonly Extent[]): (Block | undefined)[] {
  const leaves: (Block | undefined)[] = columns.map(() => undefined);
  for (const block of blocks) {
    if (columns.filter((column) => overlaps(column, block)).length > 1) continue;
    const at = columnAt(columns, block);
    if (!leaves[at] || (leaves[at] as Block).bottom < block.bottom) leaves[at] = block;
  }
  return leaves;
}

/** Headings over others, those of one height together, the highest first. */
function levelsOf(blocks: readonly Block[]): Block[][] {
  const levels: Block[][] = [];
  for (const block of [...blocks].sort((a, b) => middle(a) - middle(b))) {
    const level = levels.at(-1);
    if (level && middle(block) - middle(level.at(-1) as Block) < LEVEL * block.size) level.push(block);
    else levels.push([block]);
  }
  return levels.map((level) => level.sort((a, b) => a.left - b.left));
}

type Span = { block: Block; from: number; to: number };
const within = ({ from, to }: Span, column: number): boolean => from <= column && column < to;

/** Costs, in points: a heading that leaves out a column below it, covers one that stands beside it, or one alone. */
const [LEFT_OUT, BESIDE, UNSURE, ALONE, OFF] = [1000, 40, 8, 30, 500];

/**
 * The columns that the headings of one level stand over: headings are centred over what they cover, so of all ways to
 * part the columns the one where they are nearest to the centres.
 */
function spansOf(level: readonly Block[], columns: readonly Extent[], leaves: readonly (Block | undefined)[]): Span[] {
  const height = Math.max(...level.map(middle));
  const lowest = Math.max(height + 1, ...leaves.flatMap((leaf) => (leaf ? middle(leaf) : [])));
  /** How far down its column's heading stands, from this level (0) to the lowest (1). */
  const depths = leaves.map((leaf) => (leaf ? (middle(leaf) - height) / (lowest - height) : 1));
  const skip = depths.map((depth) => (depth > 0.8 ? LEFT_OUT : depth > 0.6 ? UNSURE : 0));
  const cover = depths.map((depth) => (depth > 0.6 ? 0 : BESIDE + (depth < 0.2 ? LEFT_OUT : 0)));
  const edges = [
    (columns[0] as Extent).left,
    ...columns.slice(1).map(({ left }, i) => (left + (columns[i] as Extent).right) / 2),
    (columns.at(-1) as Extent).right,
  ];
  const misfit = (block: Block, from: number, to: number): number => {
    const whole = { left: edges[from] as number, right: edges[to] as number };
    const off = block.left < whole.left - block.size || block.right > whole.right + block.size ? OFF : 0;
    const covered = cover.slice(from, to).reduce((sum, each) => sum + each, 0);
    return Math.abs(centre(block) - centre(whole)) + covered + off + (to - from === 1 ? ALONE : 0);
  };
  type Way = { cost: number; spans: Span[] };
  const worse: Way = { cost: Number.POSITIVE_INFINITY, spans: [] };
  // best[b]: the cheapest way to place the first b headings over the columns so far.
  const ways: Way[][] = [[{ cost: 0, spans: [] }, ...level.map(() => worse)]];
  for (let to = 1; to <= columns.length; to++) {
    const now = (ways[to - 1] as Way[]).map(({ cost, spans }) => ({ cost: cost + (skip[to - 1] as number), spans }));
    level.forEach((block, b) => {
      for (let from = 0; from < to; from++) {
        const before = (ways[from] as Way[])[b] as Way;
        const cost = before.cost + misfit(block, from, to);
        if (cost < (now[b + 1] as Way).cost) now[b + 1] = { cost, spans: [...before.spans, { block, from, to }] };
      }
    });
    ways.push(now);
  }
  return (ways.at(-1) as Way[]).at(-1)?.spans ?? [];
}
