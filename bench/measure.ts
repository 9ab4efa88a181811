/** Median time of one call in milliseconds, by name. */
export type Medians = Record<string, number>;

/**
 * Times rivals in turns, round by round, so that whatever slows the machine slows them all: the ratios hold where the
 * times do not. One round warms up and is not counted.
 */
export async function inTurns(rivals: Record<string, () => unknown>, rounds = 7): Promise<Medians> {
  const times = new Map(Object.keys(rivals).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, call] of Object.entries(rivals)) {
      const start = performance.now();
      await call();
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return Object.fromEntries([...times].map(([name, list]) => [name, median(list)]));
}

const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

/** Rows of text as a table: the first column to the left, the others to the right. */
export function printTable(title: string, rows: string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  process.stdout.write(`\n${title}\n${rows.map(line).join('\n')}\n`);
}
