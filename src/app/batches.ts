import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch } from '../model/index.ts';
import { same } from '../model/same.ts';
import type { Context } from './context.ts';
import type { LedgerBatch } from './ports.ts';
import type { Service } from './service.ts';

/** Workers are other processes: the ledger is asked this often. */
const WATCH_MS = 500;

/** Finished: it has files and none of them is pending; a file that comes later opens it again. */
const batchOf = (batch: LedgerBatch): Batch => ({
  ...batch,
  state: batch.found > 0 && batch.pending === 0 ? 'finished' : 'open',
});

export const batches = ({ ledger }: Context): Pick<Service, 'createBatch' | 'batch' | 'watchBatch'> => {
  const batch = async (id: string): Promise<Batch | null> => {
    const found = await ledger.batch(id);
    return found && batchOf(found);
  };

  async function* watch(id: string, signal: AbortSignal): AsyncGenerator<Batch> {
    let shown: Batch | null = null;
    while (!signal.aborted) {
      const now = await batch(id);
      if (!now) return;
      if (!same(now, shown)) yield now;
      if (now.state === 'finished') return;
      shown = now;
      await sleep(WATCH_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    createBatch: async (name) => {
      const id = randomUUIDv7();
      await ledger.createBatch({ id, name });
      return batchOf((await ledger.batch(id)) as LedgerBatch);
    },
    batch,
    watchBatch: watch,
  };
};
