import { mayAs, whoIs } from '../../../src/model/person.ts';
import type { Me, Review, ReviewLayer } from '../../../src/model/review.ts';

export type ReportAction =
  | 'claim'
  | 'release'
  | 'handOver'
  | 'finish'
  | 'approve'
  | 'reopen'
  | 'start_second'
  | 'finish_second';

/** What a person may do with a report as it stands. */
export interface Standing {
  layer: ReviewLayer;
  may: boolean;
  /** Why nothing can be decided, where it cannot. */
  why: null | 'closed' | 'role' | 'secondDone' | { held: string };
  actions: ReportAction[];
}

/** `who` as it is kept has the account's id behind the name, so that no two people are one; to be read, the name does. */
export const personName = (who: string): string => who.replace(/ \([^()]*\)$/, '');

export const isMe = (who: string, me: Me): boolean => who === whoIs(me);

/** Which review this person works in: whoever does the second one sees no other until both are finished. */
export const layerOf = ({ second, compared }: Review, me: Me): ReviewLayer =>
  second && !compared && isMe(second.who, me) ? 'second' : 'first';

export function standingOf(review: Review, me: Me): Standing {
  const layer = layerOf(review, me);
  const { state, claimed, reviewed, second } = review;
  const may = (why: Standing['why'], actions: ReportAction[]): Standing => ({ layer, may: why === null, why, actions });
  if (!mayAs(me.role, 'reviewer')) return may('role', []);
  if (layer === 'second') return second?.state === 'open' ? may(null, ['finish_second']) : may('secondDone', []);
  const first = claimed ?? reviewed;
  const begin: ReportAction[] =
    second === null && !me.local && first !== null && !isMe(first.who, me) ? ['start_second'] : [];
  if (state === 'approved') return may('closed', mayAs(me.role, 'approver') ? ['reopen'] : []);
  if (state === 'reviewed') {
    const other = reviewed === null || !isMe(reviewed.who, me);
    const approve: ReportAction[] = mayAs(me.role, 'approver') && other ? ['approve'] : [];
    return may('closed', [...approve, 'reopen', ...begin]);
  }
  if (claimed === null) return may(null, ['claim', 'finish', ...begin]);
  if (isMe(claimed.who, me)) return may(null, ['finish', 'release', 'handOver']);
  const take: ReportAction[] = me.role === 'administrator' ? ['claim', 'handOver'] : [];
  return may({ held: personName(claimed.who) }, [...take, ...begin]);
}
