import { z } from 'zod';
import { Span } from './span.ts';

/** A recoverable doubt about a document: coded, never an exception and never silence. */
export const Message = z
  .object({
    code: z.string().regex(/^[a-z][a-z0-9_]*$/),
    severity: z.enum(['info', 'warning', 'error']),
    message: z.string(),
    span: Span.nullable(),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;
