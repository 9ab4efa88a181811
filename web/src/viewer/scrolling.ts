interface Settling {
  scroller: HTMLElement;
  /** The element to bring into view, once it is drawn. */
  target: () => HTMLElement | null;
  edge: 'start' | 'center';
  /** Scrolls to about where it will be, so that it is drawn. */
  approach: () => void;
  done?: (target: HTMLElement) => void;
}

/** Frames after which a target that keeps moving is left where it is. */
const MOST = 20;
/** What scrolls now; a later target takes over. */
const turns = new WeakMap<HTMLElement, number>();

const MARGIN = 24;

/**
 * Scrolls until an element stands where it should, though what lies above it is measured only while it is drawn.
 * An element that is well in view already is left there.
 */
export function settle({ scroller, target, edge, approach, done }: Settling): void {
  const turn = (turns.get(scroller) ?? 0) + 1;
  turns.set(scroller, turn);
  const offBy = (element: HTMLElement): number => {
    const view = scroller.getBoundingClientRect();
    const { top, height } = element.getBoundingClientRect();
    const wanted = edge === 'start' ? MARGIN : Math.max(MARGIN, (view.height - height) / 2);
    return top - view.top - wanted;
  };
  let still = 0;
  let found = false;
  const again = (frame: number) => {
    if (turns.get(scroller) !== turn) return;
    const element = target();
    const before = scroller.scrollTop;
    if (element) {
      sideways(scroller, element);
      const off = offBy(element);
      if (Math.abs(off) > 1) scroller.scrollTop += off;
      if (!found) done?.(element);
      found = true;
      // At either end of the document there is no way further.
      still = scroller.scrollTop === before ? still + 1 : 0;
    } else approach();
    if (still < 2 && frame < MOST) requestAnimationFrame(() => again(frame + 1));
  };
  // In the frame that paints the choice, and once for all choices of that frame: it asks for the layout.
  requestAnimationFrame(() => {
    if (turns.get(scroller) !== turn) return;
    const first = target();
    if (first && edge === 'center' && inView(scroller, first)) done?.(first);
    else again(0);
  });
}

function inView(scroller: HTMLElement, element: HTMLElement): boolean {
  const view = scroller.getBoundingClientRect();
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return top >= view.top + MARGIN && bottom <= view.bottom - MARGIN && left >= view.left && right <= view.right;
}

function sideways(scroller: HTMLElement, element: HTMLElement): void {
  const view = scroller.getBoundingClientRect();
  const { left, right } = element.getBoundingClientRect();
  if (left < view.left || right > view.right) scroller.scrollLeft += (left + right) / 2 - (view.left + view.right) / 2;
}
