import type { Context } from './context.ts';
import { DocumentCursor, decodeCursor, page, pageSize } from './cursor.ts';
import { reviewed } from './overlay.ts';
import type { Service } from './service.ts';
import { tagOf } from './standing.ts';
import { viewOf } from './view.ts';

/** Reading what the ledger and the blobs hold of documents. */
export const documentQueries = ({
  ledger,
  blobs,
}: Context): Pick<Service, 'documents' | 'document' | 'record' | 'file'> => ({
  documents: async ({ status, cursor, limit, language }) => {
    const size = pageSize(limit);
    const rows = await ledger.documents({
      limit: size + 1,
      ...(status && { status }),
      ...(cursor && { before: decodeCursor(DocumentCursor, cursor)[0] }),
    });
    const { items, next } = page(rows, size, ({ id }) => [id]);
    return { items: items.map((document) => viewOf(document, language)), next };
  },

  document: async (id, language) => {
    const document = await ledger.document(id);
    return document && viewOf(document, language);
  },

  record: async (id) => {
    const outcome = await ledger.record(id);
    if (!outcome) return null;
    const value = reviewed(outcome);
    return { value, etag: tagOf(value) };
  },

  file: async (id) => {
    const document = await ledger.document(id);
    if (!document) return null;
    return {
      content: await blobs.get(document.sha256),
      filename: document.filename,
      mediaType: document.mediaType ?? 'application/octet-stream',
      bytes: document.bytes,
    };
  },
});
