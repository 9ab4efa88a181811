import type { ReactNode } from 'react';
import type { DocumentView, ReportRecord } from '../../../src/model/index.ts';
import { csvAddress, fileAddress, recordAddress } from '../api.ts';
import { formatBytes, formatDate, formatNumber, formatPeriod } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Link } from '../router.tsx';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface Props {
  document: DocumentView;
  record: ReportRecord | null;
  busy: boolean;
  /** On the desk the report needs the room: what it is stands in one line, the rest behind it. */
  compact: boolean;
  onExtract: () => void;
}

export function ReportHeader({ document, record, busy, compact, onExtract }: Props) {
  const { t, language } = useLanguage();
  const { metadata } = document;
  // An archive has figures only in its files.
  const counts = document.members ? null : document.counts;
  const stem = document.filename.replace(/\.[^.]+$/, '');
  const place = metadata?.place;
  const brief = [
    metadata?.number,
    place && [place.name, place.province?.name !== place.name && place.province?.name].filter(Boolean).join(', '),
    metadata?.period && formatPeriod(metadata.period, language),
    document.filename,
  ].filter(Boolean);
  const facts = (
    <dl className="facts">
      <Fact name={t.number}>{metadata?.number}</Fact>
      <Fact name={t.issuer}>{metadata?.issuer}</Fact>
      <Fact name={t.issued}>{metadata?.issued && formatDate(metadata.issued)}</Fact>
      <Fact name={t.signer}>{metadata?.signer}</Fact>
      <Fact name={t.place}>
        {place && (
          <>
            {place.name}
            {place.province && place.province.name !== place.name && `, ${place.province.name}`}
            {place.current && place.current.name !== place.name && place.current.name !== place.province?.name && (
              <span className="second"> ({t.currentPlace(place.current.name)})</span>
            )}
          </>
        )}
      </Fact>
      <Fact name={t.period}>{metadata?.period && formatPeriod(metadata.period, language)}</Fact>
      <Fact name={t.pagesCount}>{counts?.pages && formatNumber(counts.pages)}</Fact>
      <Fact name={t.sections}>{counts && formatNumber(counts.sections)}</Fact>
      <Fact name={t.figures}>{counts && formatNumber(counts.figures)}</Fact>
      <Fact name={t.failedChecks}>
        {counts && <span data-alarm={counts.failedChecks > 0}>{formatNumber(counts.failedChecks)}</span>}
      </Fact>
      <Fact name={t.inArchiveHeading}>
        {document.archive && (
          <Link href={`/documents/${encodeURIComponent(document.archive.id)}`}>{document.archive.filename}</Link>
        )}
      </Fact>
      <Fact name={t.fileHeading}>
        <span className="filename">{document.filename}</span>{' '}
        <span className="second">{formatBytes(document.bytes)}</span>
      </Fact>
    </dl>
  );
  return (
    <header className="report-header" data-compact={compact}>
      <Link className="back" href="/">
        ← {t.backToList}
      </Link>
      <h1>
        {(document.members || metadata) && (
          <span className="type">
            {document.members ? t.inArchiveHeading : metadata && t.documentType[metadata.type]}
          </span>
        )}{' '}
        {metadata?.title ?? document.filename}
      </h1>
      {compact ? (
        <details className="facts-more">
          <summary>{brief.join(' · ')}</summary>
          {facts}
        </details>
      ) : (
        facts
      )}
      <nav className="actions" aria-label={t.download}>
        {record && (
          <>
            <a className="button" href={recordAddress(document.id)} download={`${stem}.json`}>
              {t.downloadJson}
            </a>
            {counts && (
              <a className="button" href={csvAddress(document.id)} download={`${stem}.csv`}>
                {t.downloadCsv}
              </a>
            )}
          </>
        )}
        <a className="button" href={fileAddress(document.id)} download={document.filename}>
          {t.downloadOriginal}
        </a>
        <button type="button" disabled={busy} onClick={onExtract}>
          {compact && document.progress ? t.recognising(document.progress) : busy ? t.extractingAgain : t.extractAgain}
        </button>
      </nav>
    </header>
  );
}
