import { type Me, type Review, type ReviewLayer, whoIs } from '../../model/index.ts';
import { RefusedRequest } from '../errors.ts';
import type { Decision, StoredReview } from '../ports.ts';

/** As callers see it. */
export const reviewView = ({ version, ...review }: StoredReview): Review => ({ ...review, etag: `r${version}` });

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
  const after = { ...before, ...change, version: before.version + 1 };
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
  if (second?.who === who && second.state === 'open') throw new RefusedRequest('blind_review');
  if (state === 'reviewed' || state === 'approved') throw new RefusedRequest('review_closed');
  if (claimed && claimed.who !== who) throw new RefusedRequest('claimed_by_other', { who: claimed.who });
};

/** Throws where `me` may not see a layer: there is none, or they are to work without it. */
export const checkMaySee = ({ second }: StoredReview, layer: ReviewLayer, me: Me): void => {
  const isSecond = second?.who === whoIs(me);
  if (layer === 'first' && isSecond && second?.state === 'open') throw new RefusedRequest('blind_review');
  if (layer === 'first') return;
  if (!second) throw new RefusedRequest('no_second_review');
  if (second.state === 'open' && !isSecond) throw new RefusedRequest('claimed_by_other', { who: second.who });
};

/** The layers whose decisions `me` may see. */
export const visibleLayers = ({ second }: StoredReview, me: Me): ('first' | 'second')[] => {
  if (second?.state !== 'open') return ['first', 'second'];
  return second.who === whoIs(me) ? ['second'] : ['first'];
};

/** Whoever decides first has the report in hand; the decision itself tells so. */
export const takenInHand = (review: StoredReview, me: Me, at: string): StoredReview =>
  review.claimed !== null
    ? review
    : { ...review, state: 'in_review', claimed: { who: whoIs(me), at }, version: review.version + 1 };
