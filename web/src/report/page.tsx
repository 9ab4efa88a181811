import { lazy, Suspense, useEffect, useState } from 'react';
import type { DocumentView } from '../../../src/model/index.ts';
import { ApiError, extractAgain, getDocument, getRecord } from '../api.ts';
import { askDeskEarly } from '../desk/early.ts';
import { Members } from '../documents/members.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { usePolled } from '../poll.ts';
import { Link } from '../router.tsx';
import { Status } from '../ui/status.tsx';
import { ReportHeader } from './header.tsx';

function NotLoaded() {
  const { t } = useLanguage();
  return (
    <p className="problem" role="alert">
      {t.reportFailed} {t.serverUnreachable}{' '}
      <button type="button" onClick={() => location.reload()}>
        {t.retry}
      </button>
    </p>
  );
}

/** The desk comes while its report is asked for. */
const desk = () => import('../desk/desk.tsx');
export const loadDesk = () => void desk().catch(() => {});
const Desk = lazy(() =>
  desk().then(
    ({ Desk }) => ({ default: Desk }),
    () => ({ default: NotLoaded }),
  ),
);

const onTheWay = (document: DocumentView) => document.status === 'queued' || document.status === 'processing';

function Missing() {
  const { t } = useLanguage();
  return (
    <main id="content" className="notice">
      <h1>{t.reportNotFound}</h1>
      <p>{t.reportNotFoundHint}</p>
      <Link href="/">{t.backToList}</Link>
    </main>
  );
}

export function ReportPage({ id }: { id: string }) {
  const { t, language } = useLanguage();
  // When the extraction that was asked to be replaced had ended; undefined: none was.
  const [replacing, setReplacing] = useState<string | null>();
  const [refused, setRefused] = useState(false);
  const isMoving = (seen: DocumentView) => onTheWay(seen) || seen.processed === replacing;
  const {
    value: document_,
    error,
    again,
  } = usePolled(
    (signal) => getDocument(id, language, signal),
    (seen) => (isMoving(seen) || (seen.members?.pending ?? 0) > 0 ? 800 : null),
    [id, language],
  );
  // The record belongs to one extraction: `processed` tells when there is a newer one.
  // While one is on its way the last stays in view.
  const [extraction, setExtraction] = useState<string | null>(null);
  if (document_ && !onTheWay(document_)) {
    const ended = document_.status === 'failed' ? null : document_.processed;
    if (ended !== extraction) setExtraction(ended);
  }
  const record = usePolled(
    (signal) => (extraction ? getRecord(id, language, signal) : Promise.resolve(null)),
    () => null,
    [id, extraction],
  );
  const isFirst = record.value === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only before there is a desk, which then asks for itself
  useEffect(
    () => (extraction !== null && isFirst ? askDeskEarly(id, extraction, language) : undefined),
    [id, extraction],
  );
  const title = document_?.metadata?.title ?? document_?.filename ?? t.report;
  useEffect(() => {
    document.title = `${title} – ansinh`;
  }, [title]);

  if (error instanceof ApiError && error.status === 404) return <Missing />;
  const extract = async () => {
    setRefused(false);
    setReplacing(document_?.processed ?? null);
    try {
      await extractAgain(id, language);
      again();
    } catch {
      setReplacing(undefined);
      setRefused(true);
    }
  };

  return (
    <main id="content" className="report">
      {document_ && (
        <ReportHeader
          document={document_}
          record={record.value}
          busy={isMoving(document_)}
          compact={!document_.members && record.value !== null}
          onExtract={() => void extract()}
        />
      )}
      {refused && (
        <p className="problem" role="alert">
          {t.extractAgainFailed}
        </p>
      )}
      {(error !== null || record.error !== null) && (
        <p className="problem" role="alert">
          {t.reportFailed} {t.serverUnreachable}
        </p>
      )}
      {document_ && onTheWay(document_) && !record.value && (
        <section className="notice" aria-live="polite">
          <h2>{t.waitingTitle}</h2>
          <p>{document_.progress ? t.waitingForScan : t.waitingHint}</p>
          <p aria-live="off">
            <Status status={document_.status} progress={document_.progress} />
          </p>
        </section>
      )}
      {document_?.error && (
        <section className="notice" role="alert">
          <h2>{document_.error.message}</h2>
          <p>{document_.error.remedy}</p>
        </section>
      )}
      {document_?.members ? (
        <Members archive={document_} />
      ) : document_ && record.value ? (
        <Suspense fallback={<p className="loading">{t.loading}</p>}>
          <Desk document={document_} record={record.value} />
        </Suspense>
      ) : (
        error === null && (!document_ || extraction) && <p className="loading">{t.loading}</p>
      )}
    </main>
  );
}
