import { formatBytes, formatPercent } from '../format.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Link } from '../router.tsx';
import type { Upload } from './uploads.ts';

const SHOWN = 8;
/** Of a large drop the rows worth seeing: failures first, then what moves, then the last to arrive. */
const ORDER = { failed: 0, sending: 1, sent: 2, waiting: 3 } as const;

function sentence({ state }: Upload, t: Dictionary): string {
  if (state.step === 'waiting') return t.uploadWaiting;
  if (state.step === 'sending') return t.uploadProgress(formatPercent(state.share));
  if (state.step === 'sent') return state.duplicate ? t.uploadDuplicate : t.uploadSent;
  return state.sentence ?? (state.status === 0 ? t.uploadOffline : t.uploadRefused(state.status));
}

interface Props {
  uploads: Upload[];
  onRetry: (key: number) => void;
  onClear: () => void;
}

export function UploadList({ uploads, onRetry, onClear }: Props) {
  const { t } = useLanguage();
  if (uploads.length === 0) return null;
  const rows = uploads.toSorted((a, b) => ORDER[a.state.step] - ORDER[b.state.step]).slice(0, SHOWN);
  const done = uploads.filter(({ state }) => state.step === 'sent').length;
  const busy = uploads.some(({ state }) => state.step === 'sending' || state.step === 'waiting');
  return (
    <section className="uploads" aria-label={t.uploads}>
      <header>
        <span role="status">{t.uploadSummary(done, uploads.length)}</span>
        {!busy && (
          <button type="button" className="quiet" onClick={onClear}>
            {t.uploadClear}
          </button>
        )}
      </header>
      <ul>
        {rows.map((one) => (
          <li key={one.key} data-step={one.state.step}>
            <span className="name">
              {one.state.step === 'sent' ? (
                <Link href={`/documents/${encodeURIComponent(one.state.document)}`}>{one.file.name}</Link>
              ) : (
                one.file.name
              )}
            </span>
            <span className="size">{formatBytes(one.file.size)}</span>
            <progress
              max={1}
              value={one.state.step === 'sending' ? one.state.share : one.state.step === 'sent' ? 1 : 0}
              aria-label={one.file.name}
            />
            <span className="said">{sentence(one, t)}</span>
            {one.state.step === 'failed' && (
              <button type="button" className="quiet" onClick={() => onRetry(one.key)}>
                {t.retry}
              </button>
            )}
          </li>
        ))}
      </ul>
      {uploads.length > rows.length && <p className="more">{t.uploadMore(uploads.length - rows.length)}</p>}
    </section>
  );
}
