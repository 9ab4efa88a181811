export { type AssignedPeriod, assignPeriods, type TimeContext } from './assign.ts';
export { findTimes } from './find.ts';
export { isReposted, postedDay } from './posted.ts';
export type { Moment, TimeKind, TimeMention } from './types.ts';
