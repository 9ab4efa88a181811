import { useEffect, useRef } from 'react';

interface Actions {
  next: () => void;
  previous: () => void;
  /** From the table to the place in the text. */
  follow: () => void;
  /** From the text to the row in the table. */
  back: () => void;
  filter: () => void;
  help: () => void;
  escape: () => void;
}

const isTyping = (target: Element) => target.matches('input, select, textarea, [contenteditable]');

function actionOf(event: KeyboardEvent): keyof Actions | null {
  const target = event.target as Element;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.closest('dialog')) return null;
  if (event.key === 'Escape') return 'escape';
  if (isTyping(target)) return null;
  if (event.key === 'j') return 'next';
  if (event.key === 'k') return 'previous';
  if (event.key === '/') return 'filter';
  if (event.key === '?') return 'help';
  // Arrows scroll and Enter presses everywhere else; they are taken only in the table and on a mark.
  const inTable = target.matches('[role="grid"], [data-row]');
  if (event.key === 'ArrowDown' && inTable) return 'next';
  if (event.key === 'ArrowUp' && inTable) return 'previous';
  if (event.key === 'Enter' && (inTable || target === document.body)) return 'follow';
  if (event.key === 'Enter' && target.closest('mark[data-figure]')) return 'back';
  return null;
}

/** The page's keys (the dialog of keys.tsx lists them). */
export function useShortcuts(actions: Actions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      latest.current[action]();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
