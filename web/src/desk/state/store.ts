import type { Decided, Desk, Review, ReviewedFigure, ReviewLayer } from '../../../../src/model/index.ts';
import { applied, changedSince, type Figures, inverse, type Made, make, type Wish } from './changes.ts';
import { type Clash, clashesOf, isDone, settled } from './conflict.ts';
import { behind, type Group, groupId, type Keeping, outbox } from './outbox.ts';
import { type Step, stepsOf } from './steps.ts';

/** What became of a group that was sent. `changed`: somebody was faster; `current`: the figures as they stand. */
export type Sent =
  | ({ outcome: 'done' } & Decided)
  | { outcome: 'changed'; current: ReviewedFigure[] }
  | { outcome: 'refused'; sentence: string }
  | { outcome: 'signed_out' }
  | { outcome: 'unreachable' };

export interface Conflict {
  group: Group;
  clashes: Clash[];
  current: Figures;
}

export interface DeskState {
  /** Every figure as it is with this person's decisions laid over, also those that have not been sent. */
  figures: Figures;
  review: Review | null;
  waiting: readonly Group[];
  link: 'idle' | 'sending' | 'unreachable' | 'signed_out';
  conflict: Conflict | null;
  refused: { group: Group; sentence: string } | null;
  undoable: string | null;
  redoable: string | null;
  /** False where the browser would not keep the decisions that wait: closing the window would lose them. */
  kept: boolean;
}

interface Options {
  document: string;
  layer: ReviewLayer;
  storage: Keeping;
  /** Where this window's steps outlive a reload. */
  session: Pick<Storage, 'getItem' | 'setItem'>;
  send: (group: Group) => Promise<Sent>;
  now: () => number;
  /** Calls back after so many milliseconds. */
  later: (ms: number, run: () => void) => void;
}

const PAUSES = [1000, 2000, 4000, 8000, 15_000];

/** One report on one person's desk: what they see, what they did, and what is still on its way to the service. */
export function createDesk({ document, layer, storage, session, send, now, later }: Options) {
  const box = outbox(storage, document, layer);
  const steps = stepsOf(session, document, layer);
  let base: Figures = new Map();
  let waiting = box.load();
  let stored = new Set(waiting.map(({ id }) => id));
  let { past, future } = steps.load();
  let failures = 0;
  let made = 0;
  const listeners = new Set<() => void>();
  let state: DeskState = {
    figures: base,
    review: null,
    waiting,
    link: 'idle',
    conflict: null,
    refused: null,
    undoable: past.at(-1)?.deed ?? null,
    redoable: future.at(-1)?.deed ?? null,
    kept: true,
  };

  // The same figures stay the same object: a page of thousands is not drawn anew for a word in its bar.
  let laidOn: { base: Figures; waiting: readonly Group[]; figures: Figures } = { base, waiting: [], figures: base };
  const laidOver = (): Figures => {
    if (laidOn.base !== base || laidOn.waiting !== waiting)
      laidOn = {
        base,
        waiting,
        figures: applied(
          base,
          waiting.flatMap(({ changes }) => changes),
        ),
      };
    return laidOn.figures;
  };

  let written = { past, future };
  const writeSteps = () => {
    if (written.past === past && written.future === future) return;
    written = { past, future };
    steps.keep(written);
  };

  const tell = (news: Partial<DeskState> = {}) => {
    state = {
      ...state,
      waiting,
      figures: laidOver(),
      undoable: past.at(-1)?.deed ?? null,
      redoable: future.at(-1)?.deed ?? null,
      kept: waiting.every(({ id }) => stored.has(id)),
      ...news,
    };
    for (const listener of listeners) listener();
  };

  const keep = (group: Group) => {
    if (box.keep(group)) stored.add(group.id);
  };
  const forget = (group: Group) => {
    box.forget(group.id);
    waiting = waiting.filter(({ id }) => id !== group.id);
    stored = new Set([...stored].filter((id) => id !== group.id));
  };
  const replace = (group: Group) => {
    waiting = waiting.map((other) => (other.id === group.id ? group : other));
    past = past.map((step) => (step.group === group.id ? { ...step, changes: group.changes } : step));
    keep(group);
  };
  const laid = (figures: readonly ReviewedFigure[]) => {
    const next = new Map(base);
    for (const item of figures) next.set(item.figure.id, item);
    base = next;
  };

  const done = (
    group: Group,
    figures: readonly ReviewedFigure[],
    review: Review | null,
    affected: readonly ReviewedFigure[] = [],
  ) => {
    laid([...figures, ...affected]);
    forget(group);
    const ends = group.changes.flatMap((change, i) => {
      const item = figures[i];
      return item ? [{ change, id: item.figure.id, etag: item.etag }] : [];
    });
    const before = waiting;
    waiting = behind(before, ends);
    for (const [i, group] of waiting.entries()) if (group !== before[i]) keep(group);
    failures = 0;
    tell({ link: 'idle', ...(review && { review }) });
    pump();
  };

  const changed = (group: Group, figures: ReviewedFigure[]) => {
    const seen = base;
    const current: Figures = new Map(figures.map((item) => [item.figure.id, item]));
    if (isDone(group.changes, current))
      return done(
        group,
        group.changes.flatMap((change) => current.get(change.figure) ?? []),
        null,
      );
    const clashes = clashesOf(group.changes, seen, current);
    laid(figures);
    tell({ link: 'idle', conflict: { group, clashes, current } });
  };

  const answered = (group: Group, sent: Sent) => {
    if (sent.outcome === 'done') return done(group, sent.figures, sent.review, sent.affected);
    if (sent.outcome === 'changed') return changed(group, sent.current);
    if (sent.outcome === 'refused') return tell({ link: 'idle', refused: { group, sentence: sent.sentence } });
    tell({ link: sent.outcome });
    later(PAUSES[Math.min(failures++, PAUSES.length - 1)] ?? 0, pump);
  };

  const isHeld = () => state.link === 'sending' || state.conflict !== null || state.refused !== null;

  /** Sends what waits, one group after the other, in the order in which it was done. */
  function pump(): void {
    const [group] = waiting;
    if (!group || isHeld()) return;
    if (stored.has(group.id) && !box.has(group.id)) {
      // Another window on this report has sent it.
      forget(group);
      tell();
      pump();
      return;
    }
    tell({ link: 'sending' });
    send(group).then(
      (sent) => answered(group, sent),
      () => answered(group, { outcome: 'unreachable' }),
    );
  }

  const enqueue = (deed: string, changes: Made[], reason?: string): Group => {
    const group: Group = { id: groupId(now(), made++), deed, changes, layer, ...(reason && { reason }) };
    waiting = [...waiting, group];
    keep(group);
    return group;
  };

  /** Takes the last step of one side back, which makes it the last step of the other. */
  const turnBack = (from: 'past' | 'future'): string | null | { changed: string } => {
    const step = (from === 'past' ? past : future).at(-1);
    if (!step) return null;
    if (from === 'past') past = past.slice(0, -1);
    else future = future.slice(0, -1);
    if (changedSince(step.changes, state.figures).length > 0) {
      tell();
      return { changed: step.deed };
    }
    const changes = make(inverse(step.changes), state.figures);
    const back: Step = { group: enqueue(step.deed, changes).id, deed: step.deed, changes };
    if (from === 'past') future = [...future, back];
    else past = [...past, back];
    tell();
    pump();
    return step.deed;
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: (): DeskState => state,
    /** The desk as the service has it. */
    receive: ({ review, figures }: Pick<Desk, 'review' | 'figures'>) => {
      base = new Map(figures.map((item) => [item.figure.id, item]));
      tell({ review, ...(state.link === 'unreachable' && { link: 'idle' }) });
      pump();
    },
    reviewIs: (review: Review) => tell({ review }),
    /** One action of the person: all of it is made, or none. False where it changes nothing. */
    act: (deed: string, wishes: readonly Wish[], reason?: string): boolean => {
      const changes = make(wishes, state.figures);
      if (changes.length === 0) return false;
      const { id } = enqueue(deed, changes, reason);
      past = [...past, { group: id, deed, changes }];
      future = [];
      tell();
      pump();
      return true;
    },
    /** What was taken back; null: there was nothing to take back; `changed`: somebody has changed it since. */
    undo: () => turnBack('past'),
    redo: () => turnBack('future'),
    /** Ends a conflict: `mine` names the fields that this person's decision keeps; the others are the other's. */
    settle: (mine: ReadonlySet<string>) => {
      const { conflict } = state;
      if (!conflict) return;
      const changes = settled(conflict.group.changes, conflict.clashes, mine, conflict.current);
      if (changes.length > 0) replace({ ...conflict.group, changes });
      else {
        past = past.filter(({ group }) => group !== conflict.group.id);
        forget(conflict.group);
      }
      tell({ conflict: null });
      pump();
    },
    /** After a refusal: once more, or not at all. */
    retry: () => {
      tell({ refused: null, ...(state.link !== 'sending' && { link: 'idle' }) });
      pump();
    },
    discard: () => {
      const { refused } = state;
      if (!refused) return;
      past = past.filter(({ group }) => group !== refused.group.id);
      forget(refused.group);
      tell({ refused: null });
      pump();
    },
    pump,
    /** Writes down what is to outlive the window; not with every key, since a step may have thousands of changes. */
    rest: writeSteps,
  };
}
export type DeskStore = ReturnType<typeof createDesk>;
