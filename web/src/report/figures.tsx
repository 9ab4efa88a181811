import { memo, type RefObject } from 'react';
import type { Kind, Section } from '../../../src/model/index.ts';
import { label } from '../i18n/labels.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Confidence } from '../ui/confidence.tsx';
import { type Filter, NO_FILTER, type Row, type Sort, type SortKey, sectionName } from './model.ts';

const KINDS: Kind[] = ['count', 'money', 'percentage', 'measure'];

interface FilterProps {
  filter: Filter;
  sections: Section[];
  shown: number;
  all: number;
  input: RefObject<HTMLInputElement | null>;
  onFilter: (filter: Filter) => void;
}

export function FigureFilter({ filter, sections, shown, all, input, onFilter }: FilterProps) {
  const { t, language } = useLanguage();
  const set = (part: Partial<Filter>) => onFilter({ ...filter, ...part });
  return (
    <search className="figure-filter" aria-label={t.filterFigures}>
      <input
        ref={input}
        type="search"
        value={filter.text}
        placeholder={t.filterPlaceholder}
        aria-label={t.filterFigures}
        aria-keyshortcuts="/"
        onChange={(event) => set({ text: event.target.value })}
      />
      <span className="shown" role="status">
        {t.shownOf(shown, all)}
      </span>
      {sections.length > 0 && (
        <select
          aria-label={t.filterSection}
          value={filter.section ?? ''}
          onChange={(event) => set({ section: event.target.value || null })}
        >
          <option value="">{t.allSections}</option>
          {sections.map((section) => (
            <option key={section.id} value={section.id}>
              {'\u2003'.repeat(section.level - 1) + sectionName(section)}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={t.filterKind}
        value={filter.kind ?? ''}
        onChange={(event) => set({ kind: (event.target.value || null) as Kind | null })}
      >
        <option value="">{t.allKinds}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {label('kinds', kind, language)}
          </option>
        ))}
      </select>
      <button type="button" aria-pressed={filter.doubtful} onClick={() => set({ doubtful: !filter.doubtful })}>
        {t.onlyDoubtful}
      </button>
      <button type="button" aria-pressed={filter.failed} onClick={() => set({ failed: !filter.failed })}>
        {t.onlyFailed}
      </button>
    </search>
  );
}

const FigureRow = memo(function FigureRow({
  row,
  selected,
  onSelect,
}: {
  row: Row;
  selected: boolean;
  onSelect: (id: string) => void;
}) {
  const { t, language } = useLanguage();
  const { figure, value } = row;
  return (
    // The grid hears the keys for its rows (workspace.tsx).
    <tr
      id={`row-${figure.id}`}
      role="row"
      data-row={figure.id}
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      onClick={() => onSelect(figure.id)}
    >
      <td role="gridcell" className="what">
        <span className="name" lang="vi">
          {row.name}
        </span>
        <span className="second">{[row.indicator, row.subjects].filter(Boolean).join(' · ')}</span>
      </td>
      <td role="gridcell" className="value">
        <span className="amount">
          {value.before && <span className="before">{value.before} </span>}
          <b>{value.number}</b> <span className="unit">{value.unit}</span>
        </span>
        {figure.role !== 'actual' && <span className="role">{label('roles', figure.role, language)}</span>}
      </td>
      <td role="gridcell" className="when">
        {row.period}
        {figure.place && <span className="second">{figure.place.name}</span>}
      </td>
      <td role="gridcell" className="sure">
        <Confidence value={figure.confidence} />
        {row.failed.length > 0 && (
          <span className="alarm" title={row.failed.map((check) => check.message).join('\n')}>
            {t.checkFailed}
          </span>
        )}
      </td>
    </tr>
  );
});

interface TableProps {
  rows: Row[];
  all: number;
  selected: string | null;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onSelect: (id: string) => void;
  onFilter: (filter: Filter) => void;
}

export function FigureTable({ rows, all, selected, sort, onSort, onSelect, onFilter }: TableProps) {
  const { t } = useLanguage();
  const columns: [SortKey, string, string][] = [
    ['label', 'what', t.columnLabel],
    ['value', 'value', t.columnValue],
    ['period', 'when', t.columnPeriod],
    ['confidence', 'sure', t.columnConfidence],
  ];
  // Up, down, and back to the order of the text.
  const turn = (key: SortKey) =>
    onSort(
      sort.key !== key
        ? { key, descending: false }
        : sort.descending
          ? { key: 'position', descending: false }
          : { key, descending: true },
    );
  const direction = (key: SortKey) => (sort.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending');

  if (rows.length === 0)
    return (
      <div className="empty">
        <p>{all === 0 ? t.noFigures : t.noMatch}</p>
        {all > 0 && (
          <button type="button" onClick={() => onFilter(NO_FILTER)}>
            {t.clearFilters}
          </button>
        )}
      </div>
    );
  const reachable = rows.some(({ figure }) => figure.id === selected);
  return (
    // Rows are laid out as grids, which takes a table's meaning away: the roles give it back.
    <table
      role="grid"
      className="figures"
      aria-label={t.figures}
      aria-rowcount={rows.length + 1}
      tabIndex={reachable ? -1 : 0}
    >
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(([key, name, heading]) => (
            <th key={key} role="columnheader" scope="col" className={name} aria-sort={direction(key)}>
              <button type="button" onClick={() => turn(key)}>
                {heading}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <FigureRow key={row.figure.id} row={row} selected={row.figure.id === selected} onSelect={onSelect} />
        ))}
      </tbody>
    </table>
  );
}
