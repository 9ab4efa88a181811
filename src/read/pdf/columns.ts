/** Columns of a table without rules, and what stands in them. */
import type { Word } from './lines.ts';

/** Words with no gap between them that parts cells. */
export type Segment = { words: Word[]; text: string; left: number; right: number; y: number; size: number };
/** What the segments of a column cover. */
export type Extent = { left: number; right: number };

/** The column that a segment stands in: the one it covers most of, else the nearest. */
export function columnAt(columns: readonly Extent[], segment: Extent): number {
  let best = { column: 0, overlap: Number.NEGATIVE_INFINITY };
  columns.forEach(({ left, right }, column) => {
    const overlap = Math.min(right, segment.right) - Math.max(left, segment.left);
    if (overlap > best.overlap) best = { column, overlap };
  });
  return best.column;
}
