import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReviewedFigure } from '../../../src/model/index.ts';
import { useLanguage } from '../i18n/language.tsx';

interface Props {
  text: string;
  item: ReviewedFigure;
  cuts: readonly number[];
  onSplit: (at: number) => void;
  onCancel: () => void;
}

/** The figure's words with the cut between them, moved by arrows. */
export function SplitPanel({ text, item, cuts, onSplit, onCancel }: Props) {
  const { t } = useLanguage();
  const d = t.desk;
  const [chosen, setChosen] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { start, end } = item.figure.span;
  const at = cuts[chosen] ?? start;
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onSplit(at);
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="card split" aria-label={d.splitTitle} onKeyDown={press}>
      <h2>{d.splitTitle}</h2>
      <p className="second">{d.splitHint}</p>
      <p className="halves" lang="vi">
        <b>{text.slice(start, at)}</b>
        <span className="cut" aria-hidden="true" />
        <b>{text.slice(at, end)}</b>
      </p>
      <input
        ref={box}
        type="range"
        min={0}
        max={cuts.length - 1}
        value={chosen}
        aria-label={d.splitTitle}
        aria-valuetext={`${text.slice(start, at)} | ${text.slice(at, end)}`}
        onChange={(event) => setChosen(Number(event.target.value))}
      />
      <div className="form-actions">
        <button type="button" className="primary" onClick={() => onSplit(at)}>
          {d.split} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={onCancel}>
          {d.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  );
}
