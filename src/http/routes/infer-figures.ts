import { z } from 'zod';
import { Figure, Span } from '../../model/index.ts';
import { route } from '../route.ts';
import { DocumentId, found } from './common.ts';

export const inferFigures = route({
  id: 'inferFigures',
  method: 'post',
  path: '/api/v1/documents/{id}/infer',
  tag: 'review',
  role: 'reviewer',
  summary: 'What the extractor makes of marked text; nothing is stored',
  params: DocumentId,
  body: z.object({ span: Span }).strict(),
  answers: {
    200: {
      description: 'The figures in it, none where it holds no number.',
      schema: z.object({ figures: z.array(Figure) }),
    },
  },
  problems: ['not_found', 'not_extracted', 'invalid_span', 'unsupported_media_type', 'body_too_large'],
  handle: async ({ params, body }, { service }) => ({
    status: 200,
    body: { figures: found(await service.infer(params.id, body.span)) },
  }),
});
