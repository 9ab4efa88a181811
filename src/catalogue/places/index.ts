export { coverage, currentOf, provinceOf } from './current.ts';
export { candidates, isWithin, lookup, provinceNames, toPlace } from './lookup.ts';
export { LEVELS_OF, nameKey, parseName, type UnitType } from './names.ts';
export { nearestName } from './similar.ts';
export type { AdministrativeUnit } from './units.ts';
export { unitWritten } from './written.ts';
