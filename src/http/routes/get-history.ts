import { z } from 'zod';
import { HistoryEvent, listOf } from '../../model/index.ts';
import { route } from '../route.ts';
import { Cursor, DocumentId, FigureId, found } from './common.ts';

export const getHistory = route({
  id: 'getHistory',
  method: 'get',
  path: '/api/v1/documents/{id}/history',
  tag: 'documents',
  summary: 'Every human decision on a document, or on one of its figures: who, when, old, new, why',
  params: DocumentId,
  query: z.object({ figure: FigureId.optional(), cursor: Cursor.optional() }),
  answers: { 200: { description: 'One page of events.', schema: listOf(HistoryEvent) } },
  problems: ['not_found', 'invalid_cursor'],
  handle: async ({ params, query, me, language }, { service }) => ({
    status: 200,
    body: found(await service.history(params.id, me, { ...query, language })),
  }),
});
