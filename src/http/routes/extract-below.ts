import { Batch, NewExtraction } from '../../model/index.ts';
import { route } from '../route.ts';

export const extractBelow = route({
  id: 'extractBelow',
  method: 'post',
  path: '/api/v1/extractions',
  tag: 'batches',
  summary: 'Extract again what an older engine extracted, as a batch; what people decided stays',
  body: NewExtraction,
  role: 'administrator',
  answers: { 201: { description: 'The batch.', schema: Batch, headers: { Location: 'Its address.' } } },
  problems: ['unknown_batch', 'unsupported_media_type', 'body_too_large'],
  handle: async ({ body, language }, { service }) => {
    const batch = await service.extractBelow(body, language);
    return { status: 201, body: batch, headers: { Location: `/api/v1/batches/${batch.id}` } };
  },
});
