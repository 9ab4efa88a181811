import { z } from 'zod';
import { Desk, ReviewLayer } from '../../model/index.ts';
import { toETag } from '../etag.ts';
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
    200: { description: 'The desk.', schema: Desk, headers: { ETag: 'Of the review, for actions on it.' } },
  },
  problems: ['not_found', 'not_extracted', 'no_second_review', 'blind_review', 'claimed_by_other'],
  handle: async ({ params, query, me, language }, { service }) => {
    const desk = found(await service.desk(params.id, me, { ...query, language }));
    return {
      status: 200,
      body: desk,
      headers: { ETag: toETag(desk.review.etag), 'Cache-Control': 'private, no-cache' },
    };
  },
});
