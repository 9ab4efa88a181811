import { BLANK_FIGURE } from '../../../../src/model/blank-figure.ts';
import type { Figure, FigurePatch, NewFigure, ReviewedFigure } from '../../../../src/model/index.ts';
import { same } from '../../../../src/model/same.ts';

/** The fields of a decision; the reason belongs to its whole group. */
export type Patch = Omit<FigurePatch, 'reason'>;
export type Added = Omit<NewFigure, 'reason'>;

/** What a person wants changed, before it is known which tags it goes out with. */
export type Wish = { figure: string; patch: Patch } | { add: Added };

/**
 * A wish as it was made: `etag` of the figure as the person saw it, `before`: what the fields were. A figure that is
 * itself still on its way has the tag `UNSENT` until the service has answered.
 */
export type Made =
  | { figure: string; etag: string; patch: Patch; before: Patch }
  | { add: Added; figure: string; etag: typeof UNSENT };

export const UNSENT = '';

export type Figures = ReadonlyMap<string, ReviewedFigure>;

/** The id that the service gives a figure which a person adds (docs/review.md). */
export const addedId = ({ span }: Pick<NewFigure, 'span'>): string => `p${span.start}-${span.end}`;

export const isAdd = (change: Made): change is Extract<Made, { add: Added }> => 'add' in change;

/** What a field of a reviewed figure is now; the verdict is a field like the others. */
export const fieldOf = (item: ReviewedFigure, field: string): unknown =>
  field === 'verdict' ? item.verdict : item.figure[field as keyof Figure];

/** The present values of the fields that `patch` sets. */
export const valuesBefore = (item: ReviewedFigure, patch: Patch): Patch =>
  Object.fromEntries(Object.keys(patch).map((field) => [field, fieldOf(item, field)])) as Patch;

export function patched(item: ReviewedFigure, patch: Patch): ReviewedFigure {
  const { verdict = item.verdict, ...fields } = patch;
  const set = Object.keys(fields);
  const { unreadable, ...readable } = item;
  const kept = Object.entries(unreadable ?? {}).filter(([field]) => !set.includes(field));
  const said = verdict === 'accepted' ? [] : Object.entries(item.extractor).filter(([field]) => !set.includes(field));
  return {
    ...readable,
    ...(kept.length > 0 && { unreadable: Object.fromEntries(kept) }),
    figure: { ...item.figure, ...fields, implied: item.figure.implied.filter((field) => !set.includes(field)) },
    verdict,
    decided: [...new Set([...item.decided, ...set])],
    extractor: Object.fromEntries(said),
    doubts: verdict === null ? item.doubts : item.doubts.filter(({ code }) => !NEWS.has(code)),
  };
}

/** An added figure until the service says how it stands. */
export const added = ({ verdict = null, ...known }: Added, section: string | null = null): ReviewedFigure => ({
  figure: { ...BLANK_FIGURE, confidence: 1, rule: 'person', section, ...known, id: addedId(known) },
  etag: UNSENT,
  verdict,
  found: true,
  decided: ['figure'],
  extractor: {},
  doubts: [],
  sure: false,
});

const NEWS = new Set(['extractor_disagrees', 'no_longer_found']);
/** A later extraction says otherwise than a person, and nobody has looked since: what was accepted may be so again. */
export const isNews = ({ doubts }: Pick<ReviewedFigure, 'doubts'>): boolean =>
  doubts.some(({ code }) => NEWS.has(code));

/** Wishes with the tags and values they were made on; those for figures that are gone are left out. */
export const make = (wishes: readonly Wish[], figures: Figures): Made[] =>
  wishes.flatMap((wish): Made[] => {
    if ('add' in wish) return [{ add: wish.add, figure: addedId(wish.add), etag: UNSENT }];
    const item = figures.get(wish.figure);
    if (!item) return [];
    const set = Object.entries(wish.patch).filter(
      ([field, value]) =>
        !same(value, fieldOf(item, field)) ||
        // What stands in for a stored value that cannot be shown is not that value.
        field in (item.unreadable ?? {}) ||
        (field === 'verdict' && value === 'accepted' && isNews(item)),
    );
    if (set.length === 0) return [];
    const patch = Object.fromEntries(set) as Patch;
    return [{ figure: wish.figure, etag: item.etag, patch, before: valuesBefore(item, patch) }];
  });

/** Lays changes over the figures; the figures given stay as they are. */
export function applied(figures: Figures, changes: readonly Made[]): Figures {
  if (changes.length === 0) return figures;
  const now = new Map(figures);
  for (const change of changes) {
    const item = now.get(change.figure);
    if (isAdd(change)) {
      if (!item) now.set(change.figure, added(change.add));
    } else if (item) now.set(change.figure, patched(item, change.patch));
  }
  return now;
}

/** What takes changes back, the last first: nothing is taken away, so an added figure is rejected. */
export const inverse = (changes: readonly Made[]): Wish[] =>
  changes
    .map((change): Wish => {
      const patch: Patch = isAdd(change) ? { verdict: 'rejected' } : change.before;
      return { figure: change.figure, patch };
    })
    .reverse();

/** Figures of a step that somebody has changed since: taking the step back would take theirs back too. */
export const changedSince = (changes: readonly Made[], figures: Figures): string[] =>
  changes
    .filter((change) => {
      const item = figures.get(change.figure);
      if (!item) return true;
      if (isAdd(change)) return item.verdict === 'rejected';
      return Object.entries(change.patch).some(([field, value]) => !same(value, fieldOf(item, field)));
    })
    .map(({ figure }) => figure);
