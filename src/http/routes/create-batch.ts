import { z } from 'zod';
import { Batch } from '../../model/index.ts';
import { route } from '../route.ts';

export const createBatch = route({
  id: 'createBatch',
  method: 'post',
  path: '/api/v1/batches',
  tag: 'batches',
  summary: 'Open a batch; uploads name it by the form field `batch`',
  body: z.object({ name: z.string().trim().min(1).max(200) }).strict(),
  answers: { 201: { description: 'The batch.', schema: Batch, headers: { Location: 'Its address.' } } },
  problems: ['unsupported_media_type', 'body_too_large'],
  handle: async ({ body }, { service }) => {
    const batch = await service.createBatch(body.name);
    return { status: 201, body: batch, headers: { Location: `/api/v1/batches/${batch.id}` } };
  },
});
