import { describe, expect, test } from '@jest/globals';
import { NEW_REVIEW } from '../../../tests/app/reviewing.ts';
import { HOA, LAN, MINH, QUAN } from '../../../tests/contracts/people.ts';
import { type Me, type ReviewAction, whoIs } from '../../model/index.ts';
import type { StoredReview } from '../ports.ts';
import { act } from './way.ts';

const at = '2026-01-02T00:00:00.000Z';
const deed = (me: Me) => ({ who: whoIs(me), at: '2026-01-01T00:00:00.000Z' });
const by = (me: Me) => ({ who: whoIs(me), at });

const INHAND: StoredReview = { ...NEW_REVIEW, state: 'in_review', claimed: deed(LAN) };
const FREE: StoredReview = { ...NEW_REVIEW, state: 'in_review' };
const DONE: StoredReview = { ...NEW_REVIEW, state: 'reviewed', reviewed: deed(LAN) };
const APPROVED: StoredReview = { ...DONE, state: 'approved', approved: deed(HOA) };
const SECOND: StoredReview = { ...INHAND, second: { who: whoIs(MINH), state: 'open' } };
const BOTH: StoredReview = { ...DONE, second: { who: whoIs(MINH), state: 'finished' } };

const claim: ReviewAction = { action: 'claim' };
const release: ReviewAction = { action: 'release' };
const give: ReviewAction = { action: 'hand_over', to: 'minh' };
const finish: ReviewAction = { action: 'finish' };
const approve: ReviewAction = { action: 'approve' };
const reopen: ReviewAction = { action: 'reopen', reason: 'biểu 2 đã sửa' };
const second: ReviewAction = { action: 'start_second' };
const end: ReviewAction = { action: 'finish_second' };

const tried = (review: StoredReview, me: Me, action: ReviewAction, deciders: Me[] = []) => {
  const to = action.action === 'hand_over' && action.to === 'minh' ? MINH : null;
  return act({ review, me, at, to, deciders: new Set(deciders.map(whoIs)) }, action);
};

describe('what an action makes of a review', () => {
  test.each<[Partial<StoredReview>, string, StoredReview, Me, ReviewAction]>([
    [{ state: 'in_review', claimed: by(LAN) }, 'a new report is claimed', NEW_REVIEW, LAN, claim],
    [{ claimed: by(MINH) }, 'a report that was let go is claimed', FREE, MINH, claim],
    [{ claimed: by(QUAN) }, 'an administrator takes it', INHAND, QUAN, claim],
    [{ state: 'extracted', claimed: null }, 'it is let go with nothing decided', INHAND, LAN, release],
    [{ state: 'extracted', claimed: null }, 'an administrator lets it go', INHAND, QUAN, release],
    [{ claimed: by(MINH) }, 'it is handed over', INHAND, LAN, give],
    [{ claimed: by(MINH) }, 'an administrator hands it over', INHAND, QUAN, give],
    [{ state: 'reviewed', claimed: null, reviewed: by(LAN) }, 'it is finished', INHAND, LAN, finish],
    [{ state: 'approved', approved: by(HOA) }, 'another person approves it', DONE, HOA, approve],
    [{ state: 'in_review', reviewed: null }, 'a reviewed one is reopened', DONE, MINH, reopen],
    [{ state: 'in_review', reviewed: null, approved: null }, 'an approved one is reopened', APPROVED, HOA, reopen],
    [{ second: { who: whoIs(MINH), state: 'open' } }, 'a second review begins', INHAND, MINH, second],
    [{ second: { who: whoIs(MINH), state: 'open' } }, 'also of a finished one', DONE, MINH, second],
    [{ second: { who: whoIs(MINH), state: 'finished' } }, 'and ends', SECOND, MINH, end],
  ])('%j: %s', (change, _, review, me, action) => {
    const made = tried(review, me, action);
    expect(made.review).toEqual({ ...review, ...change, version: review.version + 1 });
    expect(made.events.length).toBeGreaterThan(0);
    for (const { who, figure } of made.events) expect([who, figure]).toEqual([whoIs(me), null]);
  });

  test('a report on which somebody has decided stays in review when it is let go', () => {
    expect(tried(INHAND, LAN, release, [LAN]).review.state).toBe('in_review');
  });

  test('each thing that became another is an event, with the reason for reopening', () => {
    expect(tried(DONE, MINH, reopen).events).toEqual([
      { who: whoIs(MINH), figure: null, field: 'state', old: 'reviewed', new: 'in_review', reason: 'biểu 2 đã sửa' },
    ]);
    expect(tried(INHAND, LAN, give).events).toMatchObject([{ field: 'claimed', old: whoIs(LAN), new: whoIs(MINH) }]);
  });

  test.each<[string, StoredReview, Me, ReviewAction]>([
    ['claimed already', INHAND, LAN, claim],
    ['begun already', SECOND, MINH, second],
  ])('nothing where it is %s', (_, review, me, action) => {
    expect(tried(review, me, action)).toEqual({ review, events: [] });
  });
});

describe('refused', () => {
  test.each<[string, string, StoredReview, Me, ReviewAction]>([
    ['claimed_by_other', 'to claim what another has', INHAND, MINH, claim],
    ['claimed_by_other', 'also to an approver', INHAND, HOA, claim],
    ['review_closed', 'to claim a reviewed one', DONE, LAN, claim],
    ['review_closed', 'to claim an approved one', APPROVED, QUAN, claim],
    ['needs_second_person', 'to claim what one reviews as the second', { ...SECOND, claimed: null }, MINH, claim],
    ['not_claimed', 'to release what nobody has', FREE, LAN, release],
    ['claimed_by_other', 'to release what another has', INHAND, MINH, release],
    ['claimed_by_other', 'to hand over what another has', INHAND, MINH, give],
    ['unknown_reviewer', 'to hand over to nobody', INHAND, LAN, { action: 'hand_over', to: 'x' }],
    ['needs_second_person', 'to hand over to its second reviewer', SECOND, LAN, give],
    ['review_closed', 'to hand over a reviewed one', DONE, LAN, give],
    ['not_claimed', 'to finish what nobody has', FREE, LAN, finish],
    ['claimed_by_other', 'to finish what another has', INHAND, QUAN, finish],
    ['review_closed', 'to finish twice', DONE, LAN, finish],
    ['not_reviewed', 'to approve what is in review', INHAND, HOA, approve],
    ['needs_second_person', 'to approve one’s own review', { ...DONE, reviewed: deed(HOA) }, HOA, approve],
    ['needs_second_person', 'also as an administrator', { ...DONE, reviewed: deed(QUAN) }, QUAN, approve],
    ['approver_only', 'to approve as a reviewer', DONE, MINH, approve],
    ['review_closed', 'to approve twice', APPROVED, HOA, approve],
    ['not_reviewed', 'to reopen what is open', INHAND, LAN, reopen],
    ['approver_only', 'to reopen an approved one as a reviewer', APPROVED, LAN, reopen],
    ['needs_second_person', 'to be one’s own second reviewer', INHAND, LAN, second],
    ['needs_second_person', 'also after finishing', DONE, LAN, second],
    ['claimed_by_other', 'to be the third', SECOND, HOA, second],
    ['review_closed', 'to review an approved one a second time', APPROVED, MINH, second],
    ['review_closed', 'to be second once another was', BOTH, HOA, second],
    ['no_second_review', 'to end what was not begun', INHAND, MINH, end],
    ['claimed_by_other', 'to end another’s', SECOND, LAN, end],
    ['review_closed', 'to end it twice', BOTH, MINH, end],
  ])('%s: %s', (code, _, review, me, action) => {
    expect(() => tried(review, me, action)).toThrow(expect.objectContaining({ code }));
  });

  test('needs_second_person: whoever has decided on a figure is not independent', () => {
    expect(() => tried(FREE, LAN, second, [LAN])).toThrow(expect.objectContaining({ code: 'needs_second_person' }));
  });
});
