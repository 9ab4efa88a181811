import { useQuery } from '@tanstack/react-query';
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type CSSProperties, memo, useEffect, useRef, useState } from 'react';
import type { Page, Span } from '../../../src/model/index.ts';
import { type Rect, rectsOf, wordsClient, wordsOfPage } from './page-words.ts';
import type { ViewerFigure } from './types.ts';
import { useWords } from './words.ts';
import { turned } from './zoom.ts';

/** The largest picture of a page, in pixels: at 400 % on a fine screen more would exhaust the memory. */
const MOST_PIXELS = 16e6;
/** A page that is only passed on the way is not drawn, in milliseconds. */
const PASSING = 60;

/** Frees a canvas's memory at once; browsers are in no hurry. */
function free(canvas: HTMLCanvasElement | null): void {
  if (canvas) canvas.width = canvas.height = 0;
}

/** One page of a PDF as a picture; the last one stays, stretched, until the next size is drawn. */
function Drawing({ pdf, number, width, height }: { pdf: PDFDocumentProxy; number: number } & Rendering) {
  const words = useWords();
  const holder = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLCanvasElement | null>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');

  useEffect(() => {
    let task: RenderTask | null = null;
    let over = false;
    const canvas = document.createElement('canvas');
    const draw = async () => {
      const page = await pdf.getPage(number);
      const density = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
      const size = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (width * density) / size.width });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      if (over) return;
      task = page.render({ canvas, viewport });
      await task.promise;
      if (over) return;
      // As a finished picture: Chromium hands a canvas of drawing commands on anew with every frame of the page.
      const picture = document.createElement('canvas');
      picture.width = canvas.width;
      picture.height = canvas.height;
      picture.getContext('bitmaprenderer')?.transferFromImageBitmap(await createImageBitmap(canvas));
      free(canvas);
      if (over) return free(picture);
      holder.current?.replaceChildren(picture);
      free(shown.current);
      shown.current = picture;
      setState('drawn');
    };
    const timer = setTimeout(
      () =>
        draw().catch(() => {
          if (!over) setState('failed');
        }),
      PASSING,
    );
    return () => {
      over = true;
      clearTimeout(timer);
      task?.cancel();
      free(canvas);
    };
  }, [pdf, number, width, height]);

  useEffect(
    () => () => {
      free(shown.current);
      shown.current = null;
      // Pages that are out of view keep no fonts or pictures.
      void pdf
        .getPage(number)
        .then((page) => page.cleanup())
        .catch(() => {});
    },
    [pdf, number],
  );

  return (
    <>
      <div ref={holder} className="viewer-picture" data-drawn={state === 'drawn'} aria-hidden="true" />
      {state !== 'drawn' && <p className="viewer-waiting">{state === 'failed' ? words.notDrawn : words.drawing}</p>}
    </>
  );
}

interface Rendering {
  /** In CSS pixels. */
  width: number;
  height: number;
}

interface Props {
  /** What the page is drawn from; null while it is being opened. */
  pdf: PDFDocumentProxy | null;
  page: Page;
  /** CSS pixels for each point. */
  scale: number;
  /** Quarter turns clockwise. */
  turn: number;
  text: string;
  document: string;
  version: string | null;
  figures: readonly ViewerFigure[];
  /** Figures whose text is on this page, but which have no box. */
  unplaced: readonly ViewerFigure[];
  selected: string | null;
  marked: Span | null;
  /** Somebody may be about to mark words here. */
  near: boolean;
}

const NONE: Rect[] = [];

/** One page: its picture, and over it the boxes of its figures and what is marked. */
export const PageSheet = memo(function PageSheet(props: Props) {
  const { pdf, page, scale, turn, figures, unplaced, marked, document, version } = props;
  const labels = useWords();
  const [width, height] = [page.width * scale, page.height * scale];
  const frame = turned({ width, height }, turn);
  const wanted = props.near || marked !== null || unplaced.length > 0;
  const { data: words } = useQuery({ ...wordsOfPage(document, version, page.number), enabled: wanted }, wordsClient);
  const place = ({ x, y, width: across, height: down }: Rect): CSSProperties => ({
    left: `${(100 * x) / page.width}%`,
    top: `${(100 * y) / page.height}%`,
    width: `${(100 * across) / page.width}%`,
    height: `${(100 * down) / page.height}%`,
  });
  const rects = (figure: ViewerFigure): Rect[] =>
    figure.boxes.length > 0
      ? figure.boxes.filter((box) => box.page === page.number)
      : words
        ? rectsOf(words, figure.span)
        : NONE;
  return (
    <section
      className="viewer-page"
      data-page={page.number}
      aria-label={labels.pageAt(page.number)}
      style={{
        width,
        height,
        // Turned about its middle, it stands in the frame of its turned size.
        margin: `${(frame.height - height) / 2}px ${(frame.width - width) / 2}px`,
        rotate: turn === 0 ? undefined : `${turn * 90}deg`,
      }}
    >
      {pdf && <Drawing pdf={pdf} number={page.number} width={width} height={height} />}
      {!pdf && <p className="viewer-waiting">{labels.drawing}</p>}
      {[...figures, ...unplaced].flatMap((figure) => {
        const on = figure.id === props.selected;
        const says = [props.text.slice(figure.span.start, figure.span.end), labels.states[figure.state]];
        const shared = { 'data-figure': figure.id, 'data-state': figure.state, 'data-selected': on };
        return rects(figure).map((rect, i) =>
          i === 0 ? (
            <button
              key={figure.id}
              type="button"
              className="viewer-box"
              {...shared}
              aria-label={says.filter(Boolean).join(', ')}
              aria-pressed={on}
              tabIndex={on ? 0 : -1}
              style={place(rect)}
            />
          ) : (
            <span key={`${figure.id} ${i}`} className="viewer-box" {...shared} style={place(rect)} />
          ),
        );
      })}
      {marked &&
        words &&
        rectsOf(words, marked).map((rect) => (
          <span key={`${rect.x} ${rect.y}`} className="viewer-marked" style={place(rect)} />
        ))}
    </section>
  );
});
