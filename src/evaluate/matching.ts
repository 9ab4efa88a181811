/** A run of `size` equal elements: `a[start.a + k]` equals `b[start.b + k]`. */
export interface MatchingBlock {
  a: number;
  b: number;
  size: number;
}

interface Region {
  aStart: number;
  aEnd: number;
  bStart: number;
  bEnd: number;
}

/**
 * The blocks that two sequences share, in order: the longest one first, then the longest on either side of it
 * (Ratcliff and Obershelp 1988), as Python's `difflib.SequenceMatcher(None, a, b, autojunk=False)` finds them.
 */
export function matchingBlocks(a: readonly string[], b: readonly string[]): MatchingBlock[] {
  const positions = Map.groupBy(b.keys(), (j) => b[j] as string);
  const regions: Region[] = [{ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }];
  const blocks: MatchingBlock[] = [];
  for (let region = regions.pop(); region; region = regions.pop()) {
    const block = longestMatch(a, positions, region);
    if (block.size === 0) continue;
    blocks.push(block);
    regions.push({ ...region, aEnd: block.a, bEnd: block.b });
    regions.push({ ...region, aStart: block.a + block.size, bStart: block.b + block.size });
  }
  return blocks.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** The longest block of a region; of several, the one that starts earliest in `a`, then in `b`. */
function longestMatch(a: readonly string[], positions: Map<string, number[]>, region: Region): MatchingBlock {
  let best: MatchingBlock = { a: region.aStart, b: region.bStart, size: 0 };
  /** Length of the run that ends at a[i - 1] and b[j]. */
  let runs = new Map<number, number>();
  for (let i = region.aStart; i < region.aEnd; i++) {
    const next = new Map<number, number>();
    for (const j of positions.get(a[i] as string) ?? []) {
      if (j < region.bStart) continue;
      if (j >= region.bEnd) break;
      const size = (runs.get(j - 1) ?? 0) + 1;
      next.set(j, size);
      if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size };
    }
    runs = next;
  }
  return best;
}
