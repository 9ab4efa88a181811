import type { Batch } from '../../../src/model/batch.ts';
import { useSession } from '../account/session.tsx';
import { formatNumber } from '../format.ts';
import { useActing } from './act.ts';
import { showFiles } from './files.tsx';
import { useBatchWords } from './words.ts';

/** What went wrong, the most frequent first: how often, where, what it means and what to do. */
export function Errors({ batch }: { batch: Batch }) {
  const t = useBatchWords();
  const { may } = useSession();
  const { act, busy, refusal } = useActing(batch.id);
  if (batch.errors.length === 0) return null;
  return (
    <section className="batch-errors" aria-labelledby="batch-errors">
      <h2 id="batch-errors">{t.errorsOf(formatNumber(batch.failed))}</h2>
      {refusal && (
        <p className="problem" role="alert">
          {refusal}
        </p>
      )}
      <ul>
        {batch.errors.map(({ code, stage, count, message, remedy, retryable }) => (
          <li key={`${code}-${stage}`} data-code={code}>
            <strong>{t.errorFiles(formatNumber(count))}</strong>
            <p>
              <span className="problem">{message}</span> {remedy}{' '}
              <span className="second">
                {t.stage[stage]} · <code>{code}</code>
              </span>
            </p>
            <span className="buttons">
              <button type="button" aria-label={t.showFilesOf(message)} onClick={() => showFiles(batch.id, code)}>
                {t.showFiles}
              </button>
              {retryable && may('uploader') && (
                <button
                  type="button"
                  disabled={busy}
                  aria-label={t.retryCodeOf(message)}
                  onClick={() => act({ action: 'retry', code })}
                >
                  {t.retryCode}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
