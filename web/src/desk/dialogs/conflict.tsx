import { type KeyboardEvent, useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Dialog } from '../dialog.tsx';
import { fieldName, fieldValue, figureNamed } from '../show.ts';
import type { Figures } from '../state/changes.ts';
import { clashKey, isOnlyTheirs } from '../state/conflict.ts';
import type { Conflict } from '../state/store.ts';

interface Props {
  conflict: Conflict;
  figures: Figures;
  onSettle: (mine: ReadonlySet<string>) => void;
  onClose: () => void;
}

/** The two versions side by side, field by field. What only the other changed is theirs unless chosen otherwise. */
export function ConflictDialog({ conflict, figures, onSettle, onClose }: Props) {
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
                      {figureNamed(conflict.current.get(clash.figure), language)}
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
