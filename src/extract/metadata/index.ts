export { metadata } from './metadata.ts';
export { type LabelledPeriod, reportedPeriod } from './period.ts';
