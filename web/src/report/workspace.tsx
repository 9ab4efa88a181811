import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReportRecord } from '../../../src/model/index.ts';
import { useLanguage } from '../i18n/language.tsx';
import { type Layout, useLayout } from '../ui/media.ts';
import { Checks } from './checks.tsx';
import { FigureDetails } from './details.tsx';
import { FigureFilter, FigureTable } from './figures.tsx';
import { KeysDialog } from './keys.tsx';
import { failedChecks, filterRows, NO_FILTER, type Row, rowsOf, type Sort, sortRows } from './model.ts';
import { Outline } from './outline.tsx';
import { useSelection } from './selection.ts';
import { useShortcuts } from './shortcuts.ts';
import { ReportText } from './text.tsx';

type Panel = 'text' | 'figures' | 'outline' | 'checks';
/** The panels that share a place and take turns in it; the others stand side by side. */
const TABS: Record<Layout, Panel[]> = {
  wide: ['figures', 'checks'],
  medium: ['figures', 'outline', 'checks'],
  narrow: ['text', 'figures', 'outline', 'checks'],
};

const markOf = (id: string) => document.getElementById(id);
const rowOf = (id: string) => document.getElementById(`row-${id}`);

/** The section being read: that of the piece of text a little below the top edge. */
function useCurrentSection(text: React.RefObject<HTMLElement | null>): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    const panel = text.current;
    if (!panel) return;
    let asked = 0;
    const look = () => {
      asked = 0;
      const { left, top, width } = panel.getBoundingClientRect();
      for (const below of [48, 84, 120]) {
        const piece = document.elementFromPoint(left + width / 2, top + below)?.closest<HTMLElement>('[data-start]');
        if (piece) return setCurrent(piece.dataset.section ?? null);
      }
    };
    const scrolled = () => {
      asked ||= requestAnimationFrame(look);
    };
    look();
    panel.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      panel.removeEventListener('scroll', scrolled);
      cancelAnimationFrame(asked);
    };
  }, [text]);
  return current;
}

export function Workspace({ record }: { record: ReportRecord }) {
  const { t, language } = useLanguage();
  const layout = useLayout();
  const tabs = TABS[layout];
  const [chosenTab, setTab] = useState<Panel>(layout === 'narrow' ? 'text' : 'figures');
  const tab = tabs.includes(chosenTab) ? chosenTab : (tabs[0] as Panel);

  const [filter, setFilter] = useState(NO_FILTER);
  const [sort, setSort] = useState<Sort>({ key: 'position', descending: false });
  const rows = useMemo(() => rowsOf(record, language), [record, language]);
  const shown = useMemo(() => sortRows(filterRows(rows, filter, record.sections), sort), [rows, filter, sort, record]);
  const failed = useMemo(() => failedChecks(record.checks), [record]);

  const known = useMemo(() => new Set(record.figures.map(({ id }) => id)), [record]);
  const { id: selected, origin, turn, select } = useSelection(known);
  const row = rows.find(({ figure }) => figure.id === selected);

  const text = useRef<HTMLElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  const keys = useRef<HTMLDialogElement>(null);
  const current = useCurrentSection(text);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` shows the same figure again
  useEffect(() => {
    if (!selected) return;
    markOf(selected)?.scrollIntoView({ block: origin === 'mark' ? 'nearest' : 'center' });
    rowOf(selected)?.scrollIntoView({ block: 'nearest' });
    if (origin === 'key') rowOf(selected)?.focus({ preventScroll: true });
  }, [selected, origin, turn]);

  /** On a phone the text is a panel of its own and must come forward first. */
  const showText = useCallback(() => layout === 'narrow' && setTab('text'), [layout]);
  const selectAndShow = useCallback(
    (id: string) => {
      showText();
      select(id, 'link');
    },
    [select, showText],
  );
  const selectMark = useCallback(
    (id: string) => {
      select(id, 'mark');
      // A filter that hides the row of the mark would leave the click without an answer.
      setFilter((last) =>
        filterRows(rows, last, record.sections).some(({ figure }) => figure.id === id) ? last : NO_FILTER,
      );
      if (layout !== 'narrow') setTab('figures');
    },
    [select, rows, record, layout],
  );
  const scrollTo = useCallback(
    (find: () => Element | null | undefined) => {
      showText();
      requestAnimationFrame(() => find()?.scrollIntoView({ block: 'start' }));
    },
    [showText],
  );
  const showSection = useCallback(
    (id: string) => scrollTo(() => text.current?.querySelector(`[data-heading="${CSS.escape(id)}"]`)),
    [scrollTo],
  );
  const showPosition = useCallback(
    (position: number) =>
      scrollTo(
        () =>
          [...(text.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [])].findLast(
            (piece) => Number(piece.dataset.start) <= position,
          ) ?? text.current?.querySelector('[data-start]'),
      ),
    [scrollTo],
  );

  const step = (by: 1 | -1, from: 'key' | 'link') => {
    const at = shown.findIndex(({ figure }) => figure.id === selected);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
    const target: Row | undefined = shown[next];
    if (target) select(target.figure.id, from);
  };
  useShortcuts({
    next: () => step(1, 'key'),
    previous: () => step(-1, 'key'),
    follow: () => {
      if (!selected) return step(1, 'key');
      showText();
      select(selected, 'link');
      requestAnimationFrame(() => markOf(selected)?.querySelector('a')?.focus({ preventScroll: true }));
    },
    back: () => {
      if (!selected) return;
      select(selected, 'key');
      setTab('figures');
    },
    filter: () => {
      setTab('figures');
      requestAnimationFrame(() => filterInput.current?.focus());
    },
    help: () => keys.current?.showModal(),
    escape: () => {
      if (document.activeElement === filterInput.current) filterInput.current?.blur();
      else select(null, 'key');
    },
  });

  const names: Record<Panel, string> = { text: t.text, figures: t.figures, outline: t.outline, checks: t.checksTab };
  const failedCount = record.checks.filter((check) => check.status === 'fail').length;
  const panel = (name: Panel, content: ReactNode, ref?: React.RefObject<HTMLElement | null>) => {
    const takesTurns = tabs.includes(name);
    return (
      <section
        ref={ref}
        id={`panel-${name}`}
        className={`panel ${name}-panel`}
        role={takesTurns ? 'tabpanel' : 'region'}
        aria-label={names[name]}
        hidden={takesTurns && tab !== name}
        // A panel that scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {content}
      </section>
    );
  };

  return (
    <div className="workspace" data-layout={layout} data-details={row !== undefined}>
      <div className="tabs">
        <div role="tablist" aria-label={t.panels}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={name === tab}
              aria-controls={`panel-${name}`}
              onClick={() => setTab(name)}
            >
              {names[name]}
              {name === 'figures' && <span className="count">{rows.length}</span>}
              {name === 'checks' && failedCount > 0 && <span className="count alarm">{failedCount}</span>}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="icon help"
          aria-label={t.keysHint}
          title={t.keysHint}
          onClick={() => keys.current?.showModal()}
        >
          ?
        </button>
      </div>
      {panel('outline', <Outline record={record} current={current} onSection={showSection} />)}
      {panel('text', <ReportText record={record} selected={selected} failed={failed} onMark={selectMark} />, text)}
      {panel(
        'figures',
        <>
          <FigureFilter
            filter={filter}
            sections={record.sections}
            shown={shown.length}
            all={rows.length}
            input={filterInput}
            onFilter={setFilter}
          />
          {t.numbersNote && <p className="note">{t.numbersNote}</p>}
          <FigureTable
            rows={shown}
            all={rows.length}
            selected={selected}
            sort={sort}
            onSort={setSort}
            onSelect={selectAndShow}
            onFilter={setFilter}
          />
        </>,
      )}
      {panel('checks', <Checks record={record} rows={rows} onSelect={selectAndShow} onPosition={showPosition} />)}
      {row && (
        <FigureDetails
          record={record}
          row={row}
          rows={rows}
          onSelect={selectAndShow}
          onSection={showSection}
          onClose={() => select(null, 'key')}
          onStep={(by) => step(by, 'link')}
        />
      )}
      <KeysDialog dialog={keys} />
    </div>
  );
}
