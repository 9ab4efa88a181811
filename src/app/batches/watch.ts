import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch } from '../../model/index.ts';
import { same } from '../../model/same.ts';
import { isAtEnd } from './view.ts';

/** Workers are other processes: the ledger is asked this often, in milliseconds, */
const ASK_MS = 500;
/** but never for more than a twentieth of the time. */
const SHARE = 20;

/** What `ask` answers now and after each change, until the batch is at its end or `signal` aborts. */
export async function* watch(ask: () => Promise<Batch | null>, signal: AbortSignal): AsyncGenerator<Batch> {
  let shown: Batch | null = null;
  while (!signal.aborted) {
    const began = performance.now();
    const now = await ask();
    const took = performance.now() - began;
    if (!now) return;
    if (!same(now, shown)) yield now;
    if (isAtEnd(now)) return;
    shown = now;
    await sleep(Math.max(ASK_MS, took * SHARE), undefined, { signal }).catch(() => undefined);
  }
}
