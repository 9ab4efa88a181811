import { z } from 'zod';
import { ReadErrorCode } from '../model/failure.ts';

/** A ReadError as one process tells it to another. */
export const Failure = z.object({ code: ReadErrorCode, detail: z.string().nullable() });
export type Failure = z.infer<typeof Failure>;
