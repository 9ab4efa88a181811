import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DiskFile, Stamp } from './found.ts';

/** A file that was changed less than this ago may still be written; in milliseconds. */
export const YOUNG = 2_000;
/** How long a file may go on being written before it is passed over, in milliseconds. */
const PATIENCE = 30_000;
const LOOK = 500;

/** Whether a file was left alone for a moment; a time in the future says nothing, so it is watched. */
export const isSettled = ({ modified }: Stamp, now: number): boolean => modified + YOUNG <= now;

export const isSame = (a: Stamp, b: Stamp): boolean => a.bytes === b.bytes && a.modified === b.modified;

export const stampOf = async ({ location }: Pick<DiskFile, 'location'>): Promise<Stamp> => {
  const { size, mtimeMs } = await stat(location);
  return { bytes: size, modified: mtimeMs };
};

/** How a young file ended: left alone, still being written, or gone. */
export type Settled =
  | { file: DiskFile; state: 'settled' | 'changing' }
  | { file: DiskFile; state: 'failed'; error: unknown };

/**
 * Watches young files together until each has been the same for YOUNG milliseconds; gives each as it settles. Those that
 * go on changing past the patience are `changing`.
 */
export async function* settle(young: readonly DiskFile[], signal: AbortSignal): AsyncGenerator<Settled> {
  const deadline = Date.now() + PATIENCE;
  let waiting = young.map((file) => ({ file, since: Date.now() }));
  while (waiting.length > 0 && !signal.aborted) {
    await sleep(LOOK, undefined, { signal }).catch(() => undefined);
    const still: typeof waiting = [];
    for (const one of waiting) {
      const now = Date.now();
      const stamp = await stampOf(one.file).catch((error: unknown) => ({ error }));
      if ('error' in stamp) yield { file: one.file, state: 'failed', error: stamp.error };
      else if (!isSame(stamp, one.file)) still.push({ file: { ...one.file, ...stamp }, since: now });
      else if (now - one.since >= YOUNG || isSettled(stamp, now)) yield { file: one.file, state: 'settled' };
      else still.push(one);
    }
    if (Date.now() > deadline) for (const { file } of still.splice(0)) yield { file, state: 'changing' };
    waiting = still;
  }
}
