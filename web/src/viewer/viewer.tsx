import {
  type KeyboardEvent,
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Page, Span } from '../../../src/model/index.ts';
import { pageAt } from './blocks.ts';
import { type FigureIndex, indexOf } from './figures.ts';
import { joined, step, trimmed, whole, wordFrom } from './marking.ts';
import { usePageSource } from './page-source.ts';
import { type PagesHandle, PagesView } from './pages-view.tsx';
import { usePrinting } from './printing.ts';
import { SectionList } from './sections.tsx';
import { type TextHandle, TextView } from './text-view.tsx';
import { Toolbar } from './toolbar.tsx';
import type { View, ViewerProps } from './types.ts';
import { useSize } from './use-size.ts';
import { useWords } from './words.ts';
import { FULL, scaleOf, turned, type Zoom, zoomed } from './zoom.ts';
import './viewer.css';

/** What the keyboard marks: from the word it began at to the word it is at. */
interface Caret {
  anchor: Span;
  head: Span;
}

/** The pages of a report in their order; those that could not be read are shown as large as the one before. */
function pagesOf(known: readonly Page[], count: number): Page[] {
  const byNumber = new Map(known.map((page) => [page.number, page]));
  const pages: Page[] = [];
  for (let number = 1; number <= Math.max(count, known.at(-1)?.number ?? 0); number++) {
    const before = pages.at(-1) ?? known[0];
    const blank = before && { ...before, number, start: before.end, end: before.end };
    const page = byNumber.get(number) ?? blank;
    if (page) pages.push(page);
  }
  return pages;
}

/** The index of the figures, made of the one before it. */
function useIndex(figures: ViewerProps['figures']): FigureIndex {
  const last = useRef<FigureIndex>(undefined);
  last.current = useMemo(() => indexOf(figures, last.current), [figures]);
  return last.current;
}

const LETTERS: Zoom = { fit: null, scale: FULL };

/**
 * The left side of the desk: a report as it looks, or as text, with every figure marked. It fills its container, which
 * must have a height, and scrolls by itself.
 */
export const Viewer = memo(function Viewer(props: ViewerProps) {
  const { record, document, figures, selected, onSelect, onSpan, ref } = props;
  const words = useWords();
  const { text } = record;
  const printing = usePrinting();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const size = useSize(scroller);
  const paged = record.pages.length > 0;
  const [chosen, setChosen] = useState<View>('pages');
  const { pdf, problem, retry } = usePageSource(document, record, paged && chosen === 'pages');
  const view: View = paged && !problem && !printing ? chosen : 'text';
  const count = pdf?.numPages ?? 0;
  const pages = useMemo(() => pagesOf(record.pages, count), [record, count]);
  const index = useIndex(figures);

  const [pageZoom, setPageZoom] = useState<Zoom>({ fit: 'width' });
  const [turn, setTurn] = useState(0);
  const [letters, setLetters] = useState<Zoom>(LETTERS);
  const [reading, setReading] = useState({ position: 0, page: 1 });
  const [outline, setOutline] = useState(false);
  const [marked, setMarked] = useState<Span | null>(null);
  const [caret, setCaret] = useState<Caret | null>(null);
  const [unmarkable, setUnmarkable] = useState(false);
  const sheet = useRef<PagesHandle>(null);
  const article = useRef<TextHandle>(null);
  const shown = useCallback(() => sheet.current ?? article.current, []);

  const showFigure = useCallback(
    (id: string, focus = false) => {
      const figure = index.get(id);
      if (figure) shown()?.show(figure.span, { figure: id, focus });
    },
    [index, shown],
  );
  const showSection = useCallback(
    (id: string) => {
      const section = record.sections.find((one) => one.id === id);
      if (section) shown()?.show(section.span, { edge: 'start' });
    },
    [record, shown],
  );

  // A newly selected figure comes into view; what is in view already stays where it is.
  const ready = scroller !== null && size !== null && size.height > 0;
  const lastReading = useRef(reading);
  lastReading.current = reading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a figure that changes otherwise does not call for the view
  useEffect(() => {
    if (ready && selected) showFigure(selected);
  }, [selected, view, ready]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other view opens where this one was
  useEffect(() => {
    const { position, page } = lastReading.current;
    if (!ready || selected || position === 0) return;
    if (sheet.current) sheet.current.goTo(page);
    else article.current?.show({ start: position, end: position }, { edge: 'start' });
  }, [view]);

  // Where reading is: the page in the middle of the view, the piece of text at its top.
  useEffect(() => {
    if (!scroller) return;
    let asked = 0;
    const look = () => {
      asked = 0;
      const page = sheet.current?.page();
      const position = article.current?.position() ?? record.pages.find(({ number }) => number === page)?.start ?? 0;
      const number = page ?? pageAt(record, position) ?? 1;
      setReading((last) => (last.position === position && last.page === number ? last : { position, page: number }));
    };
    const scrolled = () => {
      asked ||= requestAnimationFrame(look);
    };
    scroller.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', scrolled);
      cancelAnimationFrame(asked);
    };
  }, [scroller, record]);

  const mark = useCallback(
    (span: Span | null) => {
      setMarked(span);
      setCaret(null);
      setUnmarkable(false);
      onSpan(span);
    },
    [onSpan],
  );
  const moveCaret = useCallback(
    (next: Caret) => {
      setCaret(next);
      setMarked(joined(next.anchor, next.head));
      requestAnimationFrame(() => shown()?.show(next.head, {}));
    },
    [shown],
  );
  const markByKeyboard = useCallback(() => {
    const figure = selected === null ? undefined : index.get(selected);
    const start = figure?.span ?? wordFrom(text, lastReading.current.position);
    if (!start) return;
    moveCaret({ anchor: start, head: start });
    scroller?.focus({ preventScroll: true });
  }, [selected, index, text, moveCaret, scroller]);

  useImperativeHandle(ref, () => ({
    showFigure: (id, options) => showFigure(id, options?.focus),
    showSection,
    showSpan: (span) => {
      const wanted = whole(text, trimmed(text, span) ?? span);
      setCaret(null);
      setMarked(wanted);
      requestAnimationFrame(() => shown()?.show(wanted, {}));
    },
    clearSpan: () => {
      setCaret(null);
      setMarked(null);
    },
    markByKeyboard,
  }));

  const page = pages.find(({ number }) => number === reading.page) ?? pages[0];
  const zoom = view === 'pages' ? pageZoom : letters;
  const scale =
    view === 'pages' && page && size ? scaleOf(pageZoom, turned(page, turn), size) : scaleOf(letters, NO_SIZE, NO_SIZE);
  const setZoom = view === 'pages' ? setPageZoom : setLetters;

  /** Whether the key was one of the viewer's own. */
  const press = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    const figure = (event.target as Element).closest<HTMLElement>('[data-figure]')?.dataset.figure;
    if (caret) {
      if (key === 'Enter') mark(marked);
      else if (key === 'Escape') mark(null);
      else {
        const head = step(text, caret.head, key);
        if (!head) return false;
        moveCaret({ anchor: shiftKey ? caret.anchor : head, head });
      }
      return true;
    }
    if (key === 'Escape' && marked) mark(null);
    else if (shiftKey && figure && (key === 'ArrowRight' || key === 'ArrowLeft')) {
      const anchor = index.get(figure)?.span;
      const head = anchor && step(text, anchor, key);
      if (!head) return false;
      moveCaret({ anchor, head });
    } else if ((key === 'Enter' || key === ' ') && figure && view === 'text') onSelect(figure);
    else if (key === '+' || key === '=') setZoom(zoomed(scale, 1));
    else if (key === '-') setZoom(zoomed(scale, -1));
    else return false;
    return true;
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing || !press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shared = { record, index, selected, marked, onSelect, onMark: mark };
  return (
    <div className="viewer" data-view={view} data-marking={caret !== null}>
      <Toolbar
        view={view}
        both={paged && !problem}
        onView={setChosen}
        page={
          paged
            ? {
                page: reading.page,
                last: pages.at(-1)?.number ?? 1,
                onPage: (number) => {
                  const start = record.pages.find((one) => one.number === number)?.start;
                  if (sheet.current) sheet.current.goTo(number);
                  else if (start !== undefined) article.current?.show({ start, end: start }, { edge: 'start' });
                },
              }
            : null
        }
        scale={scale}
        zoom={zoom}
        onZoom={(by) => setZoom(zoomed(scale, by))}
        onFit={(fit) => setPageZoom({ fit })}
        onTurn={() => setTurn((quarters) => (quarters + 1) % 4)}
        sections={record.sections.length > 0 ? outline : null}
        onSections={() => setOutline((open) => !open)}
        marking={caret !== null}
        onMarking={() => (caret ? mark(null) : markByKeyboard())}
      />
      {problem && (
        <p className="viewer-notice" role="status">
          {words.noPages[problem]}{' '}
          {problem === 'offline' && (
            <button type="button" onClick={retry}>
              {words.retry}
            </button>
          )}
        </p>
      )}
      {unmarkable && view === 'pages' && (
        <p className="viewer-notice" role="status">
          {words.noWords}{' '}
          <button type="button" onClick={() => setChosen('text')}>
            {words.toText}
          </button>
        </p>
      )}
      <div className="viewer-body">
        {outline && (
          <nav id="viewer-sections" className="viewer-sections" aria-label={words.sections}>
            <SectionList record={record} position={reading.position} onSection={showSection} />
          </nav>
        )}
        <div
          ref={setScroller}
          className="viewer-scroller"
          role="region"
          aria-label={words.report}
          // What scrolls must be reachable by keyboard.
          tabIndex={0}
          onKeyDown={keyDown}
        >
          {scroller && size && view === 'pages' && (
            <PagesView
              {...shared}
              ref={sheet}
              document={document.id}
              version={document.processed}
              pages={pages}
              pdf={pdf}
              scroller={scroller}
              view={size}
              zoom={pageZoom}
              turn={turn}
              onNoWords={() => setUnmarkable(true)}
            />
          )}
          {scroller && size && view === 'text' && (
            <TextView {...shared} ref={article} scroller={scroller} zoom={scale / FULL} />
          )}
        </div>
      </div>
      <p className={caret ? 'viewer-says' : 'hidden'} role="status">
        {caret && <span className="viewer-keys">{words.marking}</span>}
        {marked && <span>{words.marked(shortened(text.slice(marked.start, marked.end)))}</span>}
      </p>
    </div>
  );
});

const NO_SIZE = { width: 1, height: 1 };
const shortened = (marked: string) => (marked.length > 120 ? `${marked.slice(0, 80)} … ${marked.slice(-30)}` : marked);
