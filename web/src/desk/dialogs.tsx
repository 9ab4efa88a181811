import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReportRecord, ReviewedFigure } from '../../../src/model/index.ts';
import { formatMoment, formatNumber, formatPercent, shownValue, valueText } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { sentenceOf } from '../viewer/sentence.ts';
import { getAgreement, getHistory, getPeople } from './api.ts';
import { Dialog } from './dialog.tsx';
import { fieldName, fieldValue } from './show.ts';
import { personName } from './standing.ts';
import type { Figures } from './state/changes.ts';
import { clashKey, isOnlyTheirs } from './state/conflict.ts';
import { drawn } from './state/sample.ts';
import type { Conflict } from './state/store.ts';

const nameOf = (item: ReviewedFigure | undefined, language: 'vi' | 'en'): string =>
  item ? [valueText(shownValue(item.figure, '', language)), item.figure.label].filter(Boolean).join(' · ') : '';

interface ConflictProps {
  conflict: Conflict;
  figures: Figures;
  onSettle: (mine: ReadonlySet<string>) => void;
  onClose: () => void;
}

/** The two versions side by side, field by field. What only the other changed is theirs unless chosen otherwise. */
export function ConflictDialog({ conflict, figures, onSettle, onClose }: ConflictProps) {
  const { t, language } = useLanguage();
  const d = t.desk;
  const { clashes } = conflict;
  const all = clashes.map(clashKey);
  const [mine, setMine] = useState<ReadonlySet<string>>(
    () => new Set(clashes.filter((clash) => !isOnlyTheirs(clash)).map(clashKey)),
  );
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'm') setMine(new Set(all));
    else if (event.key === 't') setMine(new Set());
    else if (event.key === 'Enter' && !(event.target as Element).closest('button')) onSettle(mine);
    else return;
    event.preventDefault();
  };
  const take = (key: string, isMine: boolean) =>
    setMine((last) => new Set(isMine ? [...last, key] : [...last].filter((other) => other !== key)));
  return (
    <Dialog title={d.conflictTitle} onClose={onClose} onKeyDown={press} wide>
      <p className="second">{d.conflictHint}</p>
      <div className="table-scroll">
        <table className="conflict">
          <thead>
            <tr>
              <th scope="col">{d.field}</th>
              <th scope="col">{d.was}</th>
              <th scope="col">{d.mine}</th>
              <th scope="col">{d.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {clashes.map((clash, i) => {
              const key = clashKey(clash);
              const say = (value: unknown) => fieldValue(clash.field, value, figures, t, language);
              const isFirst = clashes[i - 1]?.figure !== clash.figure;
              const side = (isMine: boolean, value: unknown) => (
                <td>
                  <label>
                    <input
                      type="radio"
                      name={key}
                      checked={mine.has(key) === isMine}
                      onChange={() => take(key, isMine)}
                      aria-label={`${fieldName(clash.field, t)}: ${isMine ? d.mine : d.theirs}, ${say(value)}`}
                    />{' '}
                    {say(value)}
                  </label>
                </td>
              );
              return [
                isFirst && (
                  <tr key={clash.figure}>
                    <th colSpan={4} scope="rowgroup" lang="vi">
                      {nameOf(conflict.current.get(clash.figure), language)}
                    </th>
                  </tr>
                ),
                <tr key={key} data-clash={clash.field}>
                  <th scope="row">{fieldName(clash.field, t)}</th>
                  <td>{say(clash.before)}</td>
                  {side(true, clash.mine)}
                  {side(false, clash.theirs)}
                </tr>,
              ];
            })}
          </tbody>
        </table>
      </div>
      <div className="form-actions">
        <button type="button" onClick={() => setMine(new Set(all))}>
          {d.allMine}
        </button>
        <button type="button" onClick={() => setMine(new Set())}>
          {d.allTheirs}
        </button>
        <button type="button" className="primary" onClick={() => onSettle(mine)}>
          {d.settle} <kbd>Enter</kbd>
        </button>
      </div>
    </Dialog>
  );
}

interface SureProps {
  record: ReportRecord;
  items: readonly ReviewedFigure[];
  onAccept: () => void;
  onClose: () => void;
}
const SAMPLE = 10;

/** Before many are accepted at once some are drawn to be looked at. */
export function SureDialog({ record, items, onAccept, onClose }: SureProps) {
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

interface AskProps {
  title: string;
  label: string;
  text?: string | undefined;
  start?: string;
  required?: boolean;
  action: string;
  onDone: (typed: string) => void;
  onClose: () => void;
}

/** Asks for a sentence. */
export function AskDialog({ title, label, text, start = '', required = false, action, onDone, onClose }: AskProps) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(start);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!required || typed.trim()) onDone(typed.trim());
        }}
      >
        {text && <p>{text}</p>}
        <label className="stacked">
          {label}
          <input
            type="text"
            autoComplete="off"
            maxLength={2000}
            value={typed}
            required={required}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <div className="form-actions">
          <button type="submit" className="primary">
            {action} <kbd>Enter</kbd>
          </button>
          <button type="button" onClick={onClose}>
            {t.desk.cancel} <kbd>Esc</kbd>
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks yes or no. */
export function ConfirmDialog({
  title,
  text,
  action,
  onDone,
  onClose,
}: {
  title: string;
  text: string;
  action: string | null;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div className="form-actions">
        {action && (
          <button type="button" className="primary" onClick={onDone}>
            {action}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {t.desk.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </Dialog>
  );
}

export function PeopleDialog({
  onDone,
  onClose,
  me,
}: {
  onDone: (id: string) => void;
  onClose: () => void;
  me: string;
}) {
  const { t, language } = useLanguage();
  const d = t.desk;
  const { data, error } = useQuery({ queryKey: ['people'], queryFn: () => getPeople(language) });
  const others = (data ?? []).filter(({ id }) => id !== me);
  const list = useRef<HTMLUListElement>(null);
  // They come after the dialog has opened, and given the focus to its only button.
  useEffect(() => {
    if (data) list.current?.querySelector('button')?.focus();
  }, [data]);
  return (
    <Dialog title={d.handOverTo} onClose={onClose}>
      {error && <p className="problem">{d.actionFailed}</p>}
      {data && others.length === 0 && <p>{d.nobodyElse}</p>}
      <ul className="people" ref={list}>
        {others.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => onDone(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <button type="button" onClick={onClose}>
          {d.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </Dialog>
  );
}

interface HistoryProps {
  document: string;
  figure: string | null;
  figures: Figures;
  onClose: () => void;
}

/** Who decided what, when and why: of one figure, or of the report. */
export function HistoryDialog({ document, figure, figures, onClose }: HistoryProps) {
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
                  {whole && <td lang="vi">{event.figure && nameOf(figures.get(event.figure), language)}</td>}
                  <td>{fieldName(event.field, t)}</td>
                  <td>{say(event.field, event.old)}</td>
                  <td>{say(event.field, event.new)}</td>
                  <td>{event.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="form-actions">
        <button type="button" onClick={onClose}>
          {t.close} <kbd>Esc</kbd>
        </button>
      </div>
    </Dialog>
  );
}

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
                      {nameOf(figures.get(figure), language) || figure}
                    </button>{' '}
                    {fieldName(field, t)}: {say(field, first)} / {say(field, second)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <div className="form-actions">
        <button type="button" onClick={onClose}>
          {t.close} <kbd>Esc</kbd>
        </button>
      </div>
    </Dialog>
  );
}
