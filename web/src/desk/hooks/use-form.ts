import { useEffect, useState } from 'react';
import type { Figure, ReviewLayer } from '../../../../src/model/index.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Field } from '../form.tsx';
import { added, addedId, type Figures, type Patch } from '../state/changes.ts';
import { draftOf } from '../state/draft.ts';
import { forgetDraft, keepDraft, loadDraft, type OpenForm } from '../state/drafts.ts';
import type { Row } from '../state/rows.ts';
import type { DeskStore } from '../state/store.ts';
import type { Deciding } from './use-deciding.ts';
import type { Handles } from './use-handles.ts';
import type { Saying } from './use-said.ts';
import type { Choose } from './use-selected.ts';

interface Of {
  document: string;
  layer: ReviewLayer;
  figures: Figures;
  store: DeskStore;
  deciding: Deciding;
  saying: Saying;
  handles: Handles;
  choose: Choose;
}

/** The figure that a form is of; of marked text the one that would be added as things stand. */
const figureOf = ({ figure, span, inferred }: OpenForm, figures: Figures): Figure => {
  const known = figure && figures.get(figure)?.figure;
  return known || { ...added({ span: span ?? { start: 0, end: 0 } }).figure, ...inferred };
};

/** The form that is open; what is typed in it outlives the window. */
export function useForm({ document, layer, figures, store, deciding, saying, handles, choose }: Of) {
  const { t } = useLanguage();
  const d = t.desk;
  const [form, open] = useState<OpenForm | null>(() => loadDraft(localStorage, document, layer));
  useEffect(() => {
    if (form) keepDraft(localStorage, document, layer, form);
    else forgetDraft(localStorage, document, layer);
  }, [form, document, layer]);

  const edit = ({ id, item }: Row, start: Field) => {
    const reason = deciding.reasonOf(id);
    if (deciding.allowed()) open({ figure: id, span: null, draft: draftOf(item.figure), reason, start });
  };
  const close = () => {
    open(null);
    handles.unmark();
    handles.focusList();
  };
  const add = ({ span, reason, ...form }: OpenForm, patch: Patch) => {
    if (!span) return;
    const figure = { ...figureOf({ span, reason, ...form }, figures), ...patch } as Figure;
    const { id: _id, confidence: _c, rule: _r, implied: _i, boxes: _b, cell: _cell, section: _s, ...fields } = figure;
    store.act('add', [{ add: { ...fields, span } }], reason.trim() || undefined);
    saying.say(d.done.add);
    choose(addedId({ span }), 'key');
  };
  const change = ({ figure, reason }: OpenForm, patch: Patch) => {
    if (!figure) return;
    const isChanged = Object.keys(patch).length > 0;
    const wishes = [{ figure, patch: { ...patch, verdict: 'accepted' as const } }];
    if (isChanged) store.act('edit', wishes, reason.trim() || undefined);
    saying.say(isChanged ? d.done.edit : d.unchanged);
  };
  const save = (patch: Patch) => {
    if (!form || !deciding.allowed()) return;
    if (form.span) add(form, patch);
    else change(form, patch);
    close();
  };
  return { form, figure: form && figureOf(form, figures), open, edit, close, save };
}
export type Form = ReturnType<typeof useForm>;
