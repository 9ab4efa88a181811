import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentView, ReportRecord, ReviewLayer } from '../../../src/model/index.ts';
import { useSession } from '../account/session.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { getMe } from './api.ts';
import { Workspace } from './workspace.tsx';
import './desk.css';

const client = new QueryClient();

interface Props {
  document: DocumentView;
  record: ReportRecord;
}

/** The reviewer's desk: the report on the left, its figures and what is decided on them on the right. */
export function Desk(props: Props) {
  return (
    <QueryClientProvider client={client}>
      <WhoAsks {...props} />
    </QueryClientProvider>
  );
}

/** Each layer has a desk of its own: nothing of one is seen on the other. */
function WhoAsks(props: Props) {
  const { t, language } = useLanguage();
  const { me: known } = useSession();
  const { data: me } = useQuery({
    queryKey: ['me'],
    queryFn: () => getMe(language),
    ...(known && { initialData: known }),
  });
  const [layer, setLayer] = useState<ReviewLayer>('first');
  if (!me) return <p className="loading">{t.loading}</p>;
  return <Workspace key={layer} {...props} me={me} layer={layer} onLayer={setLayer} />;
}
