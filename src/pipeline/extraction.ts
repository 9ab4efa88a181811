import { z } from 'zod';
import { type Given, PageWords, ReportRecord } from '../model/index.ts';
import { Failure } from '../read/failure.ts';

/** What the bytes of a file do not say: what it is called, which it is, and what is known of it from where it lay. */
export type Identity = { filename: string; sha256: string; given: Given | null };

/** A document's record, and its words by page. */
export const Extraction = z.object({
  record: ReportRecord,
  words: z.array(z.tuple([z.int().min(1), PageWords.shape.words])),
});
export type Extraction = z.infer<typeof Extraction>;

/** What a process tells its parent; checked, since it has worked on hostile bytes. */
export const Outcome = z.union([Extraction, z.object({ archive: z.literal(true) }), Failure]);
export type Outcome = z.infer<typeof Outcome>;
