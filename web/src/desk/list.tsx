import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { formatPercent } from '../format.ts';
import { label } from '../i18n/labels.ts';
import { useLanguage } from '../i18n/language.tsx';
import { sectionName } from '../report/model.ts';
import { isOpenDoubt, type Line, type Row } from './state/rows.ts';

const HEADING = 34;
const ROW = 68;
export const rowId = (figure: string) => `row-${figure}`;

/** The mark of a verdict; its meaning stands beside it in words for those who do not see it. */
const SIGNS = { accepted: '✓', rejected: '✕', none: '' } as const;

const FigureRow = memo(function FigureRow({ row }: { row: Row }) {
  const { t, language } = useLanguage();
  const { item, value } = row;
  const { figure, verdict, doubts } = item;
  const rejected = verdict === 'rejected';
  return (
    <>
      <div role="gridcell" className="verdict-cell" data-verdict={verdict ?? 'none'}>
        <span aria-hidden="true">{SIGNS[verdict ?? 'none']}</span>
        <span className="hidden">{t.desk.verdict[verdict ?? 'none']}</span>
      </div>
      <div role="gridcell" className="what">
        <span className="name" lang="vi">
          {rejected ? <s>{row.name}</s> : row.name}
        </span>
        <span className="second">
          {[row.indicator, row.subjects, row.period, row.place].filter(Boolean).join(' · ')}
        </span>
        {doubts.length > 0 && (
          <span className="why" data-settled={!isOpenDoubt(item)}>
            {[...new Set(doubts.map(({ code }) => t.desk.doubt[code]))].join(' · ')}
          </span>
        )}
      </div>
      <div role="gridcell" className="value">
        <span className="amount">
          {value.before && <span className="before">{value.before} </span>}
          <b>{value.number}</b> <span className="unit">{value.unit}</span>
        </span>
        <span className="second">
          {figure.role !== 'actual' && <span className="role">{label('roles', figure.role, language)} · </span>}
          <span title={t.confidenceOf(formatPercent(figure.confidence))}>{formatPercent(figure.confidence)}</span>
        </span>
      </div>
    </>
  );
});

interface Props {
  /** Where the rows stand among the headings: the same as before where only what they say is other. */
  lines: readonly Line[];
  rows: readonly Row[];
  selected: string | null;
  picking: string | null;
  onSelect: (id: string) => void;
  ref: Ref<ListHandle>;
}
export interface ListHandle {
  focus: () => void;
}

/** The figures under their sections. Only the lines in view are in the page; the list keeps the focus for all of them. */
export const FigureList = memo(function FigureList({ lines, rows, selected, picking, onSelect, ref }: Props) {
  const { t } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  // What the lines are of is the same rows in the same order, whatever these say.
  const latest = useRef(rows);
  latest.current = rows;
  const lineOf = useMemo(
    () => new Map(lines.flatMap((line, at) => ('at' in line ? [[latest.current[line.at]?.id, at] as const] : []))),
    [lines],
  );
  const at = (selected === null ? undefined : lineOf.get(selected)) ?? -1;
  const sizes = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => ('at' in (lines[index] as Line) ? ROW : HEADING), [lines]),
    getItemKey: useCallback(
      (index: number) => {
        const line = lines[index] as Line;
        return 'at' in line ? (latest.current[line.at] as Row).id : `section-${index}-${line.section?.id}`;
      },
      [lines],
    ),
    overscan: 6,
    // A list that is scrolled under a held key must not be drawn within each scroll event.
    useFlushSync: false,
    // The selected line stays in the page: it is what the list's aria-activedescendant names.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const shown = defaultRangeExtractor(range);
        return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
      },
      [at],
    ),
  });

  const heading = at > 0 && 'section' in (lines[at - 1] as Line);
  const show = useRef(() => {});
  show.current = () => {
    const [first, last] = [sizes.measurementsCache[heading ? at - 1 : at], sizes.measurementsCache[at]];
    if (!first || !last) return;
    const [top, height] = [sizes.scrollOffset ?? 0, sizes.scrollRect?.height ?? 0];
    if (first.start >= top && last.end <= top + height) return;
    // To a line that is near, whose height is known, there is no need to feel one's way.
    const isNear = Math.abs(first.start - top) < 2 * height;
    if (isNear) scroller.current?.scrollTo({ top: first.start < top ? first.start : last.end - height });
    else sizes.scrollToIndex(at, { align: 'center' });
  };
  // In the frame that paints the choice, and once for all keys of that frame: scrolling needs the layout.
  const asked = useRef(0);
  const showSoon = useCallback(() => {
    asked.current ||= requestAnimationFrame(() => {
      asked.current = 0;
      show.current();
    });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line is shown again where it has moved
  useEffect(showSoon, [at, heading, selected]);
  // What stands below the list is larger for a figure that is being edited.
  useEffect(() => {
    const watch = new ResizeObserver(showSoon);
    if (scroller.current) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, [showSoon]);
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }), []);

  return (
    <div
      ref={scroller}
      role="grid"
      className="desk-list"
      aria-label={t.desk.list}
      aria-rowcount={lines.length}
      aria-activedescendant={at >= 0 && selected ? rowId(selected) : undefined}
      tabIndex={0}
    >
      <div role="rowgroup" style={{ height: sizes.getTotalSize() }}>
        {sizes.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index] as Line;
          const place = {
            ref: sizes.measureElement,
            'data-index': index,
            'aria-rowindex': index + 1,
            style: { transform: `translateY(${start}px)` },
          };
          if (!('at' in line))
            return (
              <div key={key} {...place} role="row" className="desk-section">
                <div role="rowheader" lang="vi">
                  {line.section ? sectionName(line.section) : t.desk.elsewhere}
                </div>
                <div role="gridcell" className="count">
                  {line.count}
                </div>
              </div>
            );
          const row = rows[line.at] as Row;
          const { id, item } = row;
          return (
            <div
              key={key}
              {...place}
              role="row"
              id={rowId(id)}
              className="desk-row"
              data-row={id}
              data-verdict={item.verdict ?? 'none'}
              data-doubtful={isOpenDoubt(item)}
              data-picking={id === picking}
              aria-selected={id === selected}
              onClick={() => onSelect(id)}
            >
              <FigureRow row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
});
