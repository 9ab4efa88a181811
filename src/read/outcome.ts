import { z } from 'zod';
import { SourceDocument } from '../model/index.ts';
import { Failure } from './failure.ts';

/** What the child process tells its parent; checked, since the child has worked on hostile bytes. */
export const Outcome = z.union([
  z.object({
    reading: SourceDocument.partial({ encoding: true, ocr: true }).pick({
      mediaType: true,
      reader: true,
      title: true,
      text: true,
      pages: true,
      blocks: true,
      tables: true,
      words: true,
      messages: true,
      encoding: true,
      ocr: true,
    }),
  }),
  z.object({ archive: z.literal(true) }),
  Failure,
]);
export type Outcome = z.infer<typeof Outcome>;
