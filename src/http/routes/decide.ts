import { Decided, Decisions } from '../../model/index.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';
import { DocumentId } from './common.ts';

export const decide = route({
  id: 'decide',
  method: 'post',
  path: '/api/v1/documents/{id}/decisions',
  tag: 'review',
  role: 'reviewer',
  summary: 'Changes to figures that belong together: all are made, or none where one has changed meanwhile',
  params: DocumentId,
  body: Decisions,
  answers: { 200: { description: 'The figures as they stand now, in the order of the changes.', schema: Decided } },
  problems: [
    'report_gone',
    'not_extracted',
    'figure_changed',
    'unknown_figure',
    'circular_part',
    'period_reversed',
    'invalid_span',
    'value_missing',
    'figure_exists',
    'claimed_by_other',
    'review_closed',
    'no_second_review',
    'blind_review',
    'agreement_not_ready',
    'unsupported_media_type',
    'body_too_large',
  ],
  handle: async ({ params, body, me, language }, { service }) => {
    const result = await service.decide(params.id, body, me, language);
    if (result === null) throw new Problem('report_gone');
    if (result.outcome === 'conflict') throw new Problem('figure_changed', { extra: { current: result.current } });
    return { status: 200, body: result.decided };
  },
});
