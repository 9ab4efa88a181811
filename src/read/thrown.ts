import { ReadError } from '../model/read-error.ts';
import type { Failure } from './failure.ts';

/** What a reader threw: what is not typed is a file that it did not expect, damaged as far as anyone can say. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ReadError) return { code: error.code, detail: error.detail };
  return { code: 'damaged', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
