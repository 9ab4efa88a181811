import { z } from 'zod';
import { Upload } from '../../model/index.ts';
import { route } from '../route.ts';
import { receive } from '../uploads.ts';

const File = z.string().meta({
  format: 'binary',
  description: 'A report: PDF, DOCX, DOC, RTF, ODT, HTML, XLSX, an image or text, or a ZIP of these. May be repeated.',
});

export const submitDocuments = route({
  id: 'submitDocuments',
  method: 'post',
  path: '/api/v1/documents',
  tag: 'documents',
  summary: 'Upload reports; each becomes one document, the same bytes the same document',
  multipart: z.object({
    batch: z.string().optional().meta({ description: 'The batch the files belong to; comes before them.' }),
    file: z.array(File).min(1),
  }),
  answers: {
    202: { description: 'Taken and queued; `refused` names the files that were not taken.', schema: Upload },
  },
  problems: [
    'bad_multipart',
    'no_file',
    'unexpected_field',
    'batch_after_file',
    'unknown_batch',
    'empty',
    'too_large',
    'unsupported_type',
    'unsupported_media_type',
    'too_many_requests',
  ],
  handle: async ({ content, language, header }, { service, metrics }) => {
    const upload = await receive(service, { content, contentType: header('content-type'), language });
    for (const { duplicate } of upload.documents) metrics.upload(duplicate ? 'duplicate' : 'new');
    for (const _ of upload.refused) metrics.upload('refused');
    return { status: 202, body: upload };
  },
});
