import type { Context } from './context.ts';
import { DocumentCursor, decodeCursor, MemberCursor, page, pageSize } from './cursor.ts';
import { RefusedRequest } from './errors.ts';
import { reviewed } from './overlay.ts';
import type { DocumentPosition, LedgerDocument, Outcome } from './ports.ts';
import { readRecord } from './review/lenient.ts';
import type { Service } from './service.ts';
import { tagOf } from './standing.ts';
import { memberView, viewOf } from './view.ts';

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

/** Reading what the ledger and the blobs hold of documents. */
export const documentQueries = ({
  ledger,
  blobs,
  pictureToPdf,
}: Context): Pick<Service, 'documents' | 'document' | 'members' | 'record' | 'file' | 'pages'> => ({
  documents: async ({ status, cursor, limit, language }) => {
    const size = pageSize(limit);
    const rows = await ledger.documents({
      limit: size + 1,
      ...(status && { status }),
      ...(cursor && { after: positionOf(cursor) }),
    });
    const { items, next } = page(rows, size, ({ id, archive }) => [archive?.id ?? id, id]);
    return { items: items.map((document) => viewOf(document, language)), next };
  },

  document: async (id, language) => {
    const document = await ledger.document(id);
    return document && viewOf(document, language);
  },

  members: async (id, { cursor, limit, language }) => {
    if (!(await ledger.document(id))) return null;
    const size = pageSize(limit);
    const after = cursor === undefined ? {} : { after: decodeCursor(MemberCursor, cursor)[0] };
    const rows = await ledger.members(id, { limit: size + 1, ...after });
    const { items, next } = page(rows, size, ({ position }) => [position]);
    return { items: items.map((member) => memberView(member, language)), next };
  },

  record: async (id) => {
    const outcome = await ledger.record(id);
    if (!outcome) return null;
    return { value: reviewed({ ...outcome, record: readRecord(outcome.record) }), etag: recordTag(outcome) };
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
