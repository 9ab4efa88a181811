import { memo } from 'react';
import type { Check, ReportRecord } from '../../../src/model/index.ts';
import { formatNumber, type ShownValue, valueText } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';

/** What a row shows of a figure that a check is about. */
export interface CheckedFigure {
  id: string;
  value: ShownValue;
}

function CheckItem({
  check,
  rows,
  onSelect,
}: {
  check: Check;
  rows: ReadonlyMap<string, CheckedFigure>;
  onSelect: (id: string) => void;
}) {
  const { t } = useLanguage();
  const involved = check.figures.map((id) => rows.get(id)).filter((row) => row !== undefined);
  return (
    <li data-check={check.status}>
      <p>
        <span className="verdict">{t.checkStatus[check.status]}</span> {check.message}
      </p>
      {check.expected !== null && check.actual !== null && (
        <p className="second">
          {t.actual} <b>{formatNumber(check.actual)}</b> · {t.expected} <b>{formatNumber(check.expected)}</b> ·{' '}
          <code>{check.rule}</code>
        </p>
      )}
      <div className="chips" role="group" aria-label={t.involves}>
        {involved.map((row) => (
          <button key={row.id} type="button" className="chip" onClick={() => onSelect(row.id)}>
            {valueText(row.value)}
          </button>
        ))}
      </div>
    </li>
  );
}

interface Props {
  record: ReportRecord;
  rows: ReadonlyMap<string, CheckedFigure>;
  onSelect: (id: string) => void;
  onPosition: (position: number) => void;
}

export const Checks = memo(function Checks({ record, rows, onSelect, onPosition }: Props) {
  const { t } = useLanguage();
  const failedFirst = record.checks.toSorted((a, b) => a.status.localeCompare(b.status));
  return (
    <div className="checks">
      <h2>{t.checks}</h2>
      {failedFirst.length === 0 && <p className="second">{t.noChecks}</p>}
      <ul>
        {failedFirst.map((check) => (
          <CheckItem key={check.rule + check.figures.join()} check={check} rows={rows} onSelect={onSelect} />
        ))}
      </ul>
      <h2>{t.messages}</h2>
      {record.messages.length === 0 && <p className="second">{t.noMessages}</p>}
      <ul>
        {record.messages.map(({ code, severity, message, span }, i) => (
          <li key={i} data-severity={severity}>
            <p>
              <span className="verdict">{t.severity[severity]}</span> {message}
            </p>
            <p className="second">
              <code>{code}</code>{' '}
              {span && (
                <button type="button" className="linklike" onClick={() => onPosition(span.start)}>
                  {t.showInText}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
});
