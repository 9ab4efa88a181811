import { z } from 'zod';
import { READ_ERROR_CODES } from './read-error.ts';

export * from './read-error.ts';

export const ReadErrorCode = z.enum(READ_ERROR_CODES);
export type ReadErrorCode = z.infer<typeof ReadErrorCode>;
