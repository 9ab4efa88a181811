import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type MouseEvent,
  memo,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { ReportRecord, Span } from '../../../src/model/index.ts';
import { type Block, blockAt, blocksOf, type Cell } from './blocks.ts';
import { type FigureIndex, sameList } from './figures.ts';
import { usePrinting } from './printing.ts';
import { type Run, runsOf } from './runs.ts';
import { settle } from './scrolling.ts';
import { selectedSpan } from './selection.ts';
import type { ViewerFigure } from './types.ts';
import { useWords } from './words.ts';

/** What lies over the text of one block. */
interface Overlay {
  text: string;
  figures: readonly ViewerFigure[];
  selected: string | null;
  marked: Span | null;
}

const stretch = ({ text, marked }: Run) => (marked ? <span className="viewer-marked">{text}</span> : text);

function Runs({ span, text, figures, selected, marked }: Overlay & { span: Span }) {
  const words = useWords();
  return runsOf(text, span, figures, selected, marked).map((run) => {
    const { figure, start } = run;
    if (!figure) return <span key={start}>{stretch(run)}</span>;
    const on = figure.id === selected;
    return (
      <mark
        key={start}
        role="button"
        data-figure={figure.id}
        data-state={figure.state}
        data-selected={on}
        aria-pressed={on}
        aria-description={words.states[figure.state] || undefined}
        tabIndex={on && run.first ? 0 : -1}
      >
        {stretch(run)}
      </mark>
    );
  });
}

const scopeOf = (columns: number) => (columns > 1 ? 'colgroup' : 'col');

const Piece = memo(function Piece({ block, ...overlay }: Overlay & { block: Block }) {
  const words = useWords();
  const { span } = block;
  if (block.kind === 'page') return <p className="viewer-turn">{words.pageAt(block.number)}</p>;
  if (block.kind === 'heading') {
    const Heading = `h${Math.min(block.level + 1, 6)}` as 'h2';
    return (
      <Heading data-start={span.start}>
        <Runs span={span} {...overlay} />
      </Heading>
    );
  }
  if (block.kind === 'paragraph') {
    const rest = { start: block.lead?.end ?? span.start, end: span.end };
    return (
      <p data-start={span.start} data-item={block.item}>
        {block.lead && (
          <strong>
            <Runs span={block.lead} {...overlay} />
          </strong>
        )}
        <Runs span={rest} {...overlay} />
      </p>
    );
  }
  const cells = (row: Cell[], Tag: 'th' | 'td') =>
    row.map((cell, c) => (
      <Tag
        key={c}
        colSpan={cell.colSpan}
        rowSpan={cell.rowSpan}
        scope={Tag === 'th' ? scopeOf(cell.colSpan) : undefined}
        data-start={cell.span?.start}
      >
        {cell.span && <Runs span={cell.span} {...overlay} />}
      </Tag>
    ));
  const rows = (all: Cell[][], Tag: 'th' | 'td') => all.map((row, r) => <tr key={r}>{cells(row, Tag)}</tr>);
  return (
    // A wide table scrolls by itself; a scrolling region must be reachable by keyboard.
    <div className="viewer-table" tabIndex={0} role="group" aria-label={block.caption ?? undefined}>
      <table>
        {block.caption && <caption className={block.captioned ? 'hidden' : undefined}>{block.caption}</caption>}
        {block.header.length > 0 && <thead>{rows(block.header, 'th')}</thead>}
        <tbody>{rows(block.rows, 'td')}</tbody>
      </table>
    </div>
  );
});

const touches = (a: Span, b: Span | null): b is Span => b !== null && a.start < b.end && b.start < a.end;

/** About how high a block is before it is drawn, in pixels, in a column of `width`. */
function heightOf(block: Block, width: number): number {
  if (block.kind === 'page') return 40;
  if (block.kind === 'table') return 60 + 32 * (block.header.length + block.rows.length);
  const lines = Math.ceil(((block.span.end - block.span.start) * 8.4) / Math.max(width, 200));
  return lines * 28 + (block.kind === 'heading' ? 34 : 12);
}

export interface TextHandle {
  /** Scrolls to a position; to a figure's mark where one is named. */
  show: (span: Span, to: { figure?: string; edge?: 'start' | 'center'; focus?: boolean }) => void;
  /** The position of the first block in view. */
  position: () => number;
}

/** The index of the block in which the reader's selection began, if there is one in `sheet`. */
function selectionStart(sheet: HTMLElement | null): number | null {
  const selection = getSelection();
  if (!sheet || !selection?.anchorNode || selection.isCollapsed || !sheet.contains(selection.anchorNode)) return null;
  const block = selection.anchorNode.parentElement?.closest<HTMLElement>('[data-index]');
  return block ? Number(block.dataset.index) : null;
}

/** How wide the text is set, in pixels; read when it changes, not for each of thousands of blocks. */
function useColumn(sheet: RefObject<HTMLElement | null>): RefObject<number> {
  const column = useRef(560);
  useLayoutEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      column.current = element.clientWidth - 80;
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [sheet]);
  return column;
}

interface Props {
  record: ReportRecord;
  index: FigureIndex;
  selected: string | null;
  marked: Span | null;
  scroller: HTMLDivElement;
  /** Size of the letters; 1 as usual. */
  zoom: number;
  onSelect: (id: string) => void;
  onMark: (span: Span | null) => void;
  ref: Ref<TextHandle>;
}

/** The report as a document to read. Only what is near the view is in the page. */
export function TextView({ record, index, selected, marked, scroller, zoom, onSelect, onMark, ref }: Props) {
  const words = useWords();
  const printing = usePrinting();
  const sheet = useRef<HTMLElement>(null);
  const blocks = useMemo(() => blocksOf(record), [record]);
  const column = useColumn(sheet);
  const selectedFigure = selected === null ? undefined : index.get(selected);
  // The same list again for the same block, so that a block whose figures have not changed is not set again.
  const lists = useRef(new Map<Block, readonly ViewerFigure[]>());
  const figuresOf = useMemo(() => {
    const before = lists.current;
    const known = new Map<Block, readonly ViewerFigure[]>();
    lists.current = known;
    return (block: Block) => {
      const figures = known.get(block) ?? sameList(index.touching(block.span), before.get(block));
      known.set(block, figures);
      return figures;
    };
  }, [index]);

  const virtualizer = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller,
    estimateSize: (i) => heightOf(blocks[i] as Block, column.current),
    overscan: 6,
    // A selection that is being drawn must not lose the block it began in.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const began = selectionStart(sheet.current);
      return began === null || shown.includes(began) ? shown : [...shown, began].sort((a, b) => a - b);
    },
    paddingStart: 24,
    paddingEnd: 120,
  });

  useImperativeHandle(ref, () => ({
    position: () => {
      const top = scroller.scrollTop + 8;
      const item = virtualizer.getVirtualItems().find(({ end }) => end > top);
      return item ? (blocks[item.index]?.span.start ?? 0) : 0;
    },
    show: (span, { figure, edge = 'center', focus = false }) => {
      const at = blockAt(blocks, span.start);
      const target = () => {
        const element = sheet.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
        if (!element) return null;
        const mark = figure && element.querySelector<HTMLElement>(`[data-figure="${CSS.escape(figure)}"]`);
        return mark || element.querySelector<HTMLElement>('.viewer-marked') || element;
      };
      settle({
        scroller,
        target,
        edge,
        approach: () => virtualizer.scrollToIndex(at, { align: edge }),
        done: (element) => focus && element.focus({ preventScroll: true }),
      });
    },
  }));

  const click = (event: MouseEvent) => {
    const id = (event.target as Element).closest<HTMLElement>('mark[data-figure]')?.dataset.figure;
    if (id && getSelection()?.isCollapsed !== false) onSelect(id);
  };
  useEffect(() => {
    const release = () => {
      const span = sheet.current && selectedSpan(sheet.current, record.text);
      if (!span) return;
      onMark(span);
      // What is marked is drawn by us from here on; the click that follows still finds a selection, and chooses nothing.
      setTimeout(() => getSelection()?.removeAllRanges());
    };
    document.addEventListener('pointerup', release);
    return () => document.removeEventListener('pointerup', release);
  }, [record, onMark]);

  const piece = (block: Block) => (
    <Piece
      block={block}
      text={record.text}
      figures={figuresOf(block)}
      selected={selectedFigure && touches(block.span, selectedFigure.span) ? selected : null}
      marked={touches(block.span, marked) ? marked : null}
    />
  );
  if (blocks.length === 0) return <p className="loading">{words.noText}</p>;
  return (
    // The marks are buttons, so the keyboard reaches them; this only hears their clicks.
    <article
      className="viewer-sheet"
      lang="vi"
      ref={sheet}
      onClick={click}
      style={{ '--viewer-zoom': zoom } as CSSProperties}
    >
      {printing ? (
        blocks.map((block, i) => <div key={i}>{piece(block)}</div>)
      ) : (
        <div className="viewer-flow" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index: i, start }) => (
            <div
              key={i}
              ref={virtualizer.measureElement}
              data-index={i}
              className="viewer-block"
              style={{ transform: `translateY(${start}px)` }}
            >
              {piece(blocks[i] as Block)}
            </div>
          ))}
        </div>
      )}
    </article>
  );
}
