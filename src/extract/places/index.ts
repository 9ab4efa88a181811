export { assignPlaces } from './assign.ts';
export { findPlaces, type PlaceMention } from './mentions.ts';
