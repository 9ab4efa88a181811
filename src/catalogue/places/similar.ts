import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import type { PlaceLevel } from '../../model/place.ts';
import { provinceOf } from './current.ts';
import { isWithin } from './lookup.ts';
import { nameKey, parseName } from './names.ts';
import { type AdministrativeUnit, communes2023, districts2023, once, provinces2023 } from './units.ts';

const SHORTEST = 6;

type Words = Map<string, AdministrativeUnit[]>;
const add = (index: Words, word: string, unit: AdministrativeUnit) => {
  const units = index.get(word);
  if (units) units.push(unit);
  else index.set(word, [unit]);
};

/** Units by each word of their names: a name with one letter wrong keeps its other words. */
const byWord = (units: () => AdministrativeUnit[], scope: (unit: AdministrativeUnit) => string): (() => Words) =>
  once(() => {
    const index: Words = new Map();
    for (const unit of units())
      for (const word of new Set(nameKey(unit.bare).split(' '))) add(index, `${scope(unit)}${word}`, unit);
    return index;
  });

const INDEXES: Partial<Record<PlaceLevel, () => Words>> = {
  province: byWord(provinces2023, () => ''),
  district: byWord(districts2023, () => ''),
  commune: byWord(communes2023, (unit) => `${provinceOf(unit)?.code} `),
};

/**
 * The one unit whose name is a single letter, tone or swap of two letters away from `name`, as scanned pages damage
 * them ("Tân Hưmg"). Null for names of one word, where several units are as near, and for communes without `within`.
 */
export function nearestName(
  name: string,
  level: PlaceLevel,
  within: AdministrativeUnit | null,
): AdministrativeUnit | null {
  const key = nameKey(parseName(name).bare);
  const words = key.split(' ');
  if (words.length < 2 || key.length < SHORTEST || /\d/.test(key)) return null;
  const scope = level === 'commune' ? `${within && provinceOf(within)?.code} ` : '';
  const index = INDEXES[level]?.();
  const near = new Set<AdministrativeUnit>();
  for (const word of words)
    for (const unit of index?.get(`${scope}${word}`) ?? []) {
      const other = nameKey(unit.bare);
      if (Math.abs(other.length - key.length) > 1 || (within && !isWithin(unit, within))) continue;
      if (DamerauLevenshteinDistance(key, other, { restricted: true }) === 1) near.add(unit);
    }
  return near.size === 1 ? ([...near][0] ?? null) : null;
}
