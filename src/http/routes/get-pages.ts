import { asFile } from '../disposition.ts';
import { route } from '../route.ts';
import { DocumentId, found } from './common.ts';

export const getPages = route({
  id: 'getPages',
  method: 'get',
  path: '/api/v1/documents/{id}/pages.pdf',
  tag: 'documents',
  summary: 'The pages as a PDF: of a PDF the file itself, of pictures (JPEG, PNG, TIFF) the pages they are',
  params: DocumentId,
  answers: {
    200: {
      description: 'The pages, on which the boxes of the record lie; always as an attachment.',
      types: ['application/pdf'],
      headers: { 'Content-Disposition': 'attachment, with the name it was uploaded under' },
    },
  },
  problems: ['not_found', 'no_pages', 'not_extracted', 'file_missing', 'damaged', 'timed_out', 'out_of_memory'],
  handle: async ({ params }, { service }) => {
    const { content, filename, bytes } = found(await service.pages(params.id));
    return { status: 200, body: content, headers: asFile(filename, 'application/pdf', bytes) };
  },
});
