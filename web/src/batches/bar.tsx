import type { CSSProperties } from 'react';
import type { Batch, BatchFileState } from '../../../src/model/batch.ts';
import { formatNumber } from '../format.ts';
import { useBatchWords } from './words.ts';

export const FILE_STATES: BatchFileState[] = ['done', 'duplicate', 'failed', 'pending'];
export type Counts = Pick<Batch, BatchFileState | 'found'>;

/** One bar for the whole batch; no part that is there is too small to be seen. */
export function Bar({ counts }: { counts: Counts }) {
  const t = useBatchWords();
  const said = t.bar(
    formatNumber(counts.done),
    formatNumber(counts.duplicate),
    formatNumber(counts.failed),
    formatNumber(counts.pending),
  );
  return (
    <span className="batch-bar" role="img" aria-label={said}>
      {FILE_STATES.filter((state) => counts[state] > 0).map((state) => (
        <span key={state} data-state={state} style={{ '--files': counts[state] } as CSSProperties} />
      ))}
    </span>
  );
}
