import { z } from 'zod';
import { Problem } from '../problem.ts';
import { type Exchange, TUS_HEADERS, UPLOADS } from '../resumable.ts';
import { type Answer, type Context, type Request, route } from '../route.ts';

const UploadId = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) });

const BECAME = {
  'Ansinh-Document': 'Once the file is whole: the document that it is.',
  'Ansinh-Duplicate': '`true` where its bytes had come before.',
};

const { 'Upload-Length': length, 'Upload-Metadata': metadata, ...CONTINUED } = TUS_HEADERS;

const exchange = async (
  method: Exchange['method'],
  { header, content }: Pick<Request<unknown, unknown, unknown>, 'header' | 'content'>,
  { resumable, metrics }: Context,
  id?: string,
): Promise<Answer> => {
  const answer = await resumable.handle({ method, header, content, ...(id !== undefined && { id }) });
  const became = answer.headers['ansinh-duplicate'];
  if (became !== undefined && method !== 'HEAD') metrics.upload(became === 'true' ? 'duplicate' : 'new');
  return answer;
};

const COMMON = { tag: 'documents' } as const;

export const startUpload = route({
  ...COMMON,
  id: 'startUpload',
  method: 'post',
  path: UPLOADS,
  summary: 'Begin an upload in pieces that goes on after any interruption, by tus 1.0 (creation, with its first piece)',
  requestHeaders: { ...CONTINUED, 'Upload-Length': length, 'Upload-Metadata': metadata },
  uploads: true,
  answers: { 201: { description: 'Begun.', headers: { Location: 'Where its pieces go.', ...BECAME } } },
  problems: [
    'invalid_request',
    'no_file',
    'unknown_batch',
    'tus_required',
    'too_large',
    'upload_busy',
    'too_many_requests',
  ],
  handle: (request, context) => exchange('POST', request, context),
});

export const resumeUpload = route({
  ...COMMON,
  id: 'resumeUpload',
  method: 'head',
  path: `${UPLOADS}/{id}`,
  summary: 'How far an upload is, and for a day after its end the document that it became',
  params: UploadId,
  requestHeaders: { 'Tus-Resumable': TUS_HEADERS['Tus-Resumable'] },
  answers: {
    200: {
      description: 'It is known.',
      headers: { 'Upload-Offset': 'Bytes that have come.', 'Upload-Length': length, ...BECAME },
    },
  },
  problems: ['not_found', 'tus_required', 'upload_busy', 'unknown_batch'],
  handle: (request, context) => exchange('HEAD', request, context, request.params.id),
});

export const sendPiece = route({
  ...COMMON,
  id: 'sendPiece',
  method: 'patch',
  path: `${UPLOADS}/{id}`,
  summary: 'The next piece of an upload, as `application/offset+octet-stream`',
  params: UploadId,
  requestHeaders: CONTINUED,
  answers: { 204: { description: 'Taken.', headers: { 'Upload-Offset': 'Bytes that have come.', ...BECAME } } },
  problems: ['not_found', 'wrong_offset', 'tus_required', 'too_large', 'upload_busy', 'unknown_batch'],
  handle: (request, context) => {
    if (request.header('content-type') !== 'application/offset+octet-stream') throw new Problem('invalid_request');
    return exchange('PATCH', request, context, request.params.id);
  },
});

export const stopUpload = route({
  ...COMMON,
  id: 'stopUpload',
  method: 'delete',
  path: `${UPLOADS}/{id}`,
  summary: 'Give an upload up: its pieces are thrown away',
  params: UploadId,
  requestHeaders: { 'Tus-Resumable': TUS_HEADERS['Tus-Resumable'] },
  answers: { 204: { description: 'Gone.' } },
  problems: ['not_found', 'tus_required', 'upload_busy'],
  handle: (request, context) => exchange('DELETE', request, context, request.params.id),
});
