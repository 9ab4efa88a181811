import { Figure, FigurePatch } from '../../model/index.ts';
import { matches, toETag } from '../etag.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';
import { FigureAddress, found } from './common.ts';

export const correctFigure = route({
  id: 'correctFigure',
  method: 'patch',
  path: '/api/v1/documents/{id}/figures/{figureId}',
  tag: 'figures',
  role: 'reviewer',
  summary: 'Correct a figure; the correction is kept as an event and survives every later extraction',
  params: FigureAddress,
  body: FigurePatch,
  requestHeaders: { 'If-Match': 'The ETag of the figure as the person saw it. Required.' },
  answers: { 200: { description: 'The figure as it stands now.', schema: Figure, headers: { ETag: 'Its new tag.' } } },
  problems: [
    'not_found',
    'unknown_figure',
    'circular_part',
    'period_reversed',
    'claimed_by_other',
    'review_closed',
    'blind_review',
    'precondition_required',
    'figure_changed',
    'unsupported_media_type',
    'body_too_large',
  ],
  handle: async ({ params, body, me, header }, { service }) => {
    const ifMatch = header('if-match');
    if (ifMatch === undefined) throw new Problem('precondition_required');
    const now = found(await service.figure(params.id, params.figureId, me));
    const changed = (figure: typeof now): Problem =>
      new Problem('figure_changed', { extra: { current: figure.value }, headers: { ETag: toETag(figure.etag) } });
    if (!matches(ifMatch, toETag(now.etag))) throw changed(now);
    const correction = await service.correct(params.id, params.figureId, now.etag, body, me);
    if (correction.outcome === 'missing') throw new Problem('not_found');
    if (correction.outcome === 'conflict') throw changed(correction.figure);
    return { status: 200, body: correction.figure.value, headers: { ETag: toETag(correction.figure.etag) } };
  },
});
