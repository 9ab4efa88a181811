import { readFileSync } from 'node:fs';

/** Median time of one call in milliseconds, by name. */
export type Medians = Record<string, number>;

/**
 * Of one call, in milliseconds: by the clock, and of processor time, which others on the machine hardly move; that of
 * child processes counts once they have ended, where the system tells it.
 */
export type Cost = { wall: number; cpu: number };

/**
 * Times rivals in turns, round by round, so that whatever slows the machine slows them all: the ratios hold where the
 * times do not. One round warms up and is not counted.
 */
export async function costsInTurns(rivals: Record<string, () => unknown>, rounds = 7): Promise<Record<string, Cost>> {
  const times = new Map(Object.keys(rivals).map((name) => [name, [] as Cost[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, call] of Object.entries(rivals)) {
      const start = performance.now();
      const before = processorTime();
      await call();
      if (round > 0) times.get(name)?.push({ wall: performance.now() - start, cpu: processorTime() - before });
    }
  }
  const medianCost = (list: readonly Cost[]): Cost => ({
    wall: median(list.map(({ wall }) => wall)),
    cpu: median(list.map(({ cpu }) => cpu)),
  });
  return Object.fromEntries([...times].map(([name, list]) => [name, medianCost(list)]));
}

/** Linux counts in hundredths of a second (proc(5), /proc/pid/stat: cutime and cstime). */
const TICK = 10;

/** Of this process and its ended children, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1000;
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
    return own + (Number(fields[13]) + Number(fields[14])) * TICK;
  } catch {
    return own;
  }
}

/** The same by the clock alone. */
export async function inTurns(rivals: Record<string, () => unknown>, rounds = 7): Promise<Medians> {
  const costs = await costsInTurns(rivals, rounds);
  return Object.fromEntries(Object.entries(costs).map(([name, { wall }]) => [name, wall]));
}

const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

/** Rows of text as a table: the first column to the left, the others to the right. */
export function printTable(title: string, rows: string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  process.stdout.write(`\n${title}\n${rows.map(line).join('\n')}\n`);
}
