import { attachment } from '../disposition.ts';
import { writeBatchReport } from '../export/batch-report.ts';
import { route } from '../route.ts';
import { BatchId, found } from './common.ts';

export const getBatchReport = route({
  id: 'getBatchReport',
  method: 'get',
  path: '/api/v1/batches/{id}/report.csv',
  tag: 'batches',
  summary: 'Every file of a batch as CSV: file, state, code, reason, remedy, document',
  params: BatchId,
  answers: {
    200: {
      description: 'The table, in UTF-8 with a byte order mark.',
      types: ['text/csv; charset=utf-8'],
      headers: { 'Content-Disposition': 'attachment, named after the batch' },
    },
  },
  problems: ['not_found'],
  handle: async ({ params, language }, { service }) => {
    const { name } = found(await service.batch(params.id, language));
    const files = found(await service.everyBatchFile(params.id, language));
    return {
      status: 200,
      body: writeBatchReport(files),
      headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': attachment(`${name}.csv`) },
    };
  },
});
