import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ReportRecord } from '../../../../src/model/index.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Figures } from '../state/changes.ts';
import { inSameOrder, linesOf, progressOf, type Row, rowsOf, type View, viewed, WHOLE } from '../state/rows.ts';

/** Every figure as a row: those that have not changed are the rows they were. */
function useRows(figures: Figures, text: string): readonly Row[] {
  const { language } = useLanguage();
  const last = useRef<{ rows: Row[]; text: string; language: string }>(undefined);
  return useMemo(() => {
    const before = last.current;
    const isOfSame = before?.text === text && before.language === language;
    const rows = rowsOf(figures, text, language, isOfSame ? before.rows : []);
    last.current = { rows, text, language };
    return rows;
  }, [figures, text, language]);
}

/** The rows as they stood when one last came, went or moved: what is made of their order alone is made of these. */
function useOrder(rows: readonly Row[]): readonly Row[] {
  const last = useRef(rows);
  if (!inSameOrder(last.current, rows)) last.current = rows;
  return last.current;
}

/** The figures as rows, and which of them the list shows, in which order. */
export function useShown(figures: Figures, record: ReportRecord) {
  const [view, setView] = useState<View>(WHOLE);
  const [search, setSearch] = useState('');
  const searched = useDeferredValue(search);
  const [stays, stay] = useState<string | null>(null);
  const rows = useRows(figures, record.text);
  const shown = useMemo(
    () => viewed(rows, { ...view, search: searched }, record.sections, stays),
    [rows, view, searched, record, stays],
  );
  const order = useOrder(shown);
  const lines = useMemo(() => linesOf(order, view.order, record), [order, view.order, record]);
  const progress = useMemo(() => progressOf(rows), [rows]);

  const chooseView = useCallback((next: View) => {
    stay(null);
    setView(next);
  }, []);
  const searchFor = useCallback((words: string) => {
    stay(null);
    setSearch(words);
  }, []);
  const turnOrder = useCallback(
    () => setView((last) => ({ ...last, order: last.order === 'text' ? 'doubt' : 'text' })),
    [],
  );
  const clear = useCallback(() => {
    setView(WHOLE);
    setSearch('');
  }, []);
  return { view, search, rows, shown, lines, progress, stay, chooseView, searchFor, turnOrder, clear };
}
export type Shown = ReturnType<typeof useShown>;
