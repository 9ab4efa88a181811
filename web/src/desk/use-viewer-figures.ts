import { useMemo, useRef } from 'react';
import { same } from '../../../src/model/same.ts';
import type { FigureState, ViewerFigure } from '../viewer/index.ts';
import type { Row } from './state/rows.ts';

const stateOf = (item: Row['item']): FigureState => {
  if (item.verdict) return item.verdict;
  if (item.doubts.some(({ code }) => code === 'failed_check')) return 'failed';
  return item.doubts.length > 0 ? 'doubtful' : 'plain';
};

const stands = (a: Pick<ViewerFigure, 'span' | 'boxes'>, b: Pick<ViewerFigure, 'span' | 'boxes'>): boolean =>
  (a.span === b.span || (a.span.start === b.span.start && a.span.end === b.span.end)) &&
  (a.boxes === b.boxes || same(a.boxes, b.boxes));

/** What the viewer marks; the same object as before where it marks the same, so that it need not draw anew. */
export function useViewerFigures(rows: readonly Row[], picked: string | null): readonly ViewerFigure[] {
  const last = useRef<readonly ViewerFigure[]>([]);
  return useMemo(() => {
    const next = rows.map(({ id, item }, i): ViewerFigure => {
      const { span, boxes } = item.figure;
      const state = id === picked ? 'picked' : stateOf(item);
      const old = last.current[i];
      const isSame = old?.id === id && old.state === state && stands(old, item.figure);
      return isSame ? old : { id, span, boxes, state };
    });
    if (next.length !== last.current.length || next.some((figure, i) => figure !== last.current[i]))
      last.current = next;
    return last.current;
  }, [rows, picked]);
}
