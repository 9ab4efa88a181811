/** How large pages are drawn: fitted to the view, or `scale` CSS pixels for each point of the page. */
export type Zoom = { fit: 'width' | 'page' } | { fit: null; scale: number };

export interface Size {
  width: number;
  height: number;
}

/** CSS pixels of a point at 100 %. */
export const FULL = 96 / 72;
const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4].map((step) => step * FULL);
const [LEAST, MOST] = [STEPS[0] as number, STEPS.at(-1) as number];
/** What is left free around a fitted page. */
export const MARGIN = 16;

/** CSS pixels for each point of a page. A fitted page fits by itself, so that one across is not smaller than it need be. */
export function scaleOf(zoom: Zoom, page: Size, view: Size): number {
  if (zoom.fit === null) return zoom.scale;
  const across = (view.width - 2 * MARGIN) / page.width;
  const down = (view.height - 2 * MARGIN) / page.height;
  // Fitting may go below what the buttons offer: on a phone a page is smaller than half its size.
  return Math.min(Math.max(zoom.fit === 'width' ? across : Math.min(across, down), 0.1), MOST);
}

/** The next larger (1) or smaller (-1) step from a scale. */
export function zoomed(scale: number, by: 1 | -1): Zoom {
  const further = by > 0 ? STEPS.find((step) => step > scale * 1.01) : STEPS.findLast((step) => step < scale * 0.99);
  return { fit: null, scale: further ?? (by > 0 ? MOST : Math.max(LEAST, Math.min(scale, LEAST))) };
}

/** The size of a page that is turned by quarters. */
export const turned = ({ width, height }: Size, quarters: number): Size =>
  quarters % 2 === 0 ? { width, height } : { width: height, height: width };
