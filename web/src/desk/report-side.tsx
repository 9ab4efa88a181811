import { useCallback } from 'react';
import { Viewer } from '../viewer/index.ts';
import { useViewerFigures } from './hooks/use-viewer-figures.ts';
import type { Workbench } from './workbench.ts';

/** The left side: the report, each figure marked as it stands. */
export function ReportSide({ bench }: { bench: Workbench }) {
  const { record, document, shown, reshaping, selected, marking, choose, handles, panels } = bench;
  const figures = useViewerFigures(shown.rows, reshaping.picking?.figure ?? null);
  const { takesTurns, show } = panels;
  const chooseMark = useCallback(
    (id: string) => {
      choose(id, 'mark');
      if (!takesTurns('text')) show('figures');
    },
    [choose, takesTurns, show],
  );
  return (
    <Viewer
      ref={handles.viewer}
      record={record}
      document={document}
      figures={figures}
      selected={selected}
      onSelect={chooseMark}
      onSpan={marking.isMarked}
    />
  );
}
