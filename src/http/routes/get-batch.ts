import { Batch } from '../../model/index.ts';
import { route } from '../route.ts';
import { BatchId, found } from './common.ts';

export const getBatch = route({
  id: 'getBatch',
  method: 'get',
  path: '/api/v1/batches/{id}',
  tag: 'batches',
  summary: 'How far a batch is',
  params: BatchId,
  answers: { 200: { description: 'The batch.', schema: Batch } },
  problems: ['not_found'],
  handle: async ({ params, language }, { service }) => ({
    status: 200,
    body: found(await service.batch(params.id, language)),
  }),
});
