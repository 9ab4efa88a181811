import { useCallback, useEffect, useRef, useState } from 'react';
import { navigate, useFragment } from '../../router.tsx';
import type { Figures } from '../state/changes.ts';

/** Where a selection came from: a mark that was clicked need not move, a key takes the focus along. */
export type Origin = 'mark' | 'key' | 'link';
export type Choose = (id: string, origin: Origin) => void;

/** Browsers refuse addresses that change many times a second, as they do under a key that is held. */
const ADDRESS_AFTER = 200;

/** The selected figure; a while after, the address names it too, so that a link to a figure opens on it. */
export function useSelected(figures: Figures) {
  const fragment = useFragment();
  const [choice, setChoice] = useState<{ id: string | null; origin: Origin; turn: number }>({
    id: fragment || null,
    origin: 'link',
    turn: 0,
  });
  const written = useRef(fragment);
  useEffect(() => {
    // A fragment that was not written here was typed, linked or gone back to.
    if (fragment === written.current) return;
    written.current = fragment;
    setChoice(({ turn }) => ({ id: fragment || null, origin: 'link', turn: turn + 1 }));
  }, [fragment]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if ((choice.id ?? '') === written.current) return;
      written.current = choice.id ?? '';
      const hash = choice.id ? `#${encodeURIComponent(choice.id)}` : '';
      navigate(location.pathname + location.search + hash, { replace: true });
    }, ADDRESS_AFTER);
    return () => clearTimeout(timer);
  }, [choice.id]);
  const select = useCallback(
    (id: string | null, origin: Origin) => setChoice(({ turn }) => ({ id, origin, turn: turn + 1 })),
    [],
  );
  const selected = choice.id !== null && figures.has(choice.id) ? choice.id : null;
  return { selected, origin: choice.origin, turn: choice.turn, select };
}
