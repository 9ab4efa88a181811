import { Agreement } from '../../model/index.ts';
import { route } from '../route.ts';
import { DocumentId, found } from './common.ts';

export const getAgreement = route({
  id: 'getAgreement',
  method: 'get',
  path: '/api/v1/documents/{id}/agreement',
  tag: 'review',
  role: 'reviewer',
  summary: 'How far two independent reviewers of a report agree, once both have finished',
  params: DocumentId,
  answers: { 200: { description: 'Field by field, with Cohen’s kappa for codes.', schema: Agreement } },
  problems: ['not_found', 'not_extracted', 'no_second_review', 'agreement_not_ready'],
  handle: async ({ params }, { service }) => ({ status: 200, body: found(await service.agreement(params.id)) }),
});
