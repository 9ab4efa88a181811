import { useMemo, useRef } from 'react';
import { same } from '../../../../src/model/same.ts';
import type { FigureState, ViewerFigure } from '../../viewer/index.ts';
import type { Row } from '../state/rows.ts';

const stateOf = (item: Row['item']): FigureState => {
  if (item.verdict) return item.verdict;
  if (item.doubts.some(({ code }) => code === 'failed_check')) return 'failed';
  return item.doubts.length > 0 ? 'doubtful' : 'plain';
};

const stands = (a: Pick<ViewerFigure, 'span' | 'boxes'>, b: Pick<ViewerFigure, 'span' | 'boxes'>): boolean =>
  (a.span === b.span || (a.span.start === b.span.start && a.span.end === b.span.end)) &&
  (a.boxes === b.boxes || same(a.boxes, b.boxes));

/** What the viewer marks; the same objects as before where it marks the same, so that it need not draw anew. */
export function useViewerFigures(rows: readonly Row[], picked: string | null): readonly ViewerFigure[] {
  const last = useRef<{ rows: readonly Row[]; figures: readonly ViewerFigure[] }>({ rows: [], figures: [] });
  return useMemo(() => {
    const before = last.current;
    const figures = rows.map((row, i): ViewerFigure => {
      const { id, item } = row;
      const state = id === picked ? 'picked' : stateOf(item);
      const old = before.figures[i];
      if (old?.id !== id || !(before.rows[i] === row || stands(old, item.figure)))
        return { id, span: item.figure.span, boxes: item.figure.boxes, state };
      return old.state === state ? old : { ...old, state };
    });
    const isSame = figures.length === before.figures.length && figures.every((one, i) => one === before.figures[i]);
    last.current = { rows, figures: isSame ? before.figures : figures };
    return last.current.figures;
  }, [rows, picked]);
}
