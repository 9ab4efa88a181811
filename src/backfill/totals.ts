import type { LocalFailure } from './failures.ts';
import { sentencesOf } from './failures.ts';
import type { Skipped } from './found.ts';
import type { LedgerBatch } from './target.ts';

export type Language = 'vi' | 'en';

/** Why files failed, and how many of it. */
export interface ErrorCount {
  code: string;
  message: string;
  remedy: string;
  count: number;
}

/** What became of everything: `found` = `done` + `duplicate` + `failed` + `pending`. */
export interface Totals {
  found: number;
  done: number;
  duplicate: number;
  failed: number;
  pending: number;
  /** Of the pending ones: their bytes have not gone out yet. */
  awaited: number;
  /** Failed ones by code, the most frequent first. */
  errors: ErrorCount[];
  /** Left out on purpose: they count in nothing else. */
  skipped: Partial<Record<Skipped, number>>;
}

export const problemOf = (
  failure: LocalFailure,
  language: Language,
): { code: string; message: string; remedy: string } => {
  if (failure.problem) return failure.problem;
  const { message, remedy } = sentencesOf(failure.code);
  return { code: failure.code, message: message[language], remedy: remedy[language] };
};

export interface Local {
  /** What never reached the ledger, by path. */
  failed: ReadonlyMap<string, LocalFailure>;
  /** What is in the ledger, awaited, and will not come. */
  unsent: ReadonlyMap<string, LocalFailure>;
  skipped: ReadonlyMap<Skipped, number>;
}

const FIELDS = ['found', 'done', 'duplicate', 'failed', 'pending', 'awaited'] as const;

/** The ledger's batches and what did not reach the ledger, added up. */
export const totalsOf = (
  batches: readonly LedgerBatch[],
  { failed, unsent, skipped }: Local,
  language: Language,
): Totals => {
  const sum = { found: 0, done: 0, duplicate: 0, failed: 0, pending: 0, awaited: 0 };
  for (const batch of batches) for (const field of FIELDS) sum[field] += batch[field];
  const errors = new Map<string, ErrorCount>();
  const count = ({ code, message, remedy }: Omit<ErrorCount, 'count'>, by: number): void => {
    const known = errors.get(code) ?? { code, message, remedy, count: 0 };
    errors.set(code, { ...known, count: known.count + by });
  };
  for (const batch of batches) for (const error of batch.errors) count(error, error.count);
  for (const failure of [...failed.values(), ...unsent.values()]) count(problemOf(failure, language), 1);
  sum.found += failed.size;
  sum.failed += failed.size + unsent.size;
  sum.pending -= unsent.size;
  sum.awaited -= unsent.size;
  return {
    ...sum,
    errors: [...errors.values()].sort((a, b) => b.count - a.count),
    skipped: Object.fromEntries(skipped),
  };
};
