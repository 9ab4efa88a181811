import { z } from 'zod';
import { Batch, listOf } from '../../model/index.ts';
import { route } from '../route.ts';
import { Cursor, Limit } from './common.ts';

export const listBatches = route({
  id: 'listBatches',
  method: 'get',
  path: '/api/v1/batches',
  tag: 'batches',
  summary: 'List batches, the newest first',
  query: z.object({ cursor: Cursor.optional(), limit: Limit.optional() }),
  answers: { 200: { description: 'One page of batches.', schema: listOf(Batch) } },
  problems: ['invalid_cursor'],
  handle: async ({ query, language }, { service }) => ({
    status: 200,
    body: await service.batches({ ...query, language }),
  }),
});
