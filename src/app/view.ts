import { type DocumentView, READ_FAILURES } from '../model/index.ts';
import { INTERNAL_FAILURE } from './errors.ts';
import type { ErrorCode, LedgerDocument } from './ports.ts';
import type { Language } from './service.ts';

const failure = (code: ErrorCode) => (code === 'internal' ? INTERNAL_FAILURE : READ_FAILURES[code]);

/** A document as callers see it, its error in the asked language. */
export const viewOf = (
  { errorCode, run: _run, attempts: _attempts, ...document }: LedgerDocument,
  language: Language,
): DocumentView => ({
  ...document,
  error: errorCode && {
    code: errorCode,
    message: failure(errorCode).message[language],
    remedy: failure(errorCode).remedy[language],
  },
});
