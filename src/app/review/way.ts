import { type Me, mayAs, type ReviewAction, whoIs } from '../../model/index.ts';
import { RefusedRequest } from '../errors.ts';
import type { Ruling, StoredReview } from '../ports.ts';
import { changed } from './review.ts';

/** What an action looks at beside the review itself. */
export interface Situation {
  review: StoredReview;
  me: Me;
  at: string;
  /** Who has decided on a figure in the report's own layer. */
  deciders: ReadonlySet<string>;
  /** Whom the report is handed over to, where that is somebody who may review. */
  to: { id: string; name: string } | null;
}

type Change = Partial<StoredReview>;
type Rule<A extends ReviewAction['action']> = (situation: Situation, action: ReviewAction & { action: A }) => Change;

const refuse = (...[code, who]: [ConstructorParameters<typeof RefusedRequest>[0], string?]): never => {
  throw new RefusedRequest(code, who === undefined ? {} : { who });
};

const isOpen = ({ state }: StoredReview): boolean => state === 'extracted' || state === 'in_review';

/** The report is in my hand, or I am an administrator and somebody else has it. */
const checkHolder = ({ review: { claimed }, me }: Situation): void => {
  if (!claimed) refuse('not_claimed');
  else if (claimed.who !== whoIs(me) && !mayAs(me.role, 'administrator')) refuse('claimed_by_other', claimed.who);
};

const checkIsNotSecond = ({ second }: StoredReview, who: string): void => {
  if (second?.who === who) refuse('needs_second_person', who);
};

const claim: Rule<'claim'> = ({ review, me, at }) => {
  if (!isOpen(review)) refuse('review_closed');
  checkIsNotSecond(review, whoIs(me));
  if (review.claimed?.who === whoIs(me)) return {};
  if (review.claimed && !mayAs(me.role, 'administrator')) refuse('claimed_by_other', review.claimed.who);
  return { state: 'in_review', claimed: { who: whoIs(me), at } };
};

const release: Rule<'release'> = (situation) => {
  checkHolder(situation);
  return { state: situation.deciders.size > 0 ? 'in_review' : 'extracted', claimed: null };
};

const handOver: Rule<'hand_over'> = (situation) => {
  const { review, at, to } = situation;
  if (!isOpen(review)) refuse('review_closed');
  checkHolder(situation);
  if (!to) return refuse('unknown_reviewer');
  checkIsNotSecond(review, whoIs(to));
  return { claimed: { who: whoIs(to), at } };
};

const finish: Rule<'finish'> = ({ review, me, at }) => {
  if (!isOpen(review)) refuse('review_closed');
  if (!review.claimed) refuse('not_claimed');
  else if (review.claimed.who !== whoIs(me)) refuse('claimed_by_other', review.claimed.who);
  return { state: 'reviewed', claimed: null, reviewed: { who: whoIs(me), at } };
};

const approve: Rule<'approve'> = ({ review: { state, reviewed }, me, at }) => {
  if (state === 'approved') refuse('review_closed');
  if (state !== 'reviewed' || !reviewed) return refuse('not_reviewed');
  if (reviewed.who === whoIs(me)) refuse('needs_second_person', reviewed.who);
  if (!mayAs(me.role, 'approver')) refuse('approver_only');
  return { state: 'approved', approved: { who: whoIs(me), at } };
};

const reopen: Rule<'reopen'> = ({ review, me }) => {
  if (isOpen(review)) refuse('not_reviewed');
  if (review.state === 'approved' && !mayAs(me.role, 'approver')) refuse('approver_only');
  return { state: 'in_review', claimed: null, reviewed: null, approved: null };
};

const startSecond: Rule<'start_second'> = ({ review: { state, claimed, reviewed, second }, me, deciders }) => {
  const who = whoIs(me);
  if (second?.who === who && second.state === 'open') return {};
  if (second?.state === 'open') refuse('claimed_by_other', second.who);
  if (second || state === 'approved') refuse('review_closed');
  if (claimed?.who === who || reviewed?.who === who || deciders.has(who)) refuse('needs_second_person', who);
  return { second: { who, state: 'open' } };
};

const finishSecond: Rule<'finish_second'> = ({ review: { second }, me }) => {
  if (!second) return refuse('no_second_review');
  if (second.who !== whoIs(me)) refuse('claimed_by_other', second.who);
  if (second.state === 'finished') refuse('review_closed');
  return { second: { ...second, state: 'finished' } };
};

const RULES: { [A in ReviewAction['action']]: Rule<A> } = {
  claim,
  release,
  hand_over: handOver,
  finish,
  approve,
  reopen,
  start_second: startSecond,
  finish_second: finishSecond,
};

/** What an action makes of a review. Throws RefusedRequest where it may not be done. */
export const act = (situation: Situation, action: ReviewAction): Pick<Ruling, 'review' | 'events'> => {
  const rule = RULES[action.action] as Rule<ReviewAction['action']>;
  const change = rule(situation, action);
  const reason = action.action === 'reopen' ? action.reason : null;
  return changed(situation.review, change, whoIs(situation.me), reason);
};
