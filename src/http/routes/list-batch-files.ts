import { z } from 'zod';
import { BatchFile, BatchFileState, listOf } from '../../model/index.ts';
import { route } from '../route.ts';
import { BatchId, Cursor, found, Limit } from './common.ts';

export const listBatchFiles = route({
  id: 'listBatchFiles',
  method: 'get',
  path: '/api/v1/batches/{id}/files',
  tag: 'batches',
  summary: 'List the files of a batch in the order they were entered',
  params: BatchId,
  query: z.object({
    state: BatchFileState.optional(),
    code: z.string().max(40).optional().meta({ description: 'Only those that failed with it.' }),
    cursor: Cursor.optional(),
    limit: Limit.optional(),
  }),
  answers: { 200: { description: 'One page of files.', schema: listOf(BatchFile) } },
  problems: ['not_found', 'invalid_cursor'],
  handle: async ({ params, query, language }, { service }) => ({
    status: 200,
    body: found(await service.batchFiles(params.id, { ...query, language })),
  }),
});
