import { useRef, useState } from 'react';
import type { Span } from '../../../../src/model/index.ts';
import type { ViewerHandle } from '../../viewer/index.ts';
import type { ListHandle } from '../list.tsx';

/** What the desk holds of its parts: where to scroll, where to put the focus, which text is marked. */
export function useHandles() {
  const viewer = useRef<ViewerHandle>(null);
  const list = useRef<ListHandle>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const marked = useRef<Span | null>(null);
  const [handles] = useState(() => ({
    viewer,
    list,
    searchBox,
    marked,
    focusList: () => list.current?.focus(),
    unmark: () => {
      marked.current = null;
      viewer.current?.clearSpan();
    },
  }));
  return handles;
}
export type Handles = ReturnType<typeof useHandles>;
