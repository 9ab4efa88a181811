import { z } from 'zod';
import { Message } from './message.ts';
import { Box, Span } from './span.ts';

export const Page = z
  .object({
    number: z.int().min(1),
    start: z.int().min(0),
    end: z.int().min(0),
    width: z.number(),
    height: z.number(),
  })
  .meta({ id: 'Page' });
export type Page = z.infer<typeof Page>;

/** A paragraph of the flow, whole again: line breaks inside sentences are already joined. */
export const Block = z.object({
  span: Span,
  kind: z.enum(['paragraph', 'heading', 'list_item', 'table', 'furniture']),
  /** Heading depth where the format names one (Word's "Heading 2", HTML's h2), else null. */
  level: z.int().min(1).nullable(),
  /** The whole block is set in bold type. */
  bold: z.boolean(),
});
export type Block = z.infer<typeof Block>;

export const TableCell = z.object({
  text: z.string(),
  span: Span,
  colSpan: z.int().min(1),
  rowSpan: z.int().min(1),
});
export type TableCell = z.infer<typeof TableCell>;

export const SourceTable = z.object({ span: Span, rows: z.array(z.array(TableCell)), headerRows: z.int().min(0) });
export type SourceTable = z.infer<typeof SourceTable>;

/** Where a word of `text` stands on its page; `confidence` (0 to 1) is the OCR engine's own, where one read it. */
export const PlacedWord = z.object({ span: Span, box: Box, confidence: z.number().min(0).max(1).optional() });
export type PlacedWord = z.infer<typeof PlacedWord>;

/** What a reader makes of a file: its text, repaired once, and where everything stood. */
export const SourceDocument = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  filename: z.string(),
  mediaType: z.string(),
  bytes: z.int().min(0),
  reader: z.object({ name: z.string(), version: z.string() }),
  encoding: z.enum(['unicode', 'tcvn3', 'vni', 'mixed']),
  ocr: z.object({ engine: z.string(), meanConfidence: z.number() }).nullable(),
  /** The title the file's own properties give, if any. */
  title: z.string().nullable(),
  text: z.string(),
  pages: z.array(Page),
  blocks: z.array(Block),
  tables: z.array(SourceTable),
  words: z.array(PlacedWord),
  messages: z.array(Message),
});
export type SourceDocument = z.infer<typeof SourceDocument>;
