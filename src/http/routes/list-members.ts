import { z } from 'zod';
import { ArchiveMember, listOf } from '../../model/index.ts';
import { route } from '../route.ts';
import { Cursor, DocumentId, found, Limit } from './common.ts';

export const listMembers = route({
  id: 'listMembers',
  method: 'get',
  path: '/api/v1/documents/{id}/members',
  tag: 'documents',
  summary: 'The files of an archive, in its order: the document each became, or why it became none',
  params: DocumentId,
  query: z.object({ cursor: Cursor.optional(), limit: Limit.optional() }),
  answers: {
    200: { description: 'One page of members; none of a document that is no archive.', schema: listOf(ArchiveMember) },
  },
  problems: ['not_found', 'invalid_cursor'],
  handle: async ({ params, query, me, language }, { service }) => ({
    status: 200,
    body: found(await service.members(params.id, { ...query, language }, me)),
  }),
});
