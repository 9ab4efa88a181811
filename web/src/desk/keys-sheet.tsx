import { type KeyboardEvent, useState } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { Dialog } from './dialog.tsx';
import { bound, type Command, chordOf, collisions, GROUPS, KEYS, type Keys } from './state/commands.ts';

const shown = (chord: string) =>
  chord
    .replace('Escape', 'Esc')
    .replace('ArrowDown', '↓')
    .replace('ArrowUp', '↑')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→');

interface Props {
  keys: Keys;
  onKeys: (keys: Keys) => void;
  onClose: () => void;
}

/** Every key and what it does; each can be changed here, and two uses of one key are told. */
export function KeysSheet({ keys, onKeys, onClose }: Props) {
  const { t } = useLanguage();
  const d = t.desk;
  const [changing, setChanging] = useState<Command | null>(null);
  const taken = [...collisions(keys.bindings)];
  const press = (event: KeyboardEvent) => {
    if (!changing) return;
    const chord = chordOf(event);
    if (chord === null) return;
    event.preventDefault();
    if (chord !== 'Escape') onKeys({ ...keys, bindings: bound(keys.bindings, changing, chord) });
    setChanging(null);
  };
  return (
    <Dialog title={d.keys} onClose={onClose} onKeyDown={press} wide>
      <p className="second">{d.keysHint}</p>
      <p>
        <label className="check">
          <input
            type="checkbox"
            checked={keys.singleKeys}
            onChange={(event) => onKeys({ ...keys, singleKeys: event.target.checked })}
          />{' '}
          {d.singleKeys}
        </label>
      </p>
      <div aria-live="polite">
        {taken.map(([chord, commands]) => (
          <p key={chord} className="problem">
            {d.keysTaken(shown(chord), commands.map((command) => d.commands[command]).join('; '))}
          </p>
        ))}
      </div>
      <div className="key-groups">
        {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
          <section key={group}>
            <h3>{d.keyGroups[group]}</h3>
            <dl>
              {GROUPS[group].map((command) => (
                <div key={command}>
                  <dt>
                    <button type="button" className="key" data-command={command} onClick={() => setChanging(command)}>
                      <span className="hidden">{d.changeKey(d.commands[command])}:</span>
                      {changing === command
                        ? d.keysPress
                        : keys.bindings[command].map((chord) => <kbd key={chord}>{shown(chord)}</kbd>)}
                    </button>
                  </dt>
                  <dd>{d.commands[command]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="form-actions">
        <button type="button" onClick={() => onKeys(KEYS)}>
          {d.keysReset}
        </button>
        <button type="button" onClick={onClose}>
          {t.close} <kbd>Esc</kbd>
        </button>
      </div>
    </Dialog>
  );
}
