import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  type MouseEvent,
  type PointerEvent,
  type Ref,
  type RefObject,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Page, ReportRecord, Span } from '../../../src/model/index.ts';
import { type FigureIndex, firstIndex } from './figures.ts';
import { joined } from './marking.ts';
import { PageSheet } from './page.tsx';
import { type PageWord, rectsOf, wordAt, wordsClient, wordsOfPage } from './page-words.ts';
import { settle } from './scrolling.ts';
import type { ViewerFigure } from './types.ts';
import { MARGIN, type Size, scaleOf, turned, type Zoom } from './zoom.ts';

/** Between two pages, in CSS pixels. */
const GAP = 12;
/** A press that moves no further than this is a click. */
const SLACK = 4;

export interface PagesHandle {
  show: (span: Span, to: { figure?: string; edge?: 'start' | 'center'; focus?: boolean }) => void;
  goTo: (page: number) => void;
  /** The page in the middle of the view. */
  page: () => number;
}

interface Props {
  record: ReportRecord;
  document: string;
  version: string | null;
  pages: readonly Page[];
  pdf: PDFDocumentProxy | null;
  index: FigureIndex;
  selected: string | null;
  marked: Span | null;
  scroller: HTMLDivElement;
  view: Size;
  zoom: Zoom;
  /** Quarter turns clockwise that all pages are turned by, beyond what the file says. */
  turn: number;
  onSelect: (id: string) => void;
  onMark: (span: Span | null) => void;
  /** Words cannot be marked on the page under the pointer. */
  onNoWords: () => void;
  ref: Ref<PagesHandle>;
}

const NONE: ViewerFigure[] = [];

/** The pages as they look, with a box over every figure. Only those near the view are drawn. */
export function PagesView(props: Props) {
  const { record, document, version, pages, pdf, index, selected, marked, scroller, view, zoom } = props;
  const flow = useRef<HTMLDivElement>(null);
  const { turn } = props;
  const sizes = useMemo(() => pages.map((page) => turned(page, turn)), [pages, turn]);
  const scales = useMemo(() => sizes.map((page) => scaleOf(zoom, page, view)), [sizes, zoom, view]);
  const heightOf = (i: number) => (sizes[i]?.height ?? 0) * (scales[i] ?? 1);
  const widest = sizes.reduce((most, { width }, i) => Math.max(most, width * (scales[i] ?? 1)), 0);

  const virtualizer = useVirtualizer({
    count: pages.length,
    getScrollElement: () => scroller,
    estimateSize: heightOf,
    // Another function for other scales: every place is computed anew, within the same rendering.
    getItemKey: useCallback((i: number) => `${i} ${scales[i]}`, [scales]),
    gap: GAP,
    paddingStart: MARGIN,
    paddingEnd: MARGIN,
    overscan: 1,
  });
  const height = virtualizer.getTotalSize();
  useAnchor(scroller, scales, virtualizer.measurementsCache);

  const pageOf = useCallback(
    (position: number) => Math.max(0, firstIndex(record.pages, ({ start }) => start > position) - 1),
    [record],
  );
  const unplaced = useMemo(() => {
    const byPage = new Map<number, ViewerFigure[]>();
    for (const figure of index.unplaced) {
      const number = record.pages[pageOf(figure.span.start)]?.number;
      if (number) byPage.set(number, [...(byPage.get(number) ?? []), figure]);
    }
    return byPage;
  }, [index, record, pageOf]);

  const scrollToPage = (i: number, y = 0, edge: 'start' | 'center' = 'start') => {
    const item = virtualizer.measurementsCache[i];
    if (!item) return;
    const room = edge === 'start' ? MARGIN : view.height / 2;
    scroller.scrollTop = item.start + y * (scales[i] ?? 1) - room;
  };

  useImperativeHandle(props.ref, () => ({
    page: () => {
      const middle = scroller.scrollTop + scroller.clientHeight / 2;
      const at = firstIndex(virtualizer.measurementsCache, ({ start }) => start > middle) - 1;
      return pages[Math.max(0, at)]?.number ?? 1;
    },
    goTo: (number) => scrollToPage(pages.findIndex((page) => page.number === number)),
    show: (span, { figure, edge = 'center', focus = false }) => {
      const box = figure ? index.get(figure)?.boxes[0] : undefined;
      const number = box?.page ?? record.pages[pageOf(span.start)]?.number;
      const at = pages.findIndex((page) => page.number === number);
      if (at < 0 || !number) return;
      const selector = figure ? `[data-figure="${CSS.escape(figure)}"]` : '.viewer-marked';
      const arrive = (y: number) =>
        settle({
          scroller,
          target: () => flow.current?.querySelector<HTMLElement>(`[data-page="${number}"] ${selector}`) ?? null,
          edge,
          approach: () => scrollToPage(at, y, edge),
          done: (element) => focus && element.focus({ preventScroll: true }),
        });
      if (box) return arrive(box.y);
      // Without a box the words tell where it is.
      wordsClient.ensureQueryData(wordsOfPage(document, version, number)).then(
        (words) => arrive((words && rectsOf(words, span)[0]?.y) ?? 0),
        () => scrollToPage(at),
      );
    },
  }));

  const drag = useWordDrag(props, flow, pages);
  const click = (event: MouseEvent) => {
    const id = (event.target as Element).closest<HTMLElement>('[data-figure]')?.dataset.figure;
    if (id && !drag.moved()) props.onSelect(id);
  };
  return (
    // The boxes are buttons, so the keyboard reaches them; this only hears their clicks, and the mouse over words.
    <div
      ref={flow}
      className="viewer-pages"
      onClick={click}
      onDoubleClick={drag.take}
      onPointerDown={drag.press}
      onPointerMove={drag.move}
      onPointerUp={drag.release}
      onPointerCancel={drag.cancel}
      style={{ height, minWidth: widest + 2 * MARGIN }}
    >
      {virtualizer.getVirtualItems().map(({ index: i, start }) => {
        const page = pages[i] as Page;
        const figures = index.onPage(page.number);
        const bare = unplaced.get(page.number) ?? NONE;
        const here = (id: string | null) => [...figures, ...bare].some((figure) => figure.id === id);
        const over = drag.span ?? marked;
        return (
          <div key={page.number} className="viewer-place" style={{ transform: `translateY(${start}px)` }}>
            <PageSheet
              pdf={pdf}
              page={page}
              scale={scales[i] ?? 1}
              turn={turn}
              text={record.text}
              document={document}
              version={version}
              figures={figures}
              unplaced={bare}
              selected={here(selected) ? selected : null}
              marked={over && over.start < page.end && page.start < over.end ? over : null}
              near={drag.near === page.number}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Keeps what is in the middle of the view there when the pages change their size. */
function useAnchor(
  scroller: HTMLDivElement,
  scales: readonly number[],
  places: readonly { start: number; size: number }[],
): void {
  const middle = useRef({ at: 0, share: 0, across: 0.5 });
  const latest = useRef(places);
  useLayoutEffect(() => {
    const keep = () => {
      const y = scroller.scrollTop + scroller.clientHeight / 2;
      const at = Math.max(0, firstIndex(latest.current, ({ start }) => start > y) - 1);
      const place = latest.current[at];
      const across = (scroller.scrollLeft + scroller.clientWidth / 2) / scroller.scrollWidth;
      if (place) middle.current = { at, share: (y - place.start) / place.size, across };
    };
    scroller.addEventListener('scroll', keep, { passive: true });
    return () => scroller.removeEventListener('scroll', keep);
  }, [scroller]);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other scales move what is in view
  useLayoutEffect(() => {
    latest.current = places;
    const { at, share, across } = middle.current;
    const place = places[at];
    if (!first.current && place) {
      scroller.scrollTop = place.start + share * place.size - scroller.clientHeight / 2;
      scroller.scrollLeft = across * scroller.scrollWidth - scroller.clientWidth / 2;
    }
    first.current = false;
  }, [scales]);
  latest.current = places;
}

type Point = { page: number; x: number; y: number };
interface Drag {
  x: number;
  y: number;
  from: Point;
  moved: boolean;
}

/** Marking words by dragging over them, or by a double click on one. */
function useWordDrag(
  { document, version, turn, onMark, onNoWords }: Props,
  flow: RefObject<HTMLDivElement | null>,
  pages: readonly Page[],
) {
  const [near, setNear] = useState<number | null>(null);
  const [span, setSpan] = useState<Span | null>(null);
  const drag = useRef<Drag | null>(null);
  const dragged = useRef(false);

  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point | null => {
    const sheets = [...(flow.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
    const sheet = sheets.find((one) => clientY <= one.getBoundingClientRect().bottom) ?? sheets.at(-1);
    const page = pages.find(({ number }) => number === Number(sheet?.dataset.page));
    if (!sheet || !page) return null;
    const { left, top, width, height } = sheet.getBoundingClientRect();
    const scale = width / turned(page, turn).width;
    // From the middle of the page, turned back.
    const angle = (turn * Math.PI) / 2;
    const [across, down] = [(clientX - left - width / 2) / scale, (clientY - top - height / 2) / scale];
    return {
      page: page.number,
      x: page.width / 2 + across * Math.cos(angle) + down * Math.sin(angle),
      y: page.height / 2 - across * Math.sin(angle) + down * Math.cos(angle),
    };
  };
  const known = (page: number): PageWord[] | null | undefined =>
    wordsClient.getQueryData(wordsOfPage(document, version, page).queryKey);
  const wordOf = (point: Point | null): PageWord | null => {
    const words = point && known(point.page);
    return words ? wordAt(words, point.x, point.y) : null;
  };

  return {
    /** The page under the mouse: its words are fetched before they are marked. */
    near,
    /** What would be marked if the mouse were released now. */
    span,
    moved: () => dragged.current,
    press: (event: PointerEvent) => {
      dragged.current = false;
      // On a touch screen a drag scrolls.
      const from = event.pointerType === 'touch' || event.button !== 0 ? null : pointOf(event);
      drag.current = from && { x: event.clientX, y: event.clientY, from, moved: false };
    },
    move: (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const to = pointOf(event);
      if (to && to.page !== near) setNear(to.page);
      const now = drag.current;
      if (!now || !to) return;
      if (!now.moved && Math.hypot(event.clientX - now.x, event.clientY - now.y) <= SLACK) return;
      if (!now.moved) (event.currentTarget as Element).setPointerCapture(event.pointerId);
      now.moved = dragged.current = true;
      const [first, last] = [wordOf(now.from), wordOf(to)];
      setSpan(first && last && joined(first, last));
    },
    release: () => {
      const now = drag.current;
      drag.current = null;
      setSpan(null);
      if (!now?.moved) return;
      if (span) onMark(span);
      else if (known(now.from.page) === null) onNoWords();
    },
    cancel: () => {
      drag.current = null;
      setSpan(null);
    },
    take: (event: MouseEvent) => {
      if ((event.target as Element).closest('[data-figure]')) return;
      const point = pointOf(event);
      const word = wordOf(point);
      if (word) onMark({ start: word.start, end: word.end });
      else if (point && known(point.page) === null) onNoWords();
    },
  };
}
