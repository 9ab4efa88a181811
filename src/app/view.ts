import {
  type ArchiveMember,
  type DocumentError,
  type DocumentView,
  type Me,
  READ_FAILURES,
  whoIs,
} from '../model/index.ts';
import { CANCELLED_FAILURE, INTERNAL_FAILURE } from './errors.ts';
import type { ErrorCode, Ledger, LedgerDocument, LedgerMember } from './ports.ts';
import type { Language } from './service.ts';

const OURS = { internal: INTERNAL_FAILURE, cancelled: CANCELLED_FAILURE };

const failure = (code: ErrorCode) => (code === 'internal' || code === 'cancelled' ? OURS[code] : READ_FAILURES[code]);

/** Why a document failed, in the asked language. */
export const errorOf = (code: ErrorCode, language: Language): DocumentError => ({
  code,
  message: failure(code).message[language],
  remedy: failure(code).remedy[language],
});

/**
 * Documents as a person may know them: whoever reviews one a second time is told what the extraction found in it, and
 * nothing of what the first reviewer has made of that.
 */
export const seenBy = async (
  ledger: Pick<Ledger, 'foundBlindly'>,
  me: Me | undefined,
  documents: readonly LedgerDocument[],
): Promise<(document: LedgerDocument) => LedgerDocument> => {
  const extracted = documents.filter(({ counts }) => counts !== null).map(({ id }) => id);
  const found = me && extracted.length > 0 ? await ledger.foundBlindly(whoIs(me), extracted) : new Map();
  return (document) => {
    const figures: number | undefined = found.get(document.id);
    if (figures === undefined || document.counts === null) return document;
    const { doubtful: _, ...counts } = document.counts;
    return { ...document, counts: { ...counts, figures } };
  };
};

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
