import { useEffect } from 'react';
import { Gate } from './account/gate.tsx';
import { OwnAccountPage } from './account/own.tsx';
import { AccountsPage } from './account/people.tsx';
import { DocumentsPage } from './documents/page.tsx';
import { useLanguage } from './i18n/language.tsx';
import { loadDesk, ReportPage } from './report/page.tsx';
import { Link, usePath } from './router.tsx';
import { Masthead } from './ui/masthead.tsx';

export function App() {
  const path = usePath();
  const report = /^\/documents\/([^/]+)\/?$/.exec(path)?.[1];
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

function NotFound() {
  const { t } = useLanguage();
  return (
    <main id="content" className="notice">
      <h1>{t.pageNotFound}</h1>
      <Link href="/">{t.backToList}</Link>
    </main>
  );
}
