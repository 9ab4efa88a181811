import {
  type AdministrativeUnit,
  candidates,
  lookup,
  nameKey,
  parseName,
  provinceOf,
  toPlace,
} from '../../catalogue/places/index.ts';
import type { DocumentMetadata, Place, PlaceLevel } from '../../model/index.ts';
import type { PlaceMention } from './mentions.ts';

const LEVELS: PlaceLevel[] = ['country', 'province', 'district', 'commune', 'village'];
/** How far in a level lies: country 0 … village 4. */
export const depthOf = (level: PlaceLevel): number => LEVELS.indexOf(level);

/** The units around the document's own place, from itself outwards. */
export function ancestry(own: Place | null, at: string | null): AdministrativeUnit[] {
  if (!own) return [];
  const province = own.province ? lookup(own.province.name, 'province', null, at) : null;
  const unit =
    candidates(own.name, own.level === 'village' ? undefined : own.level, null, at).find(
      (each) => each.code === own.code,
    ) ??
    lookup(own.name, undefined, province, at) ??
    province;
  const chain: AdministrativeUnit[] = [];
  for (let each: AdministrativeUnit | null = unit; each; each = each.parent) chain.push(each);
  return chain;
}

/** Places of one document: names resolved within its own place first, then anywhere if the name is unique. */
export function resolver(document: Pick<DocumentMetadata, 'place' | 'issued'>): (mention: PlaceMention) => Place {
  const { place, issued } = document;
  const around = ancestry(place, issued);
  const known = new Map<string, Place>();
  return ({ name, level }) => {
    const cached = known.get(name);
    if (cached) return cached;
    const found = level === 'village' ? null : unitOf(name, level, around, issued);
    const province = found ? provinceOf(found) : around.at(-1);
    const resolved: Place = found
      ? { ...toPlace(found), name }
      : {
          name,
          level,
          code: null,
          province: province ? { name: province.name, code: province.code } : null,
          current: null,
        };
    known.set(name, resolved);
    return resolved;
  };
}

function unitOf(
  name: string,
  level: PlaceLevel,
  around: AdministrativeUnit[],
  at: string | null,
): AdministrativeUnit | null {
  for (const outer of around) {
    if (depthOf(outer.level) >= depthOf(level)) continue;
    const inside = lookup(name, level, outer, at);
    if (inside) return inside;
  }
  return lookup(name, level, null, at);
}

/** The same unit, however either is spelt or abbreviated. */
export const sameName = (a: string, b: string): boolean => bareKey(a) === bareKey(b) && sameType(a, b);

const bareKey = (name: string): string => nameKey(parseName(name).bare);
const sameType = (a: string, b: string): boolean => {
  const [first, second] = [parseName(a).type, parseName(b).type];
  return first === null || second === null || first === second;
};
