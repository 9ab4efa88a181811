import { type Me, type Review, type ReviewLayer, whoIs } from '../../model/index.ts';
import { RefusedRequest } from '../errors.ts';
import type { Decision, StoredReview } from '../ports.ts';

/** Both reviewers have finished, now or before the report was opened again: neither is to be kept from the other's work. */
const bothFinished = ({ state, second, compared }: Pick<StoredReview, 'state' | 'second' | 'compared'>): boolean =>
  compared === true || (second?.state === 'finished' && (state === 'reviewed' || state === 'approved'));

/** As callers see it. */
export const reviewView = ({ version, ...review }: StoredReview): Review => ({
  ...review,
  ...(bothFinished(review) && { compared: true }),
  etag: `r${version}`,
});

/** Whether `me` reviews the report a second time and may not know yet what the first decided. */
export const isBlind = (review: StoredReview, me: Me): boolean =>
  review.second?.who === whoIs(me) && !bothFinished(review);

const EVENTFUL = ['state', 'claimed', 'second'] as const;

const told = (review: StoredReview, field: (typeof EVENTFUL)[number]): unknown =>
  field === 'claimed' ? (review.claimed?.who ?? null) : review[field];

/** The review as changed, and an event of the report for each thing about it that is another now. */
export const changed = (
  before: StoredReview,
  change: Partial<StoredReview>,
  who: string,
  reason: string | null = null,
): { review: StoredReview; events: Decision[] } => {
  const next = { ...before, ...change, version: before.version + 1 };
  const after: StoredReview = bothFinished(next) ? { ...next, compared: true } : next;
  const events = EVENTFUL.flatMap((field): Decision[] => {
    const [old, now] = [told(before, field), told(after, field)];
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ who, figure: null, field, old, new: now, reason }];
  });
  return events.length === 0 ? { review: before, events } : { review: after, events };
};

/** Throws where `me` may not decide in a layer now. */
export const checkMayDecide = (review: StoredReview, layer: ReviewLayer, me: Me): void => {
  const who = whoIs(me);
  const { state, claimed, second } = review;
  if (layer === 'second') {
    if (!second) throw new RefusedRequest('no_second_review');
    if (second.who !== who) throw new RefusedRequest('claimed_by_other', { who: second.who });
    if (second.state === 'finished') throw new RefusedRequest('review_closed');
    return;
  }
  if (isBlind(review, me)) throw new RefusedRequest('blind_review');
  if (state === 'reviewed' || state === 'approved') throw new RefusedRequest('review_closed');
  if (claimed && claimed.who !== who) throw new RefusedRequest('claimed_by_other', { who: claimed.who });
};

/** Throws where `me` may not see a layer: there is none, or they are to work without it. */
export const checkMaySee = (review: StoredReview, layer: ReviewLayer, me: Me): void => {
  const { second } = review;
  if (layer === 'first') {
    if (isBlind(review, me)) throw new RefusedRequest('blind_review');
    return;
  }
  if (!second) throw new RefusedRequest('no_second_review');
  if (second.who === whoIs(me) || bothFinished(review)) return;
  if (second.state === 'open') throw new RefusedRequest('claimed_by_other', { who: second.who });
  throw new RefusedRequest('agreement_not_ready');
};

/** The layers whose decisions `me` may see. */
export const visibleLayers = (review: StoredReview, me: Me): ('first' | 'second')[] => {
  if (isBlind(review, me)) return ['second'];
  return review.second && !bothFinished(review) ? ['first'] : ['first', 'second'];
};

/** Whoever decides first has the report in hand; the decision itself tells so. */
export const takenInHand = (review: StoredReview, me: Me, at: string): StoredReview =>
  review.claimed !== null
    ? review
    : { ...review, state: 'in_review', claimed: { who: whoIs(me), at }, version: review.version + 1 };
