import type { Period } from '../../model/index.ts';

/** Where a figure's period comes from, nearest source first. */
export type Source =
  | 'table'
  | 'caption'
  | 'own-words'
  | 'sentence'
  | 'clause-end'
  | 'paragraph'
  | 'list'
  | 'heading'
  | 'document'
  | 'base'
  | 'none';

/**
 * A time in force: its period (null where "đến nay" cannot be dated), whether only targets take it, and whether only
 * a sentence that goes on with the one before does ("Mỗi suất …"); `now`: it is said by "hiện" alone.
 */
export type Grant = { period: Period | null; forTargets: boolean; weak?: boolean; now?: boolean };
