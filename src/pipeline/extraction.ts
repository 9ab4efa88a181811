import { z } from 'zod';
import { type Given, ReportRecord } from '../model/index.ts';
import { Failure } from '../read/failure.ts';

/** What the bytes of a file do not say: what it is called, which it is, and what is known of it from where it lay. */
export type Identity = { filename: string; sha256: string; given: Given | null };

/** A document's record, and its words by page: packed, which is text on the way (base64). */
export const Extraction = z.object({
  record: ReportRecord,
  words: z.array(z.tuple([z.int().min(1), z.string().transform((packed) => Buffer.from(packed, 'base64'))])),
});
export type Extraction = z.output<typeof Extraction>;
/** As its process says it. */
export type Said = z.input<typeof Extraction>;

/** What a process tells its parent; checked, since it has worked on hostile bytes. */
export const Outcome = z.union([Extraction, z.object({ archive: z.literal(true) }), Failure]);
export type Outcome = z.infer<typeof Outcome>;
