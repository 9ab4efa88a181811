import type { ReviewLayer } from '../../../../src/model/index.ts';
import { isAdd, type Made } from './changes.ts';

/** What one action of a person changes, kept until the service has it. */
export interface Group {
  id: string;
  /** What the person did, in the words of the page's command table. */
  deed: string;
  changes: Made[];
  reason?: string;
  layer: ReviewLayer;
}

/** Where groups are kept: the browser's localStorage, or anything like it. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'ansinh.outbox';
const place = (document: string, layer: ReviewLayer) => `${PREFIX}/${document}/${layer}/`;

/** Ids sort in the order in which groups were made, also over several windows. */
export const groupId = (now: number, count: number): string =>
  `${String(now).padStart(15, '0')}-${String(count).padStart(6, '0')}`;

/** A key for each group, so that two windows on one report do not overwrite each other's. */
export const outbox = (storage: Keeping, document: string, layer: ReviewLayer) => {
  const at = place(document, layer);
  return {
    /** False where the browser keeps no more (a full or forbidden storage): it is then only in this window's memory. */
    keep: (group: Group): boolean => {
      try {
        storage.setItem(at + group.id, JSON.stringify(group));
        return true;
      } catch {
        return false;
      }
    },
    forget: (id: string): void => storage.removeItem(at + id),
    has: (id: string): boolean => storage.getItem(at + id) !== null,
    load: (): Group[] => {
      const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
      return keys
        .filter((key) => key.startsWith(at))
        .sort()
        .flatMap((key) => {
          try {
            return [JSON.parse(storage.getItem(key) ?? '') as Group];
          } catch {
            return [];
          }
        });
    },
  };
};

/** What became of a figure of a group that was sent: its new id and tag. */
export interface Settled {
  change: Made;
  id: string;
  etag: string;
}

/**
 * The groups that wait behind one that was done, now on its figures: a change made on the tag that has been
 * superseded by this person's own decision goes out with the new one. The others are the same groups as before.
 */
export const behind = (waiting: readonly Group[], done: readonly Settled[]): Group[] => {
  const news = new Map(done.map((item) => [item.change.figure, item]));
  const follow = (change: Made): Made => {
    const item = news.get(change.figure);
    if (!item || isAdd(change) || change.etag !== item.change.etag) return change;
    return { ...change, figure: item.id, etag: item.etag };
  };
  return waiting.map((group) => {
    const changes = group.changes.map(follow);
    return changes.every((change, i) => change === group.changes[i]) ? group : { ...group, changes };
  });
};
