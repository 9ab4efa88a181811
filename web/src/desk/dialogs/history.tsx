import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { getHistory } from '../api.ts';
import { Dialog, Leave } from '../dialog.tsx';
import { fieldName, fieldValue, figureNamed } from '../show.ts';
import { personName } from '../standing.ts';
import type { Figures } from '../state/changes.ts';

interface Props {
  document: string;
  figure: string | null;
  figures: Figures;
  onClose: () => void;
}

/** Who decided what, when and why: of one figure, or of the report. */
export function HistoryDialog({ document, figure, figures, onClose }: Props) {
  const { t, language } = useLanguage();
  const d = t.desk;
  const [whole, setWhole] = useState(figure === null);
  const { data, error } = useQuery({
    queryKey: ['history', document],
    queryFn: ({ signal }) => getHistory(document, language, signal),
  });
  const events = (data ?? []).filter((event) => whole || event.figure === figure).reverse();
  const say = (field: string, value: unknown) => fieldValue(field, value, figures, t, language);
  return (
    <Dialog title={whole ? d.historyAll : d.historyOf} onClose={onClose} wide>
      {figure !== null && (
        <p role="group" className="segments">
          {[false, true].map((of) => (
            <button key={String(of)} type="button" aria-pressed={whole === of} onClick={() => setWhole(of)}>
              {of ? d.historyAll : d.historyOf}
            </button>
          ))}
        </p>
      )}
      {error && <p className="problem">{d.historyFailed}</p>}
      {data && events.length === 0 && <p>{d.historyEmpty}</p>}
      {events.length > 0 && (
        <div className="table-scroll">
          <table className="history">
            <thead>
              <tr>
                <th scope="col">{d.when}</th>
                <th scope="col">{d.who}</th>
                {whole && <th scope="col">{t.figures}</th>}
                <th scope="col">{d.field}</th>
                <th scope="col">{d.old}</th>
                <th scope="col">{d.new}</th>
                <th scope="col">{d.because}</th>
              </tr>
            </thead>
            <tbody>
              {events.slice(0, 500).map((event, i) => (
                <tr key={i}>
                  <td>{formatMoment(event.at)}</td>
                  <td>{personName(event.who)}</td>
                  {whole && (
                    <td className="of" lang="vi">
                      {event.figure && figureNamed(figures.get(event.figure), language)}
                    </td>
                  )}
                  <td className="field-name">{fieldName(event.field, t)}</td>
                  <td data-label={d.old}>{say(event.field, event.old)}</td>
                  <td data-label={d.new}>{say(event.field, event.new)}</td>
                  <td data-label={d.because}>{event.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Leave name={t.close} onLeave={onClose} />
    </Dialog>
  );
}
