import type { ReviewedFigure } from '../../../../src/model/index.ts';
import { same } from '../../../../src/model/same.ts';
import { type Figures, fieldOf, isAdd, type Made, type Patch } from './changes.ts';
import { FIELDS } from './fields.ts';

/** One field on which a decision met another: what it was, what this person made it, what it has become meanwhile. */
export interface Clash {
  figure: string;
  field: string;
  before: unknown;
  mine: unknown;
  theirs: unknown;
}

const TOLD = ['verdict', ...FIELDS] as const;

/**
 * Where a decision that was refused (412) and the figures as they stand differ: every field that this person set or
 * that was set meanwhile. `seen`: the figures as they stood when the decision was made.
 */
export function clashesOf(changes: readonly Made[], seen: Figures, current: Figures): Clash[] {
  return changes.flatMap((change) => {
    const now = current.get(change.figure);
    if (isAdd(change) || !now) return [];
    const was = seen.get(change.figure);
    return TOLD.flatMap((field): Clash[] => {
      const touched = field in change.patch;
      const before = touched ? change.before[field] : was ? fieldOf(was, field) : fieldOf(now, field);
      const mine = touched ? change.patch[field] : before;
      const theirs = fieldOf(now, field);
      return same(mine, theirs) ? [] : [{ figure: change.figure, field, before, mine, theirs }];
    });
  });
}

/** The other has set it, this person has not: theirs stands unless it is taken back on purpose. */
export const isOnlyTheirs = ({ before, mine }: Clash): boolean => same(before, mine);

/** Everything asked for is so already: the decision had arrived, its answer had not. */
export const isDone = (changes: readonly Made[], current: Figures): boolean =>
  changes.every((change) => {
    const now = current.get(change.figure);
    if (!now) return false;
    const wanted: Patch = isAdd(change) ? {} : change.patch;
    return Object.entries(wanted).every(([field, value]) => same(value, fieldOf(now, field)));
  });

const key = (figure: string, field: string) => `${figure}/${field}`;
export const clashKey = ({ figure, field }: Clash): string => key(figure, field);

/**
 * The decision to be made on the figures as they stand, field by field mine or theirs (`mine`: keys of clashes); a
 * figure of which nothing of mine is left drops out.
 */
export function settled(
  changes: readonly Made[],
  clashes: readonly Clash[],
  mine: ReadonlySet<string>,
  current: Figures,
): Made[] {
  return changes.flatMap((change): Made[] => {
    const now: ReviewedFigure | undefined = current.get(change.figure);
    if (isAdd(change) || !now) return [change];
    const chosen = clashes.filter((clash) => clash.figure === change.figure && mine.has(clashKey(clash)));
    if (chosen.length === 0) return [];
    const patch = Object.fromEntries(chosen.map((clash) => [clash.field, clash.mine])) as Patch;
    const before = Object.fromEntries(chosen.map((clash) => [clash.field, clash.theirs])) as Patch;
    return [{ figure: change.figure, etag: now.etag, patch, before }];
  });
}
