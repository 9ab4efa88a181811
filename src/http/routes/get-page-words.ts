import { z } from 'zod';
import { PageWords } from '../../model/index.ts';
import { route } from '../route.ts';
import { DocumentId, found } from './common.ts';

const PageAddress = DocumentId.extend({ number: z.coerce.number<string>().int().min(1).max(100_000) });

export const getPageWords = route({
  id: 'getPageWords',
  method: 'get',
  path: '/api/v1/documents/{id}/pages/{number}/words',
  tag: 'review',
  summary: 'The words of a page with their places, in points from its top left corner; spans into the record’s text',
  params: PageAddress,
  answers: { 200: { description: 'The words, none of reports read before they were kept.', schema: PageWords } },
  problems: ['not_found'],
  handle: async ({ params }, { service }) => ({
    status: 200,
    body: found(await service.pageWords(params.id, params.number)),
  }),
});
