import { z } from 'zod';
import { ReadError, ReadErrorCode } from '../model/failure.ts';

/** A ReadError as one process tells it to another. */
export const Failure = z.object({ code: ReadErrorCode, detail: z.string().nullable() });
export type Failure = z.infer<typeof Failure>;

/** What a reader threw: what is not typed is a file that it did not expect, damaged as far as anyone can say. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ReadError) return { code: error.code, detail: error.detail };
  return { code: 'damaged', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
