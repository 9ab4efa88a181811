export { findTimes } from './find.ts';
export type { TimeKind, TimeMention } from './types.ts';
