import type { Stated } from './statements.ts';
import { nearStart } from './topic.ts';

/** The folded words around a figure, in widening circles. */
export interface Words {
  /** Its own words before and behind the number, and both with the number between them. */
  lead: string;
  tail: string;
  own: string;
  /** From the clause's start to the number. */
  before: string;
  /** From the number to the clause's end. */
  rest: string;
  /** From its sentence's start to the number. */
  sentence: string;
  /** The whole statement: that of the figure it follows, and on to the next statement. */
  statement: string;
}

export const wordsOf = (folded: string, stated: readonly Stated[], i: number): Words => {
  const one = stated[i] as Stated;
  let head = i;
  while ((stated[head] as Stated).follows !== null) head = (stated[head] as Stated).follows as number;
  let last = i;
  while (stated[last + 1]?.follows === last) last += 1;
  let opening = one;
  while (opening.continues !== null) opening = stated[opening.continues] as Stated;
  const next = stated[last + 1];
  const until = Math.min(
    (stated[last] as Stated).clause.end,
    next ? Math.max(next.lead.start, one.tail.end) : Infinity,
  );
  const start = Math.min(one.clause.start, opening.clause.start);
  return {
    lead: folded.slice(one.lead.start, one.lead.end),
    tail: folded.slice(one.draft.span.end, one.tail.end),
    own: folded.slice(nearStart(folded, one), one.tail.end),
    before: folded.slice(Math.max(start, one.draft.span.start - 400), one.draft.span.start),
    rest: folded.slice(one.draft.span.end, Math.min(one.clause.end, one.draft.span.end + 200)),
    sentence: folded.slice(Math.max(one.draft.sentence.start, one.draft.span.start - 600), one.draft.span.start),
    statement: folded.slice(
      Math.max((stated[head] as Stated).lead.start, (stated[head] as Stated).clause.start),
      until,
    ),
  };
};
