import type { ReportRecord, ReviewedFigure } from '../../../../src/model/index.ts';
import { shownValue, valueText } from '../../format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { sentenceOf } from '../../viewer/sentence.ts';
import { Dialog } from '../dialog.tsx';
import { drawn } from '../state/sample.ts';

interface Props {
  record: ReportRecord;
  items: readonly ReviewedFigure[];
  onAccept: () => void;
  onClose: () => void;
}
const SAMPLE = 10;

/** Before many are accepted at once some are drawn to be looked at. */
export function SureDialog({ record, items, onAccept, onClose }: Props) {
  const { t, language } = useLanguage();
  const d = t.desk;
  const sample = drawn(items, SAMPLE, record.document.sha256);
  return (
    <Dialog title={d.sureTitle} onClose={onClose} wide>
      <p>{items.length > 0 ? d.sureHint(items.length) : d.sureNone}</p>
      {items.length > 0 && (
        <ol className="sample" aria-label={d.sample}>
          {sample.map(({ figure }) => {
            const { start, end } = sentenceOf(record.text, figure.span);
            return (
              <li key={figure.id} data-sample={figure.id}>
                <p>
                  <b>{valueText(shownValue(figure, record.text, language))}</b> <span lang="vi">{figure.label}</span>
                </p>
                <p className="second" lang="vi">
                  {record.text.slice(start, figure.span.start)}
                  <b>{record.text.slice(figure.span.start, figure.span.end)}</b>
                  {record.text.slice(figure.span.end, Math.max(figure.span.end, end))}
                </p>
              </li>
            );
          })}
        </ol>
      )}
      <div className="form-actions">
        {items.length > 0 && (
          <button type="button" className="primary" onClick={onAccept}>
            {d.sureAccept(items.length)}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {d.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </Dialog>
  );
}
