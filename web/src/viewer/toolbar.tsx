import { type ReactNode, useState } from 'react';
import { formatPercent } from '../format.ts';
import type { View } from './types.ts';
import { useWords } from './words.ts';
import { FULL, type Zoom } from './zoom.ts';

interface PageFieldProps {
  page: number;
  last: number;
  onPage: (page: number) => void;
}

/** The number of the page in view; another one typed leads there. */
function PageField({ page, last, onPage }: PageFieldProps) {
  const words = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const number = Math.trunc(Number(typed));
    if (typed !== null && number > 0) onPage(Math.min(number, last));
    setTyped(null);
  };
  return (
    <form
      className="viewer-group"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <Tool label={words.previousPage} disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ↑
      </Tool>
      <label>
        <span className="hidden">{words.page}</span>
        <input
          className="viewer-page-number"
          inputMode="numeric"
          value={typed ?? page}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
          onFocus={(event) => event.target.select()}
          onBlur={go}
        />
      </label>
      <span className="viewer-last">{words.ofPages(last)}</span>
      <Tool label={words.nextPage} disabled={page >= last} onClick={() => onPage(page + 1)}>
        ↓
      </Tool>
    </form>
  );
}

interface ToolProps {
  label: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, pressed, disabled, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className="viewer-tool"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

interface Props {
  view: View;
  /** Whether there are pages to switch to. */
  both: boolean;
  onView: (view: View) => void;
  page: PageFieldProps | null;
  /** CSS pixels for each point of the page in view. */
  scale: number;
  zoom: Zoom;
  onZoom: (by: 1 | -1) => void;
  onFit: (fit: 'width' | 'page') => void;
  onTurn: () => void;
  sections: boolean | null;
  onSections: () => void;
  marking: boolean;
  onMarking: () => void;
}

const VIEWS: View[] = ['pages', 'text'];
const FITS = ['width', 'page'] as const;

export function Toolbar(props: Props) {
  const words = useWords();
  const { view, zoom, scale } = props;
  return (
    <div className="viewer-bar" role="group" aria-label={words.toolbar}>
      {props.sections !== null && (
        <button
          type="button"
          className="viewer-tool wide"
          aria-expanded={props.sections}
          aria-controls="viewer-sections"
          onClick={props.onSections}
        >
          {words.sections}
        </button>
      )}
      {props.page && <PageField {...props.page} />}
      <div className="viewer-group" role="group" aria-label={words.zoom}>
        <Tool label={words.zoomOut} disabled={scale <= 0.5 * FULL + 0.001} onClick={() => props.onZoom(-1)}>
          −
        </Tool>
        <output className="viewer-scale">{formatPercent(scale / FULL)}</output>
        <Tool label={words.zoomIn} disabled={scale >= 4 * FULL - 0.001} onClick={() => props.onZoom(1)}>
          +
        </Tool>
        {view === 'pages' &&
          FITS.map((fit) => (
            <Tool key={fit} label={words.fit[fit]} pressed={zoom.fit === fit} onClick={() => props.onFit(fit)}>
              <span aria-hidden="true" className={`viewer-fit-${fit}`} />
            </Tool>
          ))}
        {view === 'pages' && (
          <Tool label={words.turn} onClick={props.onTurn}>
            ↻
          </Tool>
        )}
      </div>
      <Tool label={words.markHint} pressed={props.marking} onClick={props.onMarking}>
        <span className="viewer-marker">{words.mark}</span>
      </Tool>
      {props.both && (
        <div className="viewer-group viewer-switch" role="group" aria-label={words.view}>
          {VIEWS.map((name) => (
            <button key={name} type="button" aria-pressed={view === name} onClick={() => props.onView(name)}>
              {words.views[name]}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
