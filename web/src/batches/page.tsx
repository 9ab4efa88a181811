import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Batch } from '../../../src/model/batch.ts';
import { ApiError } from '../api.ts';
import { formatMoment, formatNumber } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Link } from '../router.tsx';
import { Actions } from './actions.tsx';
import { Bar, FILE_STATES } from './bar.tsx';
import { Errors } from './errors.tsx';
import { Files } from './files.tsx';
import { client, useBatch } from './live.ts';
import { duration, measure, rounded } from './measure.ts';
import { SendingPanel } from './sending-panel.tsx';
import { useBatchWords } from './words.ts';

/** The sum as it is: what was found, and what became of each. */
function Sum({ batch }: { batch: Batch }) {
  const t = useBatchWords();
  const found = formatNumber(batch.found);
  return (
    <section className="batch-sum" aria-label={t.counts}>
      <p className="hidden">{t.sum(found)}</p>
      <dl>
        <div data-state="found">
          <dt>{t.found}</dt>
          <dd>{found}</dd>
        </div>
        {FILE_STATES.map((state) => (
          <div key={state} data-state={state}>
            <dt>{t.fileState[state]}</dt>
            <dd>{formatNumber(batch[state])}</dd>
          </div>
        ))}
      </dl>
      <Bar counts={batch} />
    </section>
  );
}

function Pace({ batch }: { batch: Batch }) {
  const t = useBatchWords();
  const { perMinute, left, took } = measure(batch);
  return (
    <dl className="batch-pace">
      {batch.pending > 0 && (
        <div>
          <dt>{t.fileState.pending}</dt>
          <dd>{t.ofPending(formatNumber(batch.awaited), formatNumber(batch.processing))}</dd>
        </div>
      )}
      <div>
        <dt>{t.speed}</dt>
        <dd>{perMinute === null ? t.unknown : t.perMinute(formatNumber(rounded(perMinute)))}</dd>
      </div>
      {took === null ? (
        <div>
          <dt>{t.timeLeft}</dt>
          <dd>{left === null ? t.unknown : duration(left, t)}</dd>
        </div>
      ) : (
        <div>
          <dt>{t.took}</dt>
          <dd>{duration(took, t)}</dd>
        </div>
      )}
    </dl>
  );
}

/** The day is said once. */
function until(created: string, settled: string): string {
  const [[, day], [time, dayOfEnd]] = [formatMoment(created).split(' '), formatMoment(settled).split(' ')];
  return day === dayOfEnd && time ? time : formatMoment(settled);
}

function Header({ batch }: { batch: Batch }) {
  const t = useBatchWords();
  const times = [
    t.startedAt(formatMoment(batch.created)),
    batch.settled && t.settledAt(until(batch.created, batch.settled)),
    batch.kind === 'extraction' && t.kindExtraction,
  ].filter(Boolean);
  return (
    <header>
      <Link className="back" href="/batches">
        ← {t.allBatches}
      </Link>
      <div className="head">
        <h1>{batch.name}</h1>
        <span className="status batch-state" data-state={batch.state} role="status">
          {t.state[batch.state]}
        </span>
      </div>
      <p className="second">{times.join(' · ')}</p>
    </header>
  );
}

function Page({ id }: { id: string }) {
  const t = useBatchWords();
  const { t: common } = useLanguage();
  const { batch, error } = useBatch(id);
  const name = batch?.name ?? t.batch;
  useEffect(() => {
    document.title = `${name} – ansinh`;
  }, [name]);

  if (error instanceof ApiError && error.status === 404) {
    return (
      <main id="content" className="notice">
        <h1>{t.notFound}</h1>
        <p>{t.notFoundHint}</p>
        <Link href="/batches">{t.allBatches}</Link>
      </main>
    );
  }
  return (
    <main id="content" className="batch-page">
      {error && (
        <p className="problem" role="alert">
          {t.loadFailed}
        </p>
      )}
      {!batch && !error && <p className="loading">{common.loading}</p>}
      {batch && (
        <>
          <div className="top">
            <Header batch={batch} />
            <Actions batch={batch} />
          </div>
          <Sum batch={batch} />
          <Pace batch={batch} />
          <SendingPanel batch={batch} />
          <Errors batch={batch} />
          <Files batch={batch} />
        </>
      )}
    </main>
  );
}

export const BatchPage = ({ id }: { id: string }) => (
  <QueryClientProvider client={client}>
    <Page id={id} />
  </QueryClientProvider>
);
