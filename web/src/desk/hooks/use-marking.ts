import { useRef } from 'react';
import type { Figure, ReportRecord, Span } from '../../../../src/model/index.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { figureIn, valueSaid } from '../reading.ts';
import { added } from '../state/changes.ts';
import { draftOf } from '../state/draft.ts';
import type { Row } from '../state/rows.ts';
import type { Deciding } from './use-deciding.ts';
import type { Form } from './use-form.ts';
import type { Handles } from './use-handles.ts';
import type { Panels } from './use-panels.ts';
import type { Saying } from './use-said.ts';
import type { Choose } from './use-selected.ts';
import { useSteady } from './use-steady.ts';

interface Of {
  document: string;
  record: ReportRecord;
  rows: readonly Row[];
  deciding: Deciding;
  saying: Saying;
  handles: Handles;
  panels: Panels;
  form: Form;
  choose: Choose;
}

/** A figure that was missed: its words are marked in the report, the extractor fills in what it can. */
export function useMarking({ document, record, rows, deciding, saying, handles, panels, form, choose }: Of) {
  const { t, language } = useLanguage();
  const d = t.desk;
  const { say } = saying;
  const { marked, viewer } = handles;
  /** Whether the next text that is marked is to be added. */
  const adding = useRef(false);

  const add = async (span: Span) => {
    if (!deciding.allowed()) return;
    adding.current = false;
    const there = rows.find(
      ({ item }) =>
        item.verdict !== 'rejected' && item.figure.span.start === span.start && item.figure.span.end === span.end,
    );
    if (there) {
      say(d.alreadyThere);
      choose(there.id, 'key');
      return;
    }
    say(d.inferring);
    const found = await figureIn(document, span, language);
    const value = valueSaid(record.text.slice(span.start, span.end));
    const known: Partial<Figure> = found ? { ...found, span } : ((value as Partial<Figure> | null) ?? {});
    const { id: _id, span: _span, boxes: _boxes, ...inferred } = known;
    const draft = draftOf({ ...added({ span }).figure, ...inferred });
    say(found ? '' : d.inferFailed);
    panels.show('figures');
    form.open({
      figure: null,
      span,
      inferred,
      draft: found || value ? draft : { ...draft, value: '' },
      reason: '',
      start: 'value',
    });
  };
  const isMarked = useSteady((span: Span | null) => {
    marked.current = span;
    if (span && adding.current) void add(span);
    else if (span) say(`${d.marked}: ${record.text.slice(span.start, span.end)} (m)`);
  });
  /** Adds what is marked already, or what will be. */
  const begin = () => {
    if (!deciding.allowed()) return;
    if (marked.current) return void add(marked.current);
    adding.current = true;
    say(d.markFirst);
    panels.showText();
    viewer.current?.markByKeyboard();
  };
  /** False where there was nothing to leave. */
  const leave = (): boolean => {
    if (!adding.current && !marked.current) return false;
    adding.current = false;
    handles.unmark();
    say('');
    handles.focusList();
    return true;
  };
  return { isMarked, begin, leave };
}
export type Marking = ReturnType<typeof useMarking>;
