import { keepPreviousData, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Batch } from '../../../src/model/batch.ts';
import { DropZone } from '../documents/dropzone.tsx';
import { formatMoment, formatNumber } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Link } from '../router.tsx';
import { batchAddress, listBatches } from './api.ts';
import { Bar, FILE_STATES } from './bar.tsx';
import { client } from './live.ts';
import { duration, measure, rounded } from './measure.ts';
import { Opening } from './opening.tsx';
import { type Folder, folderOfFiles } from './sending/walk.ts';
import { useBatchWords } from './words.ts';

const POLL_MS = 3000;
const POLL_QUIET_MS = 15_000;
const goesOn = ({ state }: Batch) => state === 'open';

function Row({ batch }: { batch: Batch }) {
  const t = useBatchWords();
  const { perMinute, left, took } = measure(batch);
  return (
    <tr data-batch={batch.id} data-state={batch.state}>
      <th scope="row">
        <Link href={batchAddress(batch.id)}>{batch.name}</Link>
        {batch.kind === 'extraction' && <span className="second">{t.kindExtraction}</span>}
      </th>
      <td data-label={t.started}>
        <time dateTime={batch.created}>{formatMoment(batch.created)}</time>
      </td>
      <td className="far">
        <Bar counts={batch} />
        <span className="numbers">
          <span>
            {formatNumber(batch.found)} {t.found}
          </span>
          {FILE_STATES.filter((state) => batch[state] > 0).map((state) => (
            <span key={state} data-state={state}>
              {formatNumber(batch[state])} {t.fileState[state]}
            </span>
          ))}
        </span>
      </td>
      <td data-label={t.stateHeading}>
        <span className="status batch-state" data-state={batch.state}>
          {t.state[batch.state]}
        </span>
      </td>
      <td className="numeric" data-label={t.speed}>
        {perMinute !== null && t.perMinute(formatNumber(rounded(perMinute)))}
      </td>
      <td className="numeric">
        {left !== null && `${t.timeLeft.toLowerCase()} ${duration(left, t)}`}
        {took !== null && `${t.took.toLowerCase()} ${duration(took, t)}`}
      </td>
    </tr>
  );
}

function Batches() {
  const t = useBatchWords();
  const { t: common, language } = useLanguage();
  const [trail, setTrail] = useState<(string | null)[]>([null]);
  const cursor = trail.at(-1) ?? null;
  const [folder, setFolder] = useState<Folder | null>(null);
  const { data, error } = useQuery({
    queryKey: ['batches', cursor, language],
    queryFn: ({ signal }) => listBatches(cursor, language, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(goesOn) ? POLL_MS : POLL_QUIET_MS),
  });
  useEffect(() => {
    document.title = `${t.batches} – ansinh`;
  }, [t]);

  return (
    <main id="content" className="documents-page">
      <h1 className="hidden">{t.batches}</h1>
      <DropZone
        onFiles={(files) => setFolder(folderOfFiles(files, common.looseFiles(formatNumber(files.length))))}
        onFolder={setFolder}
      />
      {folder && <Opening folder={folder} onEnd={() => setFolder(null)} />}
      {error && (
        <p className="problem" role="alert">
          {t.listFailed}
        </p>
      )}
      {!data && !error && <p className="loading">{common.loading}</p>}
      {data?.items.length === 0 && (
        <section className="empty">
          <h2>{t.noBatches}</h2>
          <p>{t.noBatchesHint}</p>
        </section>
      )}
      {data && data.items.length > 0 && (
        <table className="documents batches">
          <caption className="hidden">{t.batches}</caption>
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.started}</th>
              <th scope="col">{t.howFar}</th>
              <th scope="col">{t.stateHeading}</th>
              <th scope="col" className="numeric">
                {t.speed}
              </th>
              <th scope="col" className="numeric">
                {t.timeHeading}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((batch) => (
              <Row key={batch.id} batch={batch} />
            ))}
          </tbody>
        </table>
      )}
      {(trail.length > 1 || data?.next) && (
        <nav className="pager" aria-label={common.pagination}>
          <button type="button" disabled={trail.length === 1} onClick={() => setTrail(trail.slice(0, -1))}>
            ← {common.previousPage}
          </button>
          <button type="button" disabled={!data?.next} onClick={() => data?.next && setTrail([...trail, data.next])}>
            {common.nextPage} →
          </button>
        </nav>
      )}
    </main>
  );
}

export const BatchesPage = () => (
  <QueryClientProvider client={client}>
    <Batches />
  </QueryClientProvider>
);
