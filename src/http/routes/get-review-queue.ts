import { z } from 'zod';
import { DocumentView, listOf, ReviewState } from '../../model/index.ts';
import { route } from '../route.ts';
import { Cursor, Limit } from './common.ts';

export const getReviewQueue = route({
  id: 'getReviewQueue',
  method: 'get',
  path: '/api/v1/review/queue',
  tag: 'review',
  role: 'reviewer',
  summary: 'Reports to review, the most doubtful first; without `state` those that are not yet reviewed',
  query: z.object({
    state: ReviewState.optional(),
    mine: z.enum(['true', 'false']).optional().meta({ description: 'Only those that I have in hand.' }),
    cursor: Cursor.optional(),
    limit: Limit.optional(),
  }),
  answers: { 200: { description: 'One page of documents.', schema: listOf(DocumentView) } },
  problems: ['invalid_cursor'],
  handle: async ({ query: { state, mine, ...page }, me, language }, { service }) => ({
    status: 200,
    body: await service.queue(me, { ...page, ...(state && { states: [state] }), mine: mine === 'true', language }),
  }),
});
