/** What the pages need of the grammar: to read what a person types as the extractor reads a report. */
export { readValue, type TypedValue } from './numbers/read-value.ts';
export { findTimes } from './time/find.ts';
export { anchorOf, resolve } from './time/resolve.ts';
