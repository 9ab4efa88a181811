import { useCallback, useMemo } from 'react';
import { Checks } from '../report/checks.tsx';
import type { Workbench } from './workbench.ts';

/** What adds up in the report and what does not, each with its figures. */
export function ChecksSide({ bench }: { bench: Workbench }) {
  const { record, shown, choose, panels, handles } = bench;
  const { rows } = shown;
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const select = useCallback((id: string) => choose(id, 'link'), [choose]);
  const { showText } = panels;
  const showPosition = useCallback(
    (position: number) => {
      showText();
      requestAnimationFrame(() => handles.viewer.current?.showSpan({ start: position, end: position + 1 }));
    },
    [showText, handles],
  );
  return <Checks record={record} rows={byId} onSelect={select} onPosition={showPosition} />;
}
