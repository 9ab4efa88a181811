import { Review, ReviewAction } from '../../model/index.ts';
import { matches, toETag } from '../etag.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';
import { DocumentId } from './common.ts';

export const actOnReview = route({
  id: 'actOnReview',
  method: 'post',
  path: '/api/v1/documents/{id}/review',
  tag: 'review',
  role: 'reviewer',
  summary: 'Claim a report, hand it over, finish, approve or reopen its review, review it a second time',
  params: DocumentId,
  body: ReviewAction,
  requestHeaders: { 'If-Match': 'The ETag of the review as the person saw it. Required.' },
  answers: { 200: { description: 'The review as it is now.', schema: Review, headers: { ETag: 'Its new tag.' } } },
  problems: [
    'report_gone',
    'not_extracted',
    'precondition_required',
    'review_changed',
    'claimed_by_other',
    'not_claimed',
    'review_closed',
    'not_reviewed',
    'needs_second_person',
    'approver_only',
    'no_second_review',
    'unknown_reviewer',
    'unsupported_media_type',
    'body_too_large',
  ],
  handle: async ({ params, body, me, header }, { service }) => {
    const ifMatch = header('if-match');
    if (ifMatch === undefined) throw new Problem('precondition_required');
    const now = await service.review(params.id);
    if (now === null) throw new Problem('report_gone');
    const changed = (review: Review): Problem =>
      new Problem('review_changed', { extra: { current: review }, headers: { ETag: toETag(review.etag) } });
    if (!matches(ifMatch, toETag(now.etag))) throw changed(now);
    const acted = await service.act(params.id, now.etag, body, me);
    if (acted === null) throw new Problem('report_gone');
    const { outcome, review } = acted;
    if (outcome === 'conflict') throw changed(review);
    return { status: 200, body: review, headers: { ETag: toETag(review.etag) } };
  },
});
