import { z } from 'zod';

/** A half-open stretch of a record's `text`, in UTF-16 code units. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) }).meta({ id: 'Span' });
export type Span = z.infer<typeof Span>;

/** A rectangle on a page, in points from the page's top left corner. `page` counts from 1. */
export const Box = z
  .object({
    page: z.int().min(1),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
  })
  .meta({ id: 'Box' });
export type Box = z.infer<typeof Box>;

/** First and last day, ISO 8601, both included; one day has start = end. */
export const Period = z.object({ start: z.iso.date(), end: z.iso.date() }).meta({ id: 'Period' });
export type Period = z.infer<typeof Period>;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
