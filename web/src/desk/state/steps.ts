import type { ReviewLayer } from '../../../../src/model/index.ts';
import type { Made } from './changes.ts';

/** One action that can be taken back, or done again. */
export interface Step {
  /** The group of the outbox that it went out with. */
  group: string;
  deed: string;
  changes: Made[];
}
export interface Steps {
  past: Step[];
  future: Step[];
}

/** Steps further back are not kept over a reload. */
const MOST = 200;

/**
 * What a window can take back outlives its reload. It is the window's own (sessionStorage): two windows on one report
 * take back what each of them did. A storage that is full keeps nothing, as if there had been no steps.
 */
export const stepsOf = (storage: Pick<Storage, 'getItem' | 'setItem'>, document: string, layer: ReviewLayer) => {
  const at = `ansinh.steps/${document}/${layer}`;
  return {
    keep: ({ past, future }: Steps): void => {
      try {
        storage.setItem(at, JSON.stringify({ past: past.slice(-MOST), future: future.slice(-MOST) }));
      } catch {
        // The steps are still in this window's memory.
      }
    },
    load: (): Steps => {
      try {
        const { past, future } = JSON.parse(storage.getItem(at) ?? '') as Steps;
        if (Array.isArray(past) && Array.isArray(future)) return { past, future };
      } catch {
        // Nothing was kept, or not by this version.
      }
      return { past: [], future: [] };
    },
  };
};
