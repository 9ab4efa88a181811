import { z } from 'zod';
import { DocumentStatus, DocumentView, listOf } from '../../model/index.ts';
import { route } from '../route.ts';
import { Cursor, Limit } from './common.ts';

export const listDocuments = route({
  id: 'listDocuments',
  method: 'get',
  path: '/api/v1/documents',
  tag: 'documents',
  summary: 'List documents, the newest first',
  query: z.object({ status: DocumentStatus.optional(), cursor: Cursor.optional(), limit: Limit.optional() }),
  answers: { 200: { description: 'One page of documents.', schema: listOf(DocumentView) } },
  problems: ['invalid_cursor'],
  handle: async ({ query, me, language }, { service }) => ({
    status: 200,
    body: await service.documents({ ...query, language }, me),
  }),
});
