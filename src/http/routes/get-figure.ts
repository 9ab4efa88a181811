import { Figure } from '../../model/index.ts';
import { toETag } from '../etag.ts';
import { route } from '../route.ts';
import { FigureAddress, found } from './common.ts';

export const getFigure = route({
  id: 'getFigure',
  method: 'get',
  path: '/api/v1/documents/{id}/figures/{figureId}',
  tag: 'figures',
  summary: 'A figure as it stands after review',
  params: FigureAddress,
  answers: { 200: { description: 'The figure.', schema: Figure, headers: { ETag: 'For If-Match.' } } },
  problems: ['not_found'],
  handle: async ({ params, me }, { service }) => {
    const { value, etag } = found(await service.figure(params.id, params.figureId, me));
    return { status: 200, body: value, headers: { ETag: toETag(etag), 'Cache-Control': 'private, no-cache' } };
  },
});
