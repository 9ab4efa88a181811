import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react';

// Two pages do not need a routing library: the address bar is the state, and this tells when it changes.
const CHANGED = 'ansinh:navigated';
const subscribe = (listener: () => void) => {
  for (const event of ['popstate', 'hashchange', CHANGED]) addEventListener(event, listener);
  return () => {
    for (const event of ['popstate', 'hashchange', CHANGED]) removeEventListener(event, listener);
  };
};

export function navigate(address: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  dispatchEvent(new Event(CHANGED));
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);
export const useSearch = (): string => useSyncExternalStore(subscribe, () => location.search);
const fragment = (): string => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ''; // a stray "%" typed into the address
  }
};
/** The fragment without its "#", decoded. */
export const useFragment = (): string => useSyncExternalStore(subscribe, fragment);

const plainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent) => {
    if (!plainClick(event)) return;
    event.preventDefault();
    navigate(href);
    scrollTo(0, 0);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
