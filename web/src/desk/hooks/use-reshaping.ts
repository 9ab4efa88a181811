import { useState } from 'react';
import type { ReportRecord, Span } from '../../../../src/model/index.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { readingOf, valueSaid } from '../reading.ts';
import { addedId, type Figures, type Patch } from '../state/changes.ts';
import { cuts, halves, mayHold, merge, split } from '../state/edits.ts';
import type { Row } from '../state/rows.ts';
import type { Deciding } from './use-deciding.ts';
import type { Saying } from './use-said.ts';
import type { Choose } from './use-selected.ts';

/** The next figure chosen is what this one is merged with, or a part of. */
type Picking = { kind: 'partOf' | 'merge'; figure: string };

interface Of {
  document: string;
  record: ReportRecord;
  figures: Figures;
  selected: string | null;
  deciding: Deciding;
  saying: Saying;
  choose: Choose;
}

/** One figure made two, two made one, one made a part of another. */
export function useReshaping({ document, record, figures, selected, deciding, saying, choose }: Of) {
  const { t, language } = useLanguage();
  const d = t.desk;
  const { text } = record;
  const [splitting, setSplitting] = useState<string | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const valueIn = (span: Span): Promise<Patch> => readingOf(document, text, span, language);

  const beginSplit = ({ id, item }: Row) => {
    if (!deciding.allowed()) return;
    if (cuts(text, item.figure.span).length === 0) saying.say(d.cannotSplit);
    else setSplitting(id);
  };
  const splitAt = async (at: number) => {
    const item = splitting ? figures.get(splitting) : undefined;
    const spans = item && halves(text, item.figure.span, at);
    setSplitting(null);
    if (!item || !spans) return;
    const [left, right] = await Promise.all([valueIn(spans[0]), valueIn(spans[1])]);
    const own = { value: item.figure.value };
    const wishes = split(item, spans, [
      { ...own, ...left },
      { ...own, ...right },
    ]);
    if (deciding.decide('split', wishes)) choose(addedId({ span: spans[0] }), 'key');
  };
  const mergeWith = async (one: string, other: string) => {
    const [a, b] = [figures.get(one), figures.get(other)];
    if (!a || !b || one === other) return;
    const span = {
      start: Math.min(a.figure.span.start, b.figure.span.start),
      end: Math.max(a.figure.span.end, b.figure.span.end),
    };
    const value = valueSaid(text.slice(span.start, span.end)) ?? { value: a.figure.value, ...(await valueIn(span)) };
    if (deciding.decide('merge', merge(a, b, value))) choose(addedId({ span }), 'key');
  };
  const pick = (kind: Picking['kind'], { id }: Row) => {
    if (deciding.allowed()) setPicking({ kind, figure: id });
  };
  /** The selected figure is the one that was looked for; false where none was. */
  const picked = (): boolean => {
    if (!picking || !selected) return false;
    const { kind, figure } = picking;
    if (kind === 'merge') {
      if (figure === selected) return true;
      setPicking(null);
      void mergeWith(figure, selected);
      return true;
    }
    const whole = selected === figure ? null : selected;
    if (whole && !mayHold(figures, whole, figure)) {
      saying.complain(d.notAWhole);
      return true;
    }
    deciding.decide('partOf', [{ figure, patch: { partOf: whole } }]);
    setPicking(null);
    choose(figure, 'key');
    return true;
  };
  /** False where there was nothing to leave. */
  const leave = (): boolean => {
    if (splitting) setSplitting(null);
    else if (picking) {
      setPicking(null);
      choose(picking.figure, 'key');
    } else return false;
    return true;
  };
  return {
    /** The figure to be cut. */
    split: splitting ? figures.get(splitting) : undefined,
    picking,
    beginSplit,
    splitAt,
    endSplit: () => setSplitting(null),
    mergeWith,
    pick,
    picked,
    leave,
  };
}
export type Reshaping = ReturnType<typeof useReshaping>;
