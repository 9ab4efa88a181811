import { z } from 'zod';
import { Desk, ReviewLayer } from '../../model/index.ts';
import { route } from '../route.ts';
import { DocumentId, found } from './common.ts';

export const getReview = route({
  id: 'getReview',
  method: 'get',
  path: '/api/v1/documents/{id}/review',
  tag: 'review',
  summary: 'The desk: the review of a report and every figure as it stands, with its tag, verdict and doubts',
  params: DocumentId,
  query: z.object({ layer: ReviewLayer }),
  answers: {
    200: { description: 'The desk. `review.etag` is for actions on the review.', schema: Desk },
  },
  problems: [
    'not_found',
    'not_extracted',
    'no_second_review',
    'blind_review',
    'claimed_by_other',
    'agreement_not_ready',
  ],
  handle: async ({ params, query, me, language }, { service }) => ({
    status: 200,
    body: found(await service.desk(params.id, me, { ...query, language })),
    // No ETag: that of the review stays while figures are decided on, and doubts change with other reports.
    headers: { 'Cache-Control': 'private, no-store' },
  }),
});
