import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed: then everything is set, not only what is in view. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing);
}

let printing = false;

function subscribe(changed: () => void): () => void {
  const paper = matchMedia('print');
  // The browser takes the page as it stands when these return.
  const set = (now: boolean) => {
    printing = now;
    flushSync(changed);
  };
  const before = () => set(true);
  const after = () => set(false);
  const change = () => set(paper.matches);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  paper.addEventListener('change', change);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
    paper.removeEventListener('change', change);
  };
}
