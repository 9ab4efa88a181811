import { z } from 'zod';
import { Topic } from './codes.ts';
import { Page, SourceDocument } from './document.ts';
import { Figure } from './figure.ts';
import { Message } from './message.ts';
import { Place } from './place.ts';
import { Period, Span } from './span.ts';

export const Section = z
  .object({
    id: z.string(),
    /** As printed, without its closing mark: "I", "3.1", "a"; "" where the heading has none. */
    number: z.string(),
    heading: z.string(),
    /** Depth in the outline, from 1. */
    level: z.int().min(1),
    parent: z.string().nullable(),
    topic: Topic.nullable(),
    /** From the heading to the start of the next section of the same or a higher level. */
    span: Span,
  })
  .meta({ id: 'Section' });
export type Section = z.infer<typeof Section>;

export const Table = z
  .object({
    id: z.string(),
    span: Span,
    caption: z.string().nullable(),
    unit: z.string().nullable(),
    header: z.array(z.array(z.string())),
    rows: z.array(z.array(z.string())),
    /** Where cells are merged; `row` counts from the first row of `header`. */
    merged: z
      .array(
        z.object({ row: z.int().min(0), column: z.int().min(0), rowSpan: z.int().min(1), colSpan: z.int().min(1) }),
      )
      .optional(),
  })
  .meta({ id: 'Table' });
export type Table = z.infer<typeof Table>;

export const Check = z
  .object({
    rule: z.string(),
    status: z.enum(['pass', 'fail']),
    figures: z.array(z.string()),
    expected: z.number().nullable(),
    actual: z.number().nullable(),
    message: z.string(),
    /** Of a failed check: the slips that would explain it, likeliest first. */
    suggestions: z.array(z.object({ figure: z.string(), value: z.number() })).optional(),
  })
  .meta({ id: 'Check' });
export type Check = z.infer<typeof Check>;

/** ISO 8601, to the precision the document gives: a year, a month or a day. */
export const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

export const DocumentMetadata = z
  .object({
    type: z.enum(['report', 'plan', 'decision', 'news', 'interview', 'other']),
    number: z.string().nullable(),
    title: z.string().nullable(),
    issuer: z.string().nullable(),
    issued: PartialDate.nullable(),
    signer: z.string().nullable(),
    place: Place.nullable(),
    period: Period.extend({ label: z.string() }).nullable(),
  })
  .meta({ id: 'DocumentMetadata' });
export type DocumentMetadata = z.infer<typeof DocumentMetadata>;

/** What is known of a document that says nothing of itself. */
export const NOTHING_SAID: DocumentMetadata = {
  type: 'other',
  number: null,
  title: null,
  issuer: null,
  issued: null,
  signer: null,
  place: null,
  period: null,
};

/** Everything ansinh knows of one report. The contract of `design/record.md`. */
export const ReportRecord = z
  .object({
    schemaVersion: z.literal('1.0'),
    extractor: z.object({ name: z.literal('ansinh'), version: z.string() }),
    document: SourceDocument.pick({
      sha256: true,
      filename: true,
      mediaType: true,
      bytes: true,
      reader: true,
      encoding: true,
      ocr: true,
    })
      .extend({ pages: z.int().min(0).nullable() })
      .extend(DocumentMetadata.shape),
    text: z.string(),
    pages: z.array(Page),
    sections: z.array(Section),
    tables: z.array(Table),
    figures: z.array(Figure),
    checks: z.array(Check),
    messages: z.array(Message),
  })
  .meta({ title: 'ansinh record', description: 'A Vietnamese welfare report as data.' });
export type ReportRecord = z.infer<typeof ReportRecord>;
