export { type Known, knownIn, knownOf, laidUnder, NOTHING_KNOWN } from './given.ts';
export { metadata } from './metadata.ts';
export { type LabelledPeriod, reportedPeriod, standingPeriod } from './period.ts';
