import { useMemo } from 'react';
import { FigureForm } from './form.tsx';
import { figureName } from './show.ts';
import { placesOf } from './state/draft.ts';
import { wholesOf } from './state/edits.ts';
import type { Workbench } from './workbench.ts';

/** The form that is open, with the places and figures that the report has to offer. */
export function EditPanel({ bench }: { bench: Workbench }) {
  const { record, desk, language, d } = bench;
  const { form, figure, open, save, close } = bench.form;
  const { figures } = desk.state;
  const surroundings = useMemo(
    () => ({ places: placesOf(figures.values(), record.document.place), period: record.document.period }),
    [figures, record],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form's figure is that of its id or its span
  const wholes = useMemo(
    () => figure && wholesOf(figures, figure).map((whole) => ({ id: whole.id, name: figureName(whole, language) })),
    [figures, form?.figure, form?.span, language],
  );
  if (!form || !figure || !wholes) return null;
  return (
    <FigureForm
      key={form.figure ?? 'added'}
      title={form.figure ? d.form : d.addForm}
      figure={figure}
      draft={form.draft}
      reason={form.reason}
      start={form.start}
      surroundings={surroundings}
      wholes={wholes}
      onDraft={(draft) => open({ ...form, draft })}
      onReason={(reason) => open({ ...form, reason })}
      onSave={save}
      onCancel={close}
      note={form.span ? `${d.marked}: ${record.text.slice(form.span.start, form.span.end)}` : null}
    />
  );
}
