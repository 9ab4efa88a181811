import { asFile } from '../disposition.ts';
import { route } from '../route.ts';
import { DocumentId, found } from './common.ts';

/** Types no browser runs scripts in; anything else goes out as plain bytes. */
const INERT = new Set([
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
]);

export const getFile = route({
  id: 'getFile',
  method: 'get',
  path: '/api/v1/documents/{id}/file',
  tag: 'documents',
  summary: 'The bytes as uploaded',
  params: DocumentId,
  answers: {
    200: {
      description: 'The file, always as an attachment.',
      types: ['application/octet-stream', ...INERT],
      headers: { 'Content-Disposition': 'attachment, with the name it was uploaded under' },
    },
  },
  problems: ['not_found', 'file_missing'],
  handle: async ({ params }, { service }) => {
    const file = found(await service.file(params.id));
    const mediaType = INERT.has(file.mediaType) ? file.mediaType : 'application/octet-stream';
    return { status: 200, body: file.content, headers: asFile(file.filename, mediaType, file.bytes) };
  },
});
