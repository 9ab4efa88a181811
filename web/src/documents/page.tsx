import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentStatus, DocumentView } from '../../../src/model/index.ts';
import { listDocuments } from '../api.ts';
import { type Folder, folderOfFiles } from '../batches/sending/walk.ts';
import { formatNumber } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { usePolled } from '../poll.ts';
import { navigate, useSearch } from '../router.tsx';
import { DropZone } from './dropzone.tsx';
import { DocumentList } from './list.tsx';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './uploads.ts';

/** A folder becomes a batch, by code that single files do not need. */
const Opening = lazy(() => import('../batches/opening.tsx').then(({ Opening }) => ({ default: Opening })));
/** More files than this are followed as a batch, too. */
const MANY = 20;

const STATUSES: DocumentStatus[] = ['queued', 'processing', 'extracted', 'reviewed', 'failed'];
const onTheWay = ({ status }: DocumentView) => status === 'queued' || status === 'processing';
/** Quick while something moves; slow otherwise, since others may upload too. */
const pause = ({ items }: { items: DocumentView[] }) => (items.some(onTheWay) ? 800 : 8000);

/** Says every change of status once, for people who do not see the list. */
function useAnnouncement(documents: DocumentView[] | undefined): string {
  const { t } = useLanguage();
  const known = useRef(new Map<string, DocumentStatus>());
  const [said, setSaid] = useState('');
  useEffect(() => {
    const news: string[] = [];
    for (const { id, filename, status } of documents ?? []) {
      const before = known.current.get(id);
      if (before && before !== status) news.push(t.statusChanged(filename, t.status[status]));
      known.current.set(id, status);
    }
    if (news.length > 0) setSaid(news.join('. '));
  }, [documents, t]);
  return said;
}

export function DocumentsPage() {
  const { t, language } = useLanguage();
  const search = useSearch();
  const asked = new URLSearchParams(search).get('status');
  const status = STATUSES.find((one) => one === asked) ?? null;
  // The cursors of the pages before this one, the first being null: the server only knows the way forward.
  const [trail, setTrail] = useState<(string | null)[]>([null]);
  const cursor = trail.at(-1) ?? null;

  const { value, error, again } = usePolled((signal) => listDocuments({ status, cursor }, language, signal), pause, [
    status,
    cursor,
    language,
  ]);
  const latest = useRef(again);
  latest.current = again;
  const refresh = useCallback(() => latest.current(), []);
  const { uploads, add, retry, clear } = useUploads(refresh);
  const [folder, setFolder] = useState<Folder | null>(null);
  const take = (files: File[]) => {
    if (files.length <= MANY) add(files);
    else setFolder(folderOfFiles(files, t.looseFiles(formatNumber(files.length))));
  };
  const announcement = useAnnouncement(value?.items);

  useEffect(() => {
    document.title = `${t.documents} – ansinh`;
  }, [t]);

  const filter = (next: DocumentStatus | null) => {
    setTrail([null]);
    navigate(next ? `/?status=${next}` : '/');
  };
  const empty = value?.items.length === 0 && cursor === null;

  return (
    <main id="content" className="documents-page">
      <h1 className="hidden">{t.documents}</h1>
      <DropZone onFiles={take} onFolder={setFolder} />
      {folder && (
        <Suspense fallback={null}>
          <Opening folder={folder} onEnd={() => setFolder(null)} />
        </Suspense>
      )}
      <UploadList uploads={uploads} onRetry={retry} onClear={clear} />
      <p className="hidden" role="status">
        {announcement}
      </p>

      {!(empty && !status) && (
        <nav className="filters" aria-label={t.filterByStatus}>
          {[null, ...STATUSES].map((one) => (
            <button key={one ?? 'all'} type="button" aria-pressed={status === one} onClick={() => filter(one)}>
              {one ? t.status[one] : t.allStatuses}
            </button>
          ))}
        </nav>
      )}

      {error !== null && (
        <p className="problem" role="alert">
          {t.listFailed} {t.serverUnreachable}{' '}
          <button type="button" onClick={again}>
            {t.retry}
          </button>
        </p>
      )}
      {value === null && error === null && <p className="loading">{t.loading}</p>}
      {empty && (
        <section className="empty">
          {status ? (
            <p>{t.emptyFiltered}</p>
          ) : (
            <>
              <h2>{t.emptyTitle}</h2>
              <p>{t.emptyHint}</p>
            </>
          )}
        </section>
      )}
      {value && value.items.length > 0 && <DocumentList documents={value.items} />}

      {(trail.length > 1 || value?.next) && (
        <nav className="pager" aria-label={t.pagination}>
          <button type="button" disabled={trail.length === 1} onClick={() => setTrail(trail.slice(0, -1))}>
            ← {t.previousPage}
          </button>
          <button type="button" disabled={!value?.next} onClick={() => value?.next && setTrail([...trail, value.next])}>
            {t.nextPage} →
          </button>
        </nav>
      )}
    </main>
  );
}
