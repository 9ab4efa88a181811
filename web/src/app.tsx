import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { Gate } from './account/gate.tsx';
import { OwnAccountPage } from './account/own.tsx';
import { AccountsPage } from './account/people.tsx';
import { DocumentsPage } from './documents/page.tsx';
import { useLanguage } from './i18n/language.tsx';
import { loadDesk, ReportPage } from './report/page.tsx';
import { Link, usePath } from './router.tsx';
import { Masthead } from './ui/masthead.tsx';

function NotLoaded() {
  const { t } = useLanguage();
  return (
    <main id="content" className="notice">
      <h1>{t.pageFailed}</h1>
      <button type="button" onClick={() => location.reload()}>
        {t.retry}
      </button>
    </main>
  );
}

/** Batches bring libraries along that the list of reports does not need. */
const later = <P,>(load: () => Promise<ComponentType<P>>) =>
  lazy(() =>
    load().then(
      (page) => ({ default: page }),
      () => ({ default: NotLoaded as ComponentType<P> }),
    ),
  );
const BatchesPage = later(() => import('./batches/list.tsx').then(({ BatchesPage }) => BatchesPage));
const BatchPage = later(() => import('./batches/page.tsx').then(({ BatchPage }) => BatchPage));

export function App() {
  const path = usePath();
  const report = /^\/documents\/([^/]+)\/?$/.exec(path)?.[1];
  const batch = /^\/batches\/([^/]+)\/?$/.exec(path)?.[1];
  const onReport = report !== undefined;
  useEffect(() => {
    if (onReport) loadDesk();
  }, [onReport]);
  return (
    <>
      <Masthead />
      <Gate>
        {report ? (
          <ReportPage key={report} id={decodeURIComponent(report)} />
        ) : path === '/' ? (
          <DocumentsPage />
        ) : path === '/batches' || batch ? (
          <Suspense fallback={<Loading />}>
            {batch ? <BatchPage key={batch} id={decodeURIComponent(batch)} /> : <BatchesPage />}
          </Suspense>
        ) : path === '/accounts' ? (
          <AccountsPage />
        ) : path === '/account' ? (
          <OwnAccountPage />
        ) : (
          <NotFound />
        )}
      </Gate>
    </>
  );
}

function Loading() {
  const { t } = useLanguage();
  return <p className="loading">{t.loading}</p>;
}

function NotFound() {
  const { t } = useLanguage();
  return (
    <main id="content" className="notice">
      <h1>{t.pageNotFound}</h1>
      <Link href="/">{t.backToList}</Link>
    </main>
  );
}
