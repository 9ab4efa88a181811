import { z } from 'zod';
import { Announcement, BatchFile } from '../../model/index.ts';
import { route } from '../route.ts';
import { BatchId, found } from './common.ts';

export const announceFiles = route({
  id: 'announceFiles',
  method: 'post',
  path: '/api/v1/batches/{id}/files',
  tag: 'batches',
  summary: 'Announce files before they are sent; `awaited` ones are to be sent, the others are known. May be repeated',
  params: BatchId,
  body: Announcement,
  largeBody: true,
  answers: {
    200: {
      description: 'What is known of each, in the order they were announced in.',
      schema: z.object({ files: z.array(BatchFile) }),
    },
  },
  problems: ['not_found', 'unsupported_media_type', 'body_too_large'],
  handle: async ({ params, body, language }, { service }) => ({
    status: 200,
    body: { files: found(await service.announce(params.id, body.files, language)) },
  }),
});
