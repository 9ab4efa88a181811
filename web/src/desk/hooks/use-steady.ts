import { useCallback, useRef } from 'react';

/** One function for as long as the component lives, so that nothing is drawn anew for it; it does what `act` last said. */
export function useSteady<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: A) => latest.current(...args), []);
}
