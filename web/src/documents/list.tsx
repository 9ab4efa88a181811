import type { DocumentView } from '../../../src/model/index.ts';
import { BatchLink } from '../batches/link.tsx';
import { formatMoment, formatNumber, formatPeriod } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Link } from '../router.tsx';
import { Status } from '../ui/status.tsx';

export const documentAddress = (id: string): string => `/documents/${encodeURIComponent(id)}`;

function Row({ document }: { document: DocumentView }) {
  const { t, language } = useLanguage();
  const { metadata, counts, error, archive, members } = document;
  const title = metadata?.title ?? document.filename;
  // Of what could not be read nothing is known: the row belongs to the reason.
  const isUnknown = error !== null && metadata === null && counts === null;
  return (
    <tr data-document={document.id} data-status={document.status} data-member={archive !== undefined}>
      <th scope="row" colSpan={isUnknown ? 6 : undefined}>
        <Link href={documentAddress(document.id)}>{title}</Link>
        {title !== document.filename && <span className="filename">{document.filename}</span>}
        {archive && (
          <span className="filename">
            {t.inArchive} <Link href={documentAddress(archive.id)}>{archive.filename}</Link>
            {archive.path.includes('/') && ` › ${archive.path.slice(0, archive.path.lastIndexOf('/'))}`}
          </span>
        )}
        {document.batch && <BatchLink id={document.batch} />}
        {members && <span className="second">{t.memberCounts(members)}</span>}
        {error && (
          <span className="problem">
            {error.message} <span className="remedy">{error.remedy}</span>
          </span>
        )}
      </th>
      {!isUnknown && (
        <>
          <td data-label={t.place}>
            {metadata?.place?.name}
            {metadata?.place?.province && metadata.place.province.name !== metadata.place.name && (
              <span className="second">{metadata.place.province.name}</span>
            )}
          </td>
          <td data-label={t.period}>{metadata?.period && formatPeriod(metadata.period, language)}</td>
          <td className="numeric" data-label={t.sections}>
            {counts && !members && formatNumber(counts.sections)}
          </td>
          <td className="numeric" data-label={t.figures}>
            {counts && !members && formatNumber(counts.figures)}
          </td>
          <td className="numeric" data-label={t.failedChecks} data-alarm={(counts?.failedChecks ?? 0) > 0}>
            {counts && !members && formatNumber(counts.failedChecks)}
          </td>
        </>
      )}
      <td data-label={t.statusHeading}>
        <Status status={document.status} progress={document.progress} />
      </td>
      <td data-label={t.submitted}>
        <time dateTime={document.submitted}>{formatMoment(document.submitted)}</time>
      </td>
    </tr>
  );
}

export function DocumentList({ documents }: { documents: DocumentView[] }) {
  const { t } = useLanguage();
  return (
    <table className="documents">
      <caption className="hidden">{t.documents}</caption>
      <thead>
        <tr>
          <th scope="col">{t.report}</th>
          <th scope="col">{t.place}</th>
          <th scope="col">{t.period}</th>
          <th scope="col" className="numeric">
            {t.sections}
          </th>
          <th scope="col" className="numeric">
            {t.figures}
          </th>
          <th scope="col" className="numeric">
            {t.failedChecks}
          </th>
          <th scope="col">{t.statusHeading}</th>
          <th scope="col">{t.submitted}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <Row key={document.id} document={document} />
        ))}
      </tbody>
    </table>
  );
}
