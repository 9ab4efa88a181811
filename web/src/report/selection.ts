import { useCallback, useState } from 'react';
import { navigate, useFragment } from '../router.tsx';

/** Where a selection came from: a mark that was clicked need not move, a key takes the focus along. */
export type Origin = 'mark' | 'key' | 'link';

export interface Selection {
  id: string | null;
  origin: Origin;
  /** Grows with each choice, so that choosing the same figure again shows it again. */
  turn: number;
  select: (id: string | null, origin: Origin) => void;
}

/** The selected figure is the address's fragment: a link to a figure is a link to this state. */
export function useSelection(known: ReadonlySet<string>): Selection {
  const fragment = useFragment();
  const [{ origin, turn, chosen }, setChoice] = useState<{ origin: Origin; turn: number; chosen: string | null }>({
    origin: 'link',
    turn: 0,
    chosen: null,
  });
  const id = known.has(fragment) ? fragment : null;
  const select = useCallback((next: string | null, from: Origin) => {
    setChoice((last) => ({ origin: from, turn: last.turn + 1, chosen: next }));
    navigate(location.pathname + location.search + (next ? `#${encodeURIComponent(next)}` : ''), { replace: true });
  }, []);
  // A fragment that was not chosen here was typed, linked or gone back to.
  return { id, origin: id === chosen ? origin : 'link', turn, select };
}
