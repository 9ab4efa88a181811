import { useCallback, useEffect, useMemo, useState } from 'react';
import type { DocumentView, Figure, Me, ReportRecord, ReviewLayer } from '../../../src/model/index.ts';
import { useLanguage } from '../i18n/language.tsx';
import { useDeciding } from './hooks/use-deciding.ts';
import { useDesk } from './hooks/use-desk.ts';
import { useForm } from './hooks/use-form.ts';
import { useHandles } from './hooks/use-handles.ts';
import { useMarking } from './hooks/use-marking.ts';
import { usePanels } from './hooks/use-panels.ts';
import { useReshaping } from './hooks/use-reshaping.ts';
import { useSaid } from './hooks/use-said.ts';
import { type Origin, useSelected } from './hooks/use-selected.ts';
import { useShown } from './hooks/use-shown.ts';
import { useSteady } from './hooks/use-steady.ts';
import { useWay } from './hooks/use-way.ts';
import { partsOf, type Row, stepped } from './state/rows.ts';

/** What the desk shows or asks before it goes on. */
export type Asking =
  | { dialog: 'keys' | 'sure' | 'reason' | 'reopen' | 'finish' | 'people' | 'agreement' | 'conflict' }
  | { dialog: 'history'; figure: string | null };

export interface WorkbenchProps {
  document: DocumentView;
  record: ReportRecord;
  me: Me;
  layer: ReviewLayer;
  onLayer: (layer: ReviewLayer) => void;
}

const NO_PARTS: readonly Figure[] = [];

/** The selected figure's row and its parts. */
function useChosen(rows: readonly Row[], selected: string | null) {
  const row = useMemo(() => rows.find(({ id }) => id === selected), [rows, selected]);
  const parts = useMemo(() => {
    const found = selected === null ? NO_PARTS : partsOf(rows, selected);
    return found.length > 0 ? found : NO_PARTS;
  }, [rows, selected]);
  return { row, parts };
}

/** All that is at hand on one report's desk, for one person in one layer. */
export function useWorkbench({ document, record, me, layer, onLayer }: WorkbenchProps) {
  const { t, language } = useLanguage();
  const desk = useDesk(document.id, layer, document.processed);
  const { store, state } = desk;
  const { figures } = state;
  const panels = usePanels();
  const handles = useHandles();
  const saying = useSaid();
  const [asking, ask] = useState<Asking | null>(null);
  useEffect(() => {
    if (state.conflict) ask({ dialog: 'conflict' });
  }, [state.conflict]);

  const shown = useShown(figures, record);
  const { selected, origin, turn, select } = useSelected(figures);
  const chosen = useChosen(shown.rows, selected);
  const { stay } = shown;
  const choose = useCallback(
    (id: string, from: Origin) => {
      stay(id);
      select(id, from);
    },
    [stay, select],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` shows the same figure again
  useEffect(() => {
    if (selected && origin !== 'mark') handles.viewer.current?.showFigure(selected);
    if (origin === 'key') handles.focusList();
  }, [selected, origin, turn]);
  const goOn = useSteady(() => {
    const next = stepped(shown.shown, selected, 1);
    if (next) choose(next.id, 'key');
  });

  const way = useWay({ document: document.id, me, layer, onLayer, desk, complain: saying.complain });
  const deciding = useDeciding(store, way.standing, saying);
  const on = { document: document.id, record, figures, deciding, saying, handles, panels, choose };
  const form = useForm({ ...on, layer, store });
  const marking = useMarking({ ...on, rows: shown.rows, form });
  const reshaping = useReshaping({ ...on, selected });

  return {
    ...{ document, record, me, language, d: t.desk, desk, panels, handles, saying, asking, ask },
    ...{ shown, selected, select, choose, goOn, ...chosen },
    ...{ way, deciding, form, marking, reshaping },
  };
}
export type Workbench = ReturnType<typeof useWorkbench>;
