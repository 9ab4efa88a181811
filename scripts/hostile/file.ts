/** What a hostile file is: bytes made when asked for, and what reading them comes to. */
import type { ReadErrorCode } from '../../src/model/index.ts';

/** Where lures lead: a server that must never be called, a file that must never be read. */
export type Lures = { url: string; secret: string };

export type HostileFile = {
  name: string;
  /**
   * `read` where what is good in it is read. Several where libraries' versions may judge otherwise; `timed_out` too where
   * a slow machine takes longer than a reader may.
   */
  comesTo: readonly (ReadErrorCode | 'read')[];
  make(lures: Lures): Buffer | Promise<Buffer>;
  /** What its text must hold, where it is read. */
  says?: string;
};

/** `count` strings of `make`, as one. */
export const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

export const GOOD = '1.855 hộ nghèo';
