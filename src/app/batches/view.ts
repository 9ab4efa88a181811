import type { Batch, BatchFile, BatchState } from '../../model/index.ts';
import type { ErrorCode, FileCount, LedgerBatch, LedgerFile } from '../ports.ts';
import type { Language } from '../service.ts';
import { errorOf } from '../view.ts';

/** The minutes that `LedgerBatch.recent` looks back. */
const RECENT = 5;

const sum = (counts: FileCount[], counted: (count: FileCount) => boolean = () => true): number =>
  counts.reduce((total, count) => (counted(count) ? total + count.count : total), 0);

const stateOf = ({ held, kind, counts }: LedgerBatch): BatchState => {
  if (held !== null) return held;
  const isDone = sum(counts, ({ state }) => state === 'pending') === 0;
  return isDone && (kind === 'extraction' || counts.length > 0) ? 'finished' : 'open';
};

const errorsOf = (counts: FileCount[], language: Language): Batch['errors'] =>
  counts
    .filter((count): count is FileCount & { code: ErrorCode } => count.code !== null)
    .map(({ code, stage, count, retryable }) => ({
      ...errorOf(code, language),
      stage: stage ?? 'upload',
      count,
      retryable,
    }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));

/** A batch as callers see it, its errors in the asked language. */
export const batchOf = (batch: LedgerBatch, language: Language): Batch => {
  const { id, name, kind, created, counts, processing, recent, settled, given } = batch;
  const of = (state: FileCount['state']) => sum(counts, (count) => count.state === state);
  return {
    id,
    name,
    kind,
    state: stateOf(batch),
    created,
    found: sum(counts),
    done: of('done'),
    duplicate: of('duplicate'),
    failed: of('failed'),
    pending: of('pending'),
    awaited: sum(counts, ({ awaited }) => awaited),
    processing,
    errors: errorsOf(counts, language),
    perMinute: recent / RECENT,
    settled,
    given,
  };
};

export const fileOf = (
  { path, state, awaited, document, stage, errorCode }: LedgerFile,
  language: Language,
): BatchFile => ({
  path,
  state,
  awaited,
  document,
  stage,
  error: errorCode && errorOf(errorCode, language),
});

/** Nothing more will happen to it unless somebody does something. */
export const isAtEnd = ({ state, pending }: Batch): boolean =>
  state === 'finished' || (state === 'cancelled' && pending === 0);
