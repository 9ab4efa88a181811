import { z } from 'zod';
import { DocumentError } from './api.ts';

/**
 * `open`: files may come and are worked on; `paused`: none is begun until it is resumed; `cancelled`: what had not been
 * begun counts as failed with the code `cancelled`; `finished`: it has files and none is pending. A file that comes
 * later opens a finished batch again.
 */
export const BatchState = z.enum(['open', 'paused', 'cancelled', 'finished']).meta({ id: 'BatchState' });
export type BatchState = z.infer<typeof BatchState>;

/** What became of a file of a batch. */
export const BatchFileState = z.enum(['done', 'duplicate', 'failed', 'pending']).meta({ id: 'BatchFileState' });
export type BatchFileState = z.infer<typeof BatchFileState>;

/** Where a file failed: it was never taken, could not be read, or we failed on it. */
export const BatchStage = z.enum(['upload', 'read', 'extract']).meta({ id: 'BatchStage' });
export type BatchStage = z.infer<typeof BatchStage>;

/** What is known of a report from where it lay: laid under what the report says itself, never over it. */
export const Given = z
  .object({
    /** An official code, or a name with the units above it: "Xã Tân Hưng, huyện Long Phú, tỉnh Sóc Trăng". */
    place: z.string().trim().min(1).max(300).nullable().default(null),
    year: z.int().min(1945).max(2100).nullable().default(null),
  })
  .strict()
  .meta({ id: 'Given' });
export type Given = z.infer<typeof Given>;

/** `found` = `done` + `duplicate` + `failed` + `pending`, always. */
export const Batch = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Files that were brought, or documents that are extracted again. */
    kind: z.enum(['files', 'extraction']),
    state: BatchState,
    created: z.iso.datetime(),
    found: z.int(),
    done: z.int(),
    duplicate: z.int(),
    failed: z.int(),
    pending: z.int(),
    /** Of the pending ones: announced, and their bytes have not come yet. */
    awaited: z.int(),
    /** Of the pending ones: a worker has them in hand. */
    processing: z.int(),
    /** The failed ones by code, the most frequent first. */
    errors: z.array(
      DocumentError.extend({
        stage: BatchStage,
        count: z.int(),
        /** Their bytes are here, or can be sent again: `retry` does something. */
        retryable: z.boolean(),
      }),
    ),
    /** Files that came to an end in the last five minutes, a minute. */
    perMinute: z.number(),
    /** When the last file came to an end. */
    settled: z.iso.datetime().nullable(),
    given: Given,
  })
  .meta({ id: 'Batch' });
export type Batch = z.infer<typeof Batch>;

/** A new batch; `key` makes it the same batch for whoever comes with the same key again. */
export const NewBatch = z
  .object({
    name: z.string().trim().min(1).max(200),
    key: z.string().min(1).max(200).optional(),
    given: Given.optional(),
  })
  .strict()
  .meta({ id: 'NewBatch' });
export type NewBatch = z.infer<typeof NewBatch>;

/** A file that will be sent: its path in the batch, and its content by hash. */
export const AnnouncedFile = z
  .object({
    path: z.string().min(1).max(4000),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(0),
    given: Given.optional(),
  })
  .strict()
  .meta({ id: 'AnnouncedFile' });
export type AnnouncedFile = z.infer<typeof AnnouncedFile>;

export const Announcement = z
  .object({ files: z.array(AnnouncedFile).min(1).max(1000) })
  .strict()
  .meta({ id: 'Announcement' });

/** A file of a batch: what became of it, and what to do. */
export const BatchFile = z
  .object({
    /** As it was sent; of a member of an archive the archive's path and its own. */
    path: z.string(),
    state: BatchFileState,
    /** Its bytes have not come yet: they are to be sent. */
    awaited: z.boolean(),
    /** The document it is, or is a duplicate of. */
    document: z.string().nullable(),
    stage: BatchStage.nullable(),
    error: DocumentError.nullable(),
  })
  .meta({ id: 'BatchFile' });
export type BatchFile = z.infer<typeof BatchFile>;

export const BatchAction = z
  .discriminatedUnion('action', [
    z.object({ action: z.enum(['pause', 'resume', 'cancel']) }).strict(),
    /** All failed files, or those of one code. */
    z.object({ action: z.literal('retry'), code: z.string().max(40).optional() }).strict(),
  ])
  .meta({ id: 'BatchAction' });
export type BatchAction = z.infer<typeof BatchAction>;

/** Extract again what an engine older than `below` extracted; of one batch or of all. */
export const NewExtraction = z
  .object({
    below: z.string().regex(/^\d+\.\d+\.\d+$/),
    batch: z.string().max(200).optional(),
    name: z.string().trim().min(1).max(200).optional(),
  })
  .strict()
  .meta({ id: 'NewExtraction' });
export type NewExtraction = z.infer<typeof NewExtraction>;
