import { availableParallelism } from 'node:os';

/** More readers than processors only make each other slow, and their memory adds up. */
const AT_ONCE = Math.max(2, availableParallelism());
let running = 0;
const waiting: (() => void)[] = [];

/** Runs `work` as soon as fewer than {@link AT_ONCE} others run; first come, first served. */
export async function takeTurns<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
