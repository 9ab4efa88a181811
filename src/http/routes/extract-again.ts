import { DocumentView } from '../../model/index.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';
import { DocumentId, found } from './common.ts';

export const extractAgain = route({
  id: 'extractAgain',
  method: 'post',
  path: '/api/v1/documents/{id}/extract',
  tag: 'documents',
  summary: 'Extract again with this version; corrections stay',
  params: DocumentId,
  answers: { 202: { description: 'Queued again.', schema: DocumentView } },
  problems: ['not_found'],
  handle: async ({ params, me, language }, { service }) => {
    if (!(await service.extractAgain(params.id))) throw new Problem('not_found');
    return { status: 202, body: found(await service.document(params.id, language, me)) };
  },
});
