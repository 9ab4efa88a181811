import { Figure, NewFigure } from '../../model/index.ts';
import { toETag } from '../etag.ts';
import { route } from '../route.ts';
import { DocumentId, found } from './common.ts';

export const addFigure = route({
  id: 'addFigure',
  method: 'post',
  path: '/api/v1/documents/{id}/figures',
  tag: 'figures',
  role: 'reviewer',
  summary: 'Add a figure the extractor missed',
  params: DocumentId,
  body: NewFigure,
  answers: {
    201: {
      description: 'The new figure.',
      schema: Figure,
      headers: { ETag: 'For If-Match.', Location: 'Its address.' },
    },
  },
  problems: [
    'not_found',
    'not_extracted',
    'invalid_span',
    'value_missing',
    'unknown_figure',
    'figure_exists',
    'circular_part',
    'period_reversed',
    'claimed_by_other',
    'review_closed',
    'blind_review',
    'unsupported_media_type',
    'body_too_large',
  ],
  handle: async ({ params, body, me }, { service }) => {
    const { value, etag } = found(await service.addFigure(params.id, body, me));
    const Location = `/api/v1/documents/${params.id}/figures/${value.id}`;
    return { status: 201, body: value, headers: { ETag: toETag(etag), Location } };
  },
});
