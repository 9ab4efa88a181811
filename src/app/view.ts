import { type ArchiveMember, type DocumentError, type DocumentView, READ_FAILURES } from '../model/index.ts';
import { CANCELLED_FAILURE, INTERNAL_FAILURE } from './errors.ts';
import type { ErrorCode, LedgerDocument, LedgerMember } from './ports.ts';
import type { Language } from './service.ts';

const OURS = { internal: INTERNAL_FAILURE, cancelled: CANCELLED_FAILURE };

const failure = (code: ErrorCode) => (code === 'internal' || code === 'cancelled' ? OURS[code] : READ_FAILURES[code]);

/** Why a document failed, in the asked language. */
export const errorOf = (code: ErrorCode, language: Language): DocumentError => ({
  code,
  message: failure(code).message[language],
  remedy: failure(code).remedy[language],
});

/** A document as callers see it, its error in the asked language. */
export const viewOf = (
  { errorCode, run: _run, attempts: _attempts, hold: _hold, given: _given, ...document }: LedgerDocument,
  language: Language,
): DocumentView => ({ ...document, error: errorCode && errorOf(errorCode, language) });

export const memberView = (
  { path, duplicate, document, errorCode }: LedgerMember,
  language: Language,
): ArchiveMember => ({
  path,
  duplicate,
  document: document && viewOf(document, language),
  error: errorCode && errorOf(errorCode, language),
});
