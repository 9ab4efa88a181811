import { useSyncExternalStore } from 'react';

const mediaOf = (query: string) => {
  const media = matchMedia(query);
  return {
    subscribe: (listener: () => void) => {
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    matches: () => media.matches,
  };
};

/** wide: outline, text and table side by side; medium: text and table; narrow: one at a time. */
export type Layout = 'wide' | 'medium' | 'narrow';

// The same widths stand in report.css.
const WIDE = mediaOf('(min-width: 1180px)');
const MEDIUM = mediaOf('(min-width: 760px)');

export function useLayout(): Layout {
  const wide = useSyncExternalStore(WIDE.subscribe, WIDE.matches);
  const medium = useSyncExternalStore(MEDIUM.subscribe, MEDIUM.matches);
  return wide ? 'wide' : medium ? 'medium' : 'narrow';
}
