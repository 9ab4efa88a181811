import type { DocumentView } from '../../../src/model/index.ts';
import { listMembers } from '../api.ts';
import { BatchLink } from '../batches/link.tsx';
import { formatNumber } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { usePolled } from '../poll.ts';
import { Link } from '../router.tsx';
import { Status } from '../ui/status.tsx';
import { documentAddress } from './list.tsx';

/** The files of an archive in its order: each a link to its report, or why it became none. */
export function Members({ archive }: { archive: DocumentView }) {
  const { t, language } = useLanguage();
  const pending = archive.members?.pending ?? 0;
  const { value } = usePolled(
    (signal) => listMembers(archive.id, language, signal),
    () => null,
    [archive.id, language, pending],
  );
  return (
    <section className="members" aria-label={t.members}>
      {archive.members && <p>{t.memberCounts(archive.members)}</p>}
      {archive.batch && (
        <p>
          <BatchLink id={archive.batch} />
        </p>
      )}
      <table className="documents">
        <thead>
          <tr>
            <th scope="col">{t.memberFile}</th>
            <th scope="col" className="numeric">
              {t.figures}
            </th>
            <th scope="col">{t.statusHeading}</th>
          </tr>
        </thead>
        <tbody>
          {value?.map(({ path, duplicate, document, error }, at) => {
            const problem = error ?? document?.error;
            return (
              // A path may come twice; a place in the archive never changes.
              <tr key={at} data-status={document?.status ?? 'failed'}>
                <th scope="row">
                  {document ? <Link href={documentAddress(document.id)}>{path}</Link> : path}
                  {duplicate && <span className="second">{t.memberDuplicate}</span>}
                  {problem && (
                    <span className="problem">
                      {problem.message} <span className="remedy">{problem.remedy}</span>
                    </span>
                  )}
                </th>
                <td className="numeric" data-label={t.figures}>
                  {document?.counts && formatNumber(document.counts.figures)}
                </td>
                <td data-label={t.statusHeading}>
                  <Status status={document?.status ?? 'failed'} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
