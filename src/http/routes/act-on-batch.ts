import { Batch, BatchAction } from '../../model/index.ts';
import { route } from '../route.ts';
import { BatchId, found } from './common.ts';

export const actOnBatch = route({
  id: 'actOnBatch',
  method: 'post',
  path: '/api/v1/batches/{id}/actions',
  tag: 'batches',
  summary: 'Pause, resume or cancel a batch, or retry its failed files',
  params: BatchId,
  body: BatchAction,
  answers: { 200: { description: 'The batch after it.', schema: Batch } },
  problems: ['not_found', 'unsupported_media_type', 'body_too_large'],
  handle: async ({ params, body, language }, { service }) => ({
    status: 200,
    body: found(await service.actOnBatch(params.id, body, language)),
  }),
});
