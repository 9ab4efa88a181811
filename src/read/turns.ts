import { availableParallelism } from 'node:os';

/** Runs work as soon as fewer than `atOnce` others run; first come, first served. */
export function turnsOf(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

/** More readers than processors only make each other slow, and their memory adds up. */
export const takeTurns = turnsOf(Math.max(2, availableParallelism()));
