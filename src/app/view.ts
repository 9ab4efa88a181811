import { type ArchiveMember, type DocumentError, type DocumentView, READ_FAILURES } from '../model/index.ts';
import { INTERNAL_FAILURE } from './errors.ts';
import type { ErrorCode, LedgerDocument, LedgerMember } from './ports.ts';
import type { Language } from './service.ts';

const failure = (code: ErrorCode) => (code === 'internal' ? INTERNAL_FAILURE : READ_FAILURES[code]);

const errorOf = (code: ErrorCode | null, language: Language): DocumentError | null =>
  code && { code, message: failure(code).message[language], remedy: failure(code).remedy[language] };

/** A document as callers see it, its error in the asked language. */
export const viewOf = (
  { errorCode, run: _run, attempts: _attempts, ...document }: LedgerDocument,
  language: Language,
): DocumentView => ({ ...document, error: errorOf(errorCode, language) });

export const memberView = (
  { path, duplicate, document, errorCode }: LedgerMember,
  language: Language,
): ArchiveMember => ({
  path,
  duplicate,
  document: document && viewOf(document, language),
  error: errorOf(errorCode, language),
});
