import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch } from '../../src/model/batch.ts';
import { backfill, batchOf } from './client.ts';
import type { BatchFile } from './files.ts';
import { type Stack, until } from './stack.ts';
import { contents, orphans } from './truth.ts';

/** A back-fill under a fault. */
export interface Run {
  stack: Stack;
  files: readonly BatchFile[];
  /** Begins to send the files; the run waits until each was answered in any case. */
  begin(): void;
  /** The same, and waits for it. */
  send(options?: { concurrency?: number }): Promise<string>;
  /** A second back-fill of the same files, from a process that knows nothing of the first. */
  sendToo(): Promise<string>;
  /** How long a fault may wait for the minute's sweep; the short form helps it along. */
  patient: boolean;
}

export interface Fault {
  name: string;
  /** Default: both. */
  sizes?: readonly Stack['size'][];
  /** The sizes that it is part of the short form on. */
  short?: readonly Stack['size'][];
  files?(files: readonly BatchFile[]): readonly BatchFile[];
  disturb(run: Run): Promise<void>;
}

export interface Result {
  fault: string;
  size: Stack['size'];
  batch: Pick<Batch, 'found' | 'done' | 'duplicate' | 'failed' | 'pending'>;
  /** Records that are what an undisturbed run gives, of how many. */
  equal: number;
  of: number;
  orphans: string[];
  /** What is not as it should be; empty when the run is good. */
  wrong: string[];
  seconds: number;
}

const NOTHING = { found: 0, done: 0, duplicate: 0, failed: 0, pending: 0 };

const expected = (files: readonly BatchFile[]): Result['batch'] => ({
  ...NOTHING,
  found: files.length,
  ...Object.fromEntries(
    (['done', 'duplicate', 'failed'] as const).map((state) => [
      state,
      files.filter(({ outcome }) => outcome === state).length,
    ]),
  ),
});

const counts = ({ found, done, duplicate, failed, pending }: Batch): Result['batch'] => ({
  found,
  done,
  duplicate,
  failed,
  pending,
});

/** A worker that was killed is noticed in some fifteen seconds, a lost queue within a minute. */
const SETTLE_SECONDS = 240;
/** The ledger is done before the queue has heard of it, and a stalled job's second run is a look only. */
const CLEAN_SECONDS = 45;

/** What `look` finds at last: nothing, or what is left after the time. */
const atLast = async (look: () => Promise<string[]>, seconds: number): Promise<string[]> => {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found.length === 0 || Date.now() > deadline) return found;
    await sleep(250);
  }
};

/** Starts something of the service that sweeps, and ends it again: what a restart anywhere does. */
export const sweep = async ({ stack, patient }: Run): Promise<void> => {
  if (patient) return;
  await stack.running('api').end();
  await stack.ensure('api');
};

/** One back-fill of `files` with `fault` in it, on a stack whose ledger it empties first. */
export const runFault = async (
  stack: Stack,
  fault: Fault,
  all: readonly BatchFile[],
  undisturbed: ReadonlyMap<string, string>,
  patient: boolean,
): Promise<Result> => {
  const began = Date.now();
  const files = fault.files?.(all) ?? all;
  const wrong: string[] = [];
  let sending: Promise<string> | null = null;
  const sendToo = (options: { concurrency?: number } = {}) =>
    backfill({ url: stack.url, files, key: `${fault.name} ${began}`, ...options });
  const send: Run['send'] = (options) => {
    sending ??= sendToo(options);
    return sending;
  };
  const begin = () => void send().catch(() => undefined);
  const run: Run = { stack, files, patient, send, sendToo, begin };
  await stack.reset();
  let last: Batch | null = null;
  try {
    await stack.ensure();
    await fault.disturb(run).finally(stack.releaseAll);
    await stack.ensure();
    const id = await run.send();
    await until(
      async () => {
        last = (await batchOf(stack.url, id)) ?? last;
        return last !== null && last.pending === 0 && last.found >= files.length;
      },
      'the batch ends',
      SETTLE_SECONDS,
    );
  } catch (error) {
    wrong.push((error as Error).message);
  }
  const batch = last === null ? NOTHING : counts(last);
  const wanted = expected(files);
  for (const [state, count] of Object.entries(wanted))
    if (batch[state as keyof typeof batch] !== count)
      wrong.push(`${state} ${batch[state as keyof typeof batch]}, not ${count}`);
  const now = await contents(stack);
  const same = [...now].filter(([sha256, content]) => undisturbed.get(sha256) === content).length;
  const of = new Set(files.map(({ sha256 }) => sha256)).size;
  if (same !== of || now.size !== of) wrong.push(`${same} records equal of ${now.size}, ${of} were sent`);
  const left = await atLast(() => orphans(stack), CLEAN_SECONDS);
  wrong.push(...left);
  return {
    fault: fault.name,
    size: stack.size,
    batch,
    equal: same,
    of,
    orphans: left,
    wrong,
    seconds: Math.round((Date.now() - began) / 100) / 10,
  };
};

/** What a run without any fault makes of files. */
export const undisturbedRun = async (stack: Stack, files: readonly BatchFile[]): Promise<Map<string, string>> => {
  await stack.reset();
  await stack.ensure();
  const id = await backfill({ url: stack.url, files, key: `undisturbed ${Date.now()}` });
  await until(async () => (await batchOf(stack.url, id))?.pending === 0, 'the undisturbed batch ends', SETTLE_SECONDS);
  return contents(stack);
};
