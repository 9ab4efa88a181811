import type { Context } from './context.ts';
import { DocumentCursor, decodeCursor, MemberCursor, page, pageSize } from './cursor.ts';
import { RefusedRequest } from './errors.ts';
import { reviewed } from './overlay.ts';
import type { DocumentPosition, Examined, LedgerDocument, LedgerMember, Outcome } from './ports.ts';
import { checksOfRecord } from './review/checks.ts';
import { readRecord } from './review/lenient.ts';
import { isBlind } from './review/review.ts';
import type { Service } from './service.ts';
import { standing, tagOf } from './standing.ts';
import { memberView, seenBy, viewOf } from './view.ts';

const positionOf = (cursor: string): DocumentPosition => {
  const [root, id] = decodeCursor(DocumentCursor, cursor);
  return { root, id };
};

/** The document, whose bytes are there; null where the ledger has none. */
const withBytes = async (
  { ledger, blobs }: Pick<Context, 'ledger' | 'blobs'>,
  id: string,
): Promise<LedgerDocument | null> => {
  const document = await ledger.document(id);
  if (document && !(await blobs.has(document.sha256))) throw new RefusedRequest('file_missing');
  return document;
};

/** Of all that the record as it stands is made of; figures are thousands, and have their tags. */
const recordTag = ({ record: { figures: _extracted, ...report }, figures }: Outcome): string =>
  tagOf([report, figures.map(({ etag, found }) => [etag, found])]);

/** The report as if nobody had decided on it. */
const asExtracted = ({ record, figures }: Outcome<Examined>): Outcome<Examined> => ({
  record,
  figures: figures.flatMap((one) =>
    one.extracted ? [{ ...one, ...standing(one.extracted.figure, ''), words: one.extracted.words }] : [],
  ),
});

/** Reading what the ledger and the blobs hold of documents. */
export const documentQueries = ({
  ledger,
  blobs,
  pictureToPdf,
  recheck,
}: Context): Pick<Service, 'documents' | 'document' | 'members' | 'record' | 'file' | 'pages'> => ({
  documents: async ({ status, cursor, limit, language }, me) => {
    const size = pageSize(limit);
    const rows = await ledger.documents({
      limit: size + 1,
      ...(status && { status }),
      ...(cursor && { after: positionOf(cursor) }),
    });
    const { items, next } = page(rows, size, ({ id, archive }) => [archive?.id ?? id, id]);
    const seen = await seenBy(ledger, me, items);
    return { items: items.map((document) => viewOf(seen(document), language)), next };
  },

  document: async (id, language, me) => {
    const document = await ledger.document(id);
    return document && viewOf((await seenBy(ledger, me, [document]))(document), language);
  },

  members: async (id, { cursor, limit, language }, me) => {
    if (!(await ledger.document(id))) return null;
    const size = pageSize(limit);
    const after = cursor === undefined ? {} : { after: decodeCursor(MemberCursor, cursor)[0] };
    const rows = await ledger.members(id, { limit: size + 1, ...after });
    const { items, next } = page(rows, size, ({ position }) => [position]);
    const seen = await seenBy(
      ledger,
      me,
      items.flatMap(({ document }) => document ?? []),
    );
    const view = (member: LedgerMember) =>
      memberView({ ...member, document: member.document && seen(member.document) }, language);
    return { items: items.map(view), next };
  },

  record: async (id, me) => {
    const stored = await ledger.record(id);
    if (!stored) return null;
    const review = me && (await ledger.review(id));
    const outcome = review && isBlind(review, me) ? asExtracted(stored) : stored;
    const read = { ...outcome, record: readRecord(outcome.record) };
    return { value: reviewed(read, checksOfRecord(read, recheck)), etag: recordTag(outcome) };
  },

  file: async (id) => {
    const document = await withBytes({ ledger, blobs }, id);
    if (!document) return null;
    return {
      content: await blobs.get(document.sha256),
      filename: document.filename,
      mediaType: document.mediaType ?? 'application/octet-stream',
      bytes: document.bytes,
    };
  },

  pages: async (id) => {
    const document = await withBytes({ ledger, blobs }, id);
    if (!document) return null;
    const { sha256, filename, mediaType, bytes, status } = document;
    if (mediaType === 'application/pdf') return { content: await blobs.get(sha256), filename, bytes };
    if (mediaType?.startsWith('image/')) {
      const content = await blobs.withFile(sha256, (path) => pictureToPdf({ path }));
      return { content, filename: `${filename.replace(/\.[^.]*$/, '')}.pdf`, bytes: content.length };
    }
    throw new RefusedRequest(mediaType === null && status !== 'failed' ? 'not_extracted' : 'no_pages');
  },
});
