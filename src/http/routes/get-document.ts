import { DocumentView } from '../../model/index.ts';
import { route } from '../route.ts';
import { DocumentId, found } from './common.ts';

export const getDocument = route({
  id: 'getDocument',
  method: 'get',
  path: '/api/v1/documents/{id}',
  tag: 'documents',
  summary: 'A document: where it is on its way, and what it is',
  params: DocumentId,
  answers: { 200: { description: 'The document.', schema: DocumentView } },
  problems: ['not_found'],
  handle: async ({ params, me, language }, { service }) => ({
    status: 200,
    body: found(await service.document(params.id, language, me)),
  }),
});
