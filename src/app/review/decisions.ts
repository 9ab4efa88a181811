import {
  type Change,
  type Decisions,
  type Figure,
  type FigurePatch,
  type Me,
  type ReportRecord,
  whoIs,
} from '../../model/index.ts';
import { same } from '../../model/same.ts';
import { RefusedRequest } from '../errors.ts';
import { ADDED, decide, FIELDS, VERDICT } from '../overlay.ts';
import type { Asked, Decision, Examined, Infer, Reviewing, Ruling } from '../ports.ts';
import { judged, standing } from '../standing.ts';
import { messagesAbout } from './examined.ts';
import { eventsOf, figuresOf } from './layer.ts';
import { completed, readRecord } from './lenient.ts';
import { draftOf } from './new-figure.ts';
import { checkMayDecide, checkMaySee, takenInHand } from './review.ts';

/** What decisions are made with. */
export interface Making {
  me: Me;
  at: string;
  infer: Infer;
  /** Where a stretch of the text stands on its pages. */
  boxes(span: Figure['span']): Figure['boxes'];
}

/** The figures as the changes so far leave them. */
interface Draft {
  text: string;
  /** There where figures are added. */
  record: ReportRecord | null;
  figures: Map<string, Examined>;
  /** Ids of those that are new or changed, in the order of the changes. */
  touched: string[];
  events: Decision[];
  event(figure: string, field: string, old: unknown, now: unknown): Decision;
  /** Whether a person has looked at a figure since it was last extracted. */
  looked(figure: string): boolean;
}

/** Throws unless `partOf` leads to another figure, and from there never back. */
const checkLink = (figures: ReadonlyMap<string, Examined>, id: string, partOf: string | null): void => {
  const seen = new Set([id]);
  for (let at = partOf; at !== null; at = figures.get(at)?.figure.partOf ?? null) {
    if (!figures.has(at) && at === partOf) throw new RefusedRequest('unknown_figure');
    if (seen.has(at)) throw new RefusedRequest(at === partOf && at === id ? 'unknown_figure' : 'circular_part');
    seen.add(at);
  }
};

const checkPeriod = (period: Figure['period'] | undefined): void => {
  if (period && period.start > period.end) throw new RefusedRequest('period_reversed');
};

type Patch = Omit<FigurePatch, 'reason'>;

/** An event for each field that the patch makes another. An acceptance is one again where the figure was extracted anew. */
const eventsFor = (draft: Draft, now: Examined, { verdict, ...fields }: Patch): Decision[] => {
  const { id } = now.figure;
  const changes = FIELDS.flatMap((field) => {
    const [old, value] = [now.figure[field], fields[field]];
    return value === undefined || same(value, old) ? [] : [draft.event(id, field, old, value)];
  });
  const says = verdict !== undefined && (verdict !== now.verdict || (verdict !== null && !draft.looked(id)));
  return says ? [...changes, draft.event(id, VERDICT, now.verdict, verdict)] : changes;
};

const withPatch = (draft: Draft, stored: Examined, patch: Patch): void => {
  const { verdict: _verdict, ...fields } = patch;
  const isEdit = Object.keys(fields).length > 0;
  const now = isEdit ? { ...stored, figure: completed(stored.figure) } : stored;
  const { id } = now.figure;
  if (patch.partOf !== undefined) checkLink(draft.figures, id, patch.partOf);
  checkPeriod(patch.period);
  const events = eventsFor(draft, now, patch);
  draft.touched.push(id);
  if (events.length === 0) return;
  const edits = events.filter(({ field }) => field !== VERDICT);
  const figure = edits.reduce((one, { field, new: value }) => decide(one, field, value), now.figure);
  const verdict = patch.verdict === undefined ? now.verdict : patch.verdict;
  const stands = edits.length === 0 ? {} : standing(figure, draft.text, now);
  draft.figures.set(id, judged({ ...now, ...stands }, verdict));
  draft.events.push(...events);
};

const unused = (figures: ReadonlyMap<string, unknown>, base: string): string => {
  let id = base;
  for (let n = 2; figures.has(id); n += 1) id = `${base}-${n}`;
  return id;
};

const withNew = (draft: Draft, { verdict = null, ...added }: Addition['add'], making: Making): void => {
  const { record, figures } = draft;
  if (!record) throw new Error('a figure is added to a record that was not asked for');
  const { start, end } = added.span;
  const figure = draftOf(record, added, making.infer);
  const there = [...figures.values()].some(
    ({ figure: { span }, verdict }) => span.start === start && span.end === end && verdict !== 'rejected',
  );
  if (there) throw new RefusedRequest('figure_exists');
  const id = unused(figures, `p${start}-${end}`);
  checkLink(figures, id, figure.partOf);
  checkPeriod(figure.period);
  const entered = { ...figure, id, boxes: making.boxes(added.span) };
  const messages = messagesAbout(record.messages)(entered.span);
  figures.set(id, { ...standing(entered, record.text, { verdict }), extracted: null, messages });
  draft.touched.push(id);
  draft.events.push(draft.event(id, ADDED, null, entered));
  if (verdict !== null) draft.events.push(draft.event(id, VERDICT, null, verdict));
};

type Addition = Extract<Change, { add: unknown }>;

const isAddition = (change: Change): change is Addition => 'add' in change;

/** The figures that changes are about, as they stand; null where all are as their tags have them. */
const conflicts = (figures: ReadonlyMap<string, Examined>, changes: readonly Change[]): string[] | null => {
  const about = changes.flatMap((change) => (isAddition(change) ? [] : [change]));
  const stale = about.some(({ figure, etag }) => figures.get(figure)?.etag !== etag);
  return stale ? [...new Set(about.map(({ figure }) => figure).filter((id) => figures.has(id)))] : null;
};

const draftFor = (reviewing: Reviewing, { layer, reason }: Decisions, who: string): Draft => {
  const last = new Map(eventsOf(reviewing, layer).map((event) => [event.figure as string, event.sequence]));
  return {
    text: reviewing.text,
    record: reviewing.record && readRecord(reviewing.record),
    figures: new Map(figuresOf(reviewing, layer).map((one) => [one.figure.id, one])),
    touched: [],
    events: [],
    event: (figure, field, old, now) => ({
      who,
      figure,
      field,
      old,
      new: now,
      reason: reason ?? null,
      ...(layer === 'second' && { layer }),
    }),
    looked: (figure) => (last.get(figure) ?? 0) > reviewing.since,
  };
};

/** What of a report changes look at. Adding infers, from all of it; a second reviewer's layer is made of all of it. */
export const askedBy = ({ changes, layer }: Decisions): Asked => {
  const patches = changes.flatMap((change) => (isAddition(change) ? [] : [change]));
  const adds = patches.length < changes.length;
  if (adds || layer === 'second') return { figures: 'all', record: adds, text: true };
  const judges = ({ patch: { verdict, ...fields } }: (typeof patches)[number]): boolean =>
    verdict !== 'rejected' && Object.keys(fields).length === 0;
  return {
    figures: [...new Set(patches.map(({ figure }) => figure))],
    wholes: patches.flatMap(({ patch }) => patch.partOf ?? []),
    effects: !patches.every(judges),
  };
};

export type Made = { conflict: string[] } | { ruling: Ruling; touched: string[] };

/**
 * Changes that belong together, made on a report as it stands, or the ids of the figures where one has changed meanwhile.
 * Throws RefusedRequest where a change cannot be made, or not by this person.
 */
export const make = (reviewing: Reviewing, decisions: Decisions, making: Making): Made => {
  const { me, at } = making;
  const { changes, layer } = decisions;
  // Whoever may not see a figure is not told how it stands either.
  checkMaySee(reviewing.review, layer, me);
  const draft = draftFor(reviewing, decisions, whoIs(me));
  const conflict = conflicts(draft.figures, changes);
  if (conflict) return { conflict };
  checkMayDecide(reviewing.review, layer, me);
  for (const change of changes) {
    if (isAddition(change)) withNew(draft, change.add, making);
    else withPatch(draft, draft.figures.get(change.figure) as Examined, change.patch);
  }
  const { touched, events } = draft;
  const takes = layer === 'first' && events.length > 0;
  const review = takes ? takenInHand(reviewing.review, me, at) : reviewing.review;
  const figures = layer === 'second' ? [] : [...new Set(touched)].map((id) => draft.figures.get(id) as Examined);
  return { ruling: { figures, review, events }, touched };
};
