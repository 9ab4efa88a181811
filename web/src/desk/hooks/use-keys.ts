import { useEffect, useRef, useState } from 'react';
import { type Command, chordOf, commandOf, type Keys, loadKeys, saveKeys } from '../state/commands.ts';

/** The keys of this browser, and how to change them. */
export function useOwnKeys(): [Keys, (keys: Keys) => void] {
  const [keys, setKeys] = useState(() => loadKeys(localStorage));
  return [
    keys,
    (next) => {
      saveKeys(localStorage, next);
      setKeys(next);
    },
  ];
}

const TYPED_IN = 'input:not([type="radio"], [type="checkbox"]), select, textarea, [contenteditable], [role="combobox"]';
/** Enter presses these, and arrows move in them: they keep their own keys. */
const PRESSED = 'a, button, summary, [role="tab"], [role="option"], input, .viewer';
const MOVING = /^(Arrow|Enter|Page|Home|End)/;

/** Calls the command of a key that was pressed, unless the key belongs to what has the focus. */
export function useCommands(keys: Keys, run: (command: Command) => void): void {
  const latest = useRef({ keys, run });
  latest.current = { keys, run };
  useEffect(() => {
    // Esc first closes an open list of options; by the time the window hears of it that has happened.
    let listWasOpen = false;
    const before = (event: KeyboardEvent) => {
      listWasOpen = (event.target as Element).getAttribute('aria-expanded') === 'true';
    };
    const press = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.key === 'Escape' && listWasOpen) return;
      if (event.defaultPrevented || event.isComposing || target.closest('dialog, [role="listbox"]')) return;
      const typing = target.closest(TYPED_IN) !== null;
      if (typing && event.key !== 'Escape') return;
      const chord = chordOf(event);
      if (chord && MOVING.test(chord) && target.closest(PRESSED)) return;
      const command = commandOf(chord, latest.current.keys);
      if (!command) return;
      event.preventDefault();
      latest.current.run(command);
    };
    addEventListener('keydown', before, { capture: true });
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', before, { capture: true });
      removeEventListener('keydown', press);
    };
  }, []);
}
