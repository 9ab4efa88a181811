import { z } from 'zod';
import { Indicator, Subject } from './codes.ts';
import { ReadErrorCode } from './failure.ts';
import { Figure } from './figure.ts';
import { DocumentMetadata } from './record.ts';
import { Span } from './span.ts';

/** Where a report is on its way through people's hands. */
export const ReviewState = z.enum(['extracted', 'in_review', 'reviewed', 'approved']).meta({ id: 'ReviewState' });
export type ReviewState = z.infer<typeof ReviewState>;

/** Where a document is on its way. */
export const DocumentStatus = z.enum(['queued', 'processing', 'extracted', 'reviewed', 'failed']);
export type DocumentStatus = z.infer<typeof DocumentStatus>;

/** One file of an upload, as answered at once. */
export const SubmittedDocument = z
  .object({
    id: z.string(),
    filename: z.string(),
    sha256: z.string(),
    status: DocumentStatus,
    duplicate: z.boolean(),
  })
  .meta({ id: 'SubmittedDocument' });
export type SubmittedDocument = z.infer<typeof SubmittedDocument>;

/** Why a document failed: a code for programs, sentences (in the asked language) for people. */
export const DocumentError = z
  .object({
    code: z.union([ReadErrorCode, z.enum(['internal', 'cancelled'])]),
    message: z.string(),
    remedy: z.string(),
  })
  .meta({ id: 'DocumentError' });
export type DocumentError = z.infer<typeof DocumentError>;

/** What became of the files of an archive: `found` = `done` + `duplicate` + `failed` + `pending`, always. */
export const MemberCounts = z
  .object({ found: z.int(), done: z.int(), duplicate: z.int(), failed: z.int(), pending: z.int() })
  .meta({ id: 'MemberCounts' });
export type MemberCounts = z.infer<typeof MemberCounts>;

/** Of a scan: the page that is being recognised, of how many. */
export const Progress = z.object({ page: z.int().min(1), pages: z.int().min(1) }).meta({ id: 'Progress' });
export type Progress = z.infer<typeof Progress>;

/** A document as lists and its own address show it; the record has the rest. */
export const DocumentView = z
  .object({
    id: z.string(),
    filename: z.string(),
    sha256: z.string(),
    mediaType: z.string().nullable(),
    bytes: z.int(),
    status: DocumentStatus,
    error: DocumentError.nullable(),
    batch: z.string().nullable(),
    submitted: z.iso.datetime(),
    processed: z.iso.datetime().nullable(),
    extractorVersion: z.string().nullable(),
    metadata: DocumentMetadata.nullable(),
    counts: z
      .object({
        pages: z.int().nullable(),
        sections: z.int(),
        figures: z.int(),
        failedChecks: z.int(),
        /** Figures worth a look that nobody has decided on; not told to a second reviewer who may not know of the first. */
        doubtful: z.int().optional(),
      })
      .nullable(),
    /** Of what has been extracted: how far people are with it, and who has it in hand. */
    review: z.object({ state: ReviewState, claimedBy: z.string().nullable() }).optional(),
    /** While a scan is being recognised. */
    progress: Progress.optional(),
    /** The archive the document came in, and its path there. */
    archive: z.object({ id: z.string(), filename: z.string(), path: z.string() }).optional(),
    /** Of an archive: what became of its files. */
    members: MemberCounts.optional(),
  })
  .meta({ id: 'DocumentView' });
export type DocumentView = z.infer<typeof DocumentView>;

/** A file of an archive: the document it is, or why it became none. */
export const ArchiveMember = z
  .object({
    path: z.string(),
    /** The same bytes had come before, by themselves or in this or another archive. */
    duplicate: z.boolean(),
    document: DocumentView.nullable(),
    error: DocumentError.nullable(),
  })
  .meta({ id: 'ArchiveMember' });
export type ArchiveMember = z.infer<typeof ArchiveMember>;

/** A list one page long; `next` is the opaque cursor of the following page. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
export type ListOf<T> = { items: T[]; next: string | null };

export const FigureWithDocument = Figure.extend({
  document: DocumentView.pick({ id: true, filename: true, metadata: true }),
}).meta({ id: 'FigureWithDocument' });
export type FigureWithDocument = z.infer<typeof FigureWithDocument>;

/** What a person says of a figure as a whole. A rejected one counts in no record, search, series or export. */
export const Verdict = z.enum(['accepted', 'rejected']).meta({ id: 'Verdict' });
export type Verdict = z.infer<typeof Verdict>;

/** The fields of a figure that a person may set; `verdict: null` takes a verdict back. */
export const FigurePatch = Figure.pick({
  kind: true,
  value: true,
  unit: true,
  unitText: true,
  per: true,
  comparator: true,
  role: true,
  indicator: true,
  subjects: true,
  topic: true,
  purpose: true,
  period: true,
  place: true,
  partOf: true,
  label: true,
})
  .partial()
  .extend({ verdict: Verdict.nullable().optional(), reason: z.string().max(2000).optional() })
  .strict()
  .meta({ id: 'FigurePatch' });
export type FigurePatch = z.infer<typeof FigurePatch>;

/** A figure the extractor missed: where it stands, and what a person knows of it. */
export const NewFigure = FigurePatch.extend({ span: Span }).strict().meta({ id: 'NewFigure' });
export type NewFigure = z.infer<typeof NewFigure>;

/** One human decision: an event that is never changed. */
export const HistoryEvent = z
  .object({
    at: z.iso.datetime(),
    who: z.string(),
    /** Null where it is of the report as a whole. */
    figure: z.string().nullable(),
    field: z.string(),
    old: z.unknown(),
    new: z.unknown(),
    reason: z.string().nullable(),
    /** Of the second reviewer's own review. */
    layer: z.literal('second').optional(),
  })
  .meta({ id: 'HistoryEvent' });
export type HistoryEvent = z.infer<typeof HistoryEvent>;

export const FigureFilter = z.object({
  /** One document only. */
  document: z.string().max(64).optional(),
  indicator: Indicator.optional(),
  subject: Subject.optional(),
  place: z.string().max(200).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  q: z.string().max(200).optional(),
});
export type FigureFilter = z.infer<typeof FigureFilter>;

/** One point of a series: every figure that speaks of one period. */
export const SeriesPoint = z
  .object({
    period: z.object({ start: z.iso.date(), end: z.iso.date() }),
    figures: z.array(FigureWithDocument),
  })
  .meta({ id: 'SeriesPoint' });
export const Series = z.object({ points: z.array(SeriesPoint) }).meta({ id: 'Series' });
export type Series = z.infer<typeof Series>;

/** A file of an upload that was not taken, and why; the others of the same upload are kept. */
export const RefusedFile = z.object({
  filename: z.string(),
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
});
export type RefusedFile = z.infer<typeof RefusedFile>;

export const Upload = z
  .object({ documents: z.array(SubmittedDocument), refused: z.array(RefusedFile) })
  .meta({ id: 'Upload' });
export type Upload = z.infer<typeof Upload>;

/** RFC 9457 problem details; `code` is stable, `detail` tells a person what to do. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string().regex(/^[a-z][a-z0-9_]*$/),
    /** The request's id, as the server's log has it. */
    request: z.string(),
  })
  .loose()
  .meta({ id: 'Problem' });
export type ProblemDetails = z.infer<typeof ProblemDetails>;
