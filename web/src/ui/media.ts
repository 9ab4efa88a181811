import { useSyncExternalStore } from 'react';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

/** wide: outline, text and table side by side; medium: text and table; narrow: one at a time. */
export type Layout = 'wide' | 'medium' | 'narrow';

// The same widths stand in report.css.
export function useLayout(): Layout {
  const wide = useMedia('(min-width: 1180px)');
  const medium = useMedia('(min-width: 760px)');
  return wide ? 'wide' : medium ? 'medium' : 'narrow';
}
