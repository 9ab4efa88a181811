export { metadata } from './metadata.ts';
export { type LabelledPeriod, reportedPeriod, standingPeriod } from './period.ts';
