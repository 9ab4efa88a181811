import type { Language, Service } from '../../app/index.ts';
import { ReportRecord } from '../../model/index.ts';
import { toETag, unchanged } from '../etag.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';
import { DocumentId, found } from './common.ts';

/** Why a document that exists has no record: still on its way, or failed. */
const whyNone = async (service: Service, id: string, language: Language): Promise<Problem> => {
  const { status, error } = found(await service.document(id, language));
  if (error === null) return new Problem('record_not_ready', { params: { status }, headers: { 'Retry-After': '2' } });
  return new Problem('record_failed', { params: { message: error.message, remedy: error.remedy }, extra: { error } });
};

export const getRecord = route({
  id: 'getRecord',
  method: 'get',
  path: '/api/v1/documents/{id}/record',
  tag: 'documents',
  summary: 'The record: everything known of the report, with human corrections applied',
  params: DocumentId,
  requestHeaders: { 'If-None-Match': 'The ETag of the record already held; 304 where it still stands.' },
  answers: {
    200: {
      description: 'The record.',
      schema: ReportRecord.meta({ ...ReportRecord.meta(), id: 'Record' }),
      headers: { ETag: 'Changes with every extraction and correction.' },
    },
    304: { description: 'The record has not changed.', headers: { ETag: 'The same.' } },
  },
  problems: ['not_found', 'record_not_ready', 'record_failed'],
  handle: async ({ params, language, header, me }, { service }) => {
    const record = await service.record(params.id, me);
    if (record === null) throw await whyNone(service, params.id, language);
    const headers = { ETag: toETag(record.etag), 'Cache-Control': 'private, no-cache' };
    if (unchanged(header('if-none-match'), headers.ETag)) return { status: 304, headers };
    return { status: 200, body: record.value, headers };
  },
});
