import { ArchiveError } from '../model/read-error.ts';
import type { Failure } from './failure.ts';
import { failureOf } from './thrown.ts';

/** What `work` makes of a document, or what was thrown instead, as one process tells it to another. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<T | { archive: true } | Failure> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArchiveError) return { archive: true };
    return failureOf(error);
  }
}
