import { useLayoutEffect, useState } from 'react';
import type { Size } from './zoom.ts';

/** The inner size of an element, without its scroll bars, as it is now; null before it is there. */
export function useSize(element: HTMLElement | null): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    if (!element) return;
    const measure = () =>
      setSize((last) => {
        const { clientWidth: width, clientHeight: height } = element;
        return last?.width === width && last.height === height ? last : { width, height };
      });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return size;
}
