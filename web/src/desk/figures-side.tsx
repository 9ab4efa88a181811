import { useCallback } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { FigureCard } from './card.tsx';
import { EditPanel } from './edit-panel.tsx';
import { Filters } from './filters.tsx';
import { FigureList } from './list.tsx';
import { SplitPanel } from './split.tsx';
import type { Command, Keys } from './state/commands.ts';
import { cuts } from './state/edits.ts';
import type { Workbench } from './workbench.ts';

interface Props {
  bench: Workbench;
  keys: Keys;
  onCommand: (command: Command) => void;
}

/** The right side: the figures, and below them the one that is decided on. */
export function FiguresSide({ bench, keys, onCommand }: Props) {
  const { record, shown, handles, selected, reshaping, saying, choose } = bench;
  const { t } = useLanguage();
  const d = t.desk;
  const { picking } = reshaping;
  const select = useCallback((id: string) => choose(id, 'link'), [choose]);
  return (
    <>
      <Filters
        view={shown.view}
        search={shown.search}
        sections={record.sections}
        shown={shown.shown.length}
        all={shown.rows.length}
        input={handles.searchBox}
        onView={shown.chooseView}
        onSearch={shown.searchFor}
      />
      {t.numbersNote && <p className="note">{t.numbersNote}</p>}
      {saying.problem && (
        <p className="problem desk-problem" role="alert">
          {saying.problem}
        </p>
      )}
      {picking && (
        <p className="picking" role="status">
          {picking.kind === 'partOf' ? d.pickWhole : d.pickMerge}
        </p>
      )}
      {shown.shown.length === 0 ? (
        <div className="empty">
          <p>{shown.rows.length === 0 ? t.noFigures : t.noMatch}</p>
          {shown.rows.length > 0 && (
            <button type="button" onClick={shown.clear}>
              {t.clearFilters}
            </button>
          )}
        </div>
      ) : (
        <FigureList
          ref={handles.list}
          lines={shown.lines}
          rows={shown.shown}
          selected={selected}
          picking={picking?.figure ?? null}
          onSelect={select}
        />
      )}
      <div className="card-place">
        <Below bench={bench} keys={keys} onCommand={onCommand} onSelect={select} />
      </div>
    </>
  );
}

/** What is being done with the selected figure, or else the figure. */
function Below({ bench, keys, onCommand, onSelect }: Props & { onSelect: (id: string) => void }) {
  const { record, desk, row, parts, way, deciding, form, reshaping, handles, d } = bench;
  const { text } = record;
  const { split } = reshaping;
  if (form.form) return <EditPanel bench={bench} />;
  if (split)
    return (
      <SplitPanel
        text={text}
        item={split}
        cuts={cuts(text, split.figure.span)}
        onSplit={(at) => void reshaping.splitAt(at)}
        onCancel={() => {
          reshaping.endSplit();
          handles.focusList();
        }}
      />
    );
  if (!row) return <p className="second card-empty">{d.nothingSelected}</p>;
  return (
    <FigureCard
      record={record}
      row={row}
      figures={desk.state.figures}
      parts={parts}
      keys={keys}
      may={way.standing?.may ?? false}
      reason={deciding.reasonOf(row.id)}
      onCommand={onCommand}
      onSelect={onSelect}
    />
  );
}
