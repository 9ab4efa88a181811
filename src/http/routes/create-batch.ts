import { Batch, NewBatch } from '../../model/index.ts';
import { route } from '../route.ts';

export const createBatch = route({
  id: 'createBatch',
  method: 'post',
  path: '/api/v1/batches',
  tag: 'batches',
  summary: 'Open a batch, or find the one that has the key; uploads name it by the form field `batch`',
  body: NewBatch,
  answers: {
    201: { description: 'The batch.', schema: Batch, headers: { Location: 'Its address.' } },
    200: { description: 'The batch that has this key already.', schema: Batch },
  },
  problems: ['unsupported_media_type', 'body_too_large'],
  handle: async ({ body, language }, { service }) => {
    const { batch, created } = await service.createBatch(body, language);
    if (!created) return { status: 200, body: batch };
    return { status: 201, body: batch, headers: { Location: `/api/v1/batches/${batch.id}` } };
  },
});
