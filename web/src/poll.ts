import { type DependencyList, useEffect, useState } from 'react';

interface Polled<T> {
  value: T | null;
  error: unknown;
  again: () => void;
}

/**
 * Asks once and then every `pause(value)` milliseconds (null: never again), while the tab is in view.
 * A failed question keeps the last answer and is asked again after five seconds.
 */
export function usePolled<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  pause: (value: T) => number | null,
  deps: DependencyList,
): Polled<T> {
  const [state, setState] = useState<{ value: T | null; error: unknown }>({ value: null, error: null });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what its question depends on
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (ms: number | null) => {
      if (ms !== null && !abort.signal.aborted) timer = setTimeout(run, ms);
    };
    const run = () => {
      if (document.hidden) return later(1000);
      ask(abort.signal).then(
        (value) => {
          if (abort.signal.aborted) return;
          setState({ value, error: null });
          later(pause(value));
        },
        (error: unknown) => {
          if (abort.signal.aborted) return;
          setState((last) => ({ value: last.value, error }));
          later(5000);
        },
      );
    };
    run();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [...deps, round]);

  return { ...state, again: () => setRound((n) => n + 1) };
}
