import { useQuery } from '@tanstack/react-query';
import { formatNumber, formatPercent } from '../../format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { getAgreement } from '../api.ts';
import { Dialog, Leave } from '../dialog.tsx';
import { fieldName, fieldValue, figureNamed } from '../show.ts';
import { personName } from '../standing.ts';
import type { Figures } from '../state/changes.ts';

/** How far two independent reviewers agree. */
export function AgreementDialog({
  document,
  figures,
  onSelect,
  onClose,
}: {
  document: string;
  figures: Figures;
  onSelect: (id: string) => void;
  onClose: () => void;
}) {
  const { t, language } = useLanguage();
  const d = t.desk;
  const { data, error } = useQuery({
    queryKey: ['agreement', document],
    queryFn: () => getAgreement(document, language),
    retry: false,
  });
  const say = (field: string, value: unknown) => fieldValue(field, value, figures, t, language);
  return (
    <Dialog title={d.agreement} onClose={onClose} wide>
      {error && <p className="problem">{error.message}</p>}
      {data && (
        <>
          <p>
            {d.agreementOf(personName(data.first), personName(data.second))}.{' '}
            {d.agreementFigures(data.both, data.figures)}.
          </p>
          <div className="table-scroll">
            <table className="agreement">
              <thead>
                <tr>
                  <th scope="col">{d.field}</th>
                  <th scope="col">{d.same}</th>
                  <th scope="col">%</th>
                  <th scope="col">{d.kappa}</th>
                </tr>
              </thead>
              <tbody>
                {data.fields.map(({ field, same, of, share, kappa }) => (
                  <tr key={field}>
                    <th scope="row">{fieldName(field, t)}</th>
                    <td>
                      {same}/{of}
                    </td>
                    <td>{formatPercent(share)}</td>
                    <td>{kappa === null ? '–' : formatNumber(Math.round(kappa * 1000) / 1000)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {data.differences.length > 0 && (
            <>
              <h3>{d.differences}</h3>
              <ul className="differences">
                {data.differences.map(({ figure, field, first, second }, i) => (
                  <li key={i}>
                    <button type="button" className="linklike" lang="vi" onClick={() => onSelect(figure)}>
                      {figureNamed(figures.get(figure), language) || figure}
                    </button>{' '}
                    {field === 'figure'
                      ? d.keptOnlyBy(personName(first === null ? data.second : data.first))
                      : `${fieldName(field, t)}: ${say(field, first)} / ${say(field, second)}`}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <Leave name={t.close} onLeave={onClose} />
    </Dialog>
  );
}
