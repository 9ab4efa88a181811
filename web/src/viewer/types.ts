import type { Ref } from 'react';
import type { Box, DocumentView, ReportRecord, Span } from '../../../src/model/index.ts';

/** How a figure's mark looks; the selected one is told by `selected`. `picked`: chosen as a part, for a merge … */
export type FigureState = 'plain' | 'doubtful' | 'failed' | 'accepted' | 'rejected' | 'picked';

/** A figure as the viewer marks it. An added one has boxes where the server gave it some, else `[]`. */
export interface ViewerFigure {
  id: string;
  span: Span;
  boxes: Box[];
  state: FigureState;
}

/** The pages as they look, or the text set as a readable document. */
export type View = 'pages' | 'text';

/** What the desk asks of the viewer. Nothing of it moves the keyboard's focus, except `focus` options and methods. */
export interface ViewerHandle {
  /** Scrolls to a figure wherever it is, drawn or not; `focus` takes the keyboard's focus along. */
  showFigure: (id: string, options?: { focus?: boolean }) => void;
  showSection: (id: string) => void;
  /** Marks a stretch of the text and scrolls to it. `onSpan` is not called: the desk knows. */
  showSpan: (span: Span) => void;
  /** Takes the marking off again. */
  clearSpan: () => void;
  /** Starts marking by keyboard, at the selected figure or else at the first word in view. */
  markByKeyboard: () => void;
}

export interface ViewerProps {
  record: ReportRecord;
  document: DocumentView;
  figures: readonly ViewerFigure[];
  selected: string | null;
  /** A mark was clicked, or Enter pressed on it. */
  onSelect: (id: string) => void;
  /** Text was marked (the mouse released, Enter pressed): its span in `record.text`; null: the marking was given up. */
  onSpan: (span: Span | null) => void;
  ref?: Ref<ViewerHandle>;
}
