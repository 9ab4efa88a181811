import {
  type AdministrativeUnit,
  candidates,
  lookup,
  nameKey,
  nearestName,
  parseName,
  provinceOf,
  toPlace,
} from '../../catalogue/places/index.ts';
import type { DocumentMetadata, Place, PlaceLevel, Span } from '../../model/index.ts';
import type { PlaceMention } from './mention.ts';

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
  return outwards(unit);
}

function outwards(unit: AdministrativeUnit | null): AdministrativeUnit[] {
  const chain: AdministrativeUnit[] = [];
  for (let each = unit; each; each = each.parent) chain.push(each);
  return chain;
}

/** Why a place is not simply the unit of its name: several bear it, or the name was read as another. */
export interface PlaceDoubt {
  kind: 'ambiguous' | 'repaired';
  /** Where the text names it first. */
  span: Span;
  read: string;
}

/** What the text around a mention says of where it lies, the nearest first. */
export interface Surroundings {
  /** The units it names as holding the place: "huyện B" in "xã A, huyện B". */
  within: readonly string[];
  /** Units that it named last before. */
  before: readonly string[];
}

export interface Resolver {
  resolve(mention: Pick<PlaceMention, 'name' | 'level' | 'span'>, around?: Surroundings): Place;
  doubtOf(place: Place): PlaceDoubt | undefined;
}

const NOWHERE: Surroundings = { within: [], before: [] };
const MOST_CANDIDATES = 50;

/**
 * The places of one document. A name is settled by the units that the text sets it in, by the document's own place, by
 * what the text named before, and where it is the only one of its name; else it stays open with its candidates.
 */
export function resolver(document: Pick<DocumentMetadata, 'place' | 'issued'>): Resolver {
  const own = ancestry(document.place, document.issued);
  const known = new Map<string, Place>();
  const doubts = new Map<Place, PlaceDoubt>();
  const resolve: Resolver['resolve'] = ({ name, level, span }, around = NOWHERE) => {
    const key = [name, ...around.within, '', ...around.before].join('|');
    const cached = known.get(key);
    if (cached) return cached;
    const settled = settle(name, level, around, own, document.issued);
    const place = 'unit' in settled ? { ...toPlace(settled.unit), name: settled.name } : open(name, level, settled);
    if (settled.doubt) doubts.set(place, { kind: settled.doubt, span, read: name });
    known.set(key, place);
    return place;
  };
  return { resolve, doubtOf: (place) => doubts.get(place) };
}

type Settled =
  | { unit: AdministrativeUnit; name: string; doubt?: 'repaired' }
  | { units: AdministrativeUnit[]; province: AdministrativeUnit | null; doubt?: 'ambiguous' };

function settle(
  name: string,
  level: PlaceLevel,
  { within, before }: Surroundings,
  own: AdministrativeUnit[],
  at: string | null,
): Settled {
  const around = within.flatMap((outer) => outerUnits(outer, own, at));
  const home = around.length > 0 ? (around[0] as AdministrativeUnit) : (own.at(-1) ?? null);
  const province = home && provinceOf(home);
  if (level === 'village') return { units: [], province };
  const outer = [...around, ...own, ...before.flatMap((each) => outerUnits(each, own, at))];
  for (const each of outer) {
    const inside = depthOf(each.level) < depthOf(level) ? lookup(name, level, each, at) : null;
    if (inside) return { unit: inside, name };
  }
  const all = candidates(name, level, null, at);
  if (all.length === 0) {
    const near = nearestName(name, level, province);
    return near ? { unit: near, name: near.name, doubt: 'repaired' } : { units: [], province };
  }
  const [only] = all;
  if (only && all.length === 1 && (level !== 'commune' || !province)) return { unit: only, name };
  const here = province ? candidates(name, level, province, at) : [];
  const units = here.length > 0 ? here : all;
  return { units, province: here.length > 0 ? province : null, doubt: 'ambiguous' };
}

/** The units that a name can stand for around a place: the one near the document's own place, else all. */
function outerUnits(name: string, own: AdministrativeUnit[], at: string | null): AdministrativeUnit[] {
  for (const each of own) {
    const inside = lookup(name, undefined, each, at);
    if (inside) return [inside];
  }
  return candidates(name, undefined, null, at);
}

function open(
  name: string,
  level: PlaceLevel,
  { units, province }: { units: AdministrativeUnit[]; province: AdministrativeUnit | null },
): Place {
  const place: Place = {
    name,
    level,
    code: null,
    province: province && { name: province.name, code: province.code },
    current: null,
  };
  return units.length > 0 ? { ...place, candidates: listed(units) } : place;
}

/** Candidates as records list them: "xã Tân Hưng, huyện Bình Tân, tỉnh Vĩnh Long" with the commune's code. */
export const listed = (units: readonly AdministrativeUnit[]): NonNullable<Place['candidates']> =>
  units.slice(0, MOST_CANDIDATES).map((unit) => ({
    name: outwards(unit)
      .map((each) => each.name)
      .join(', '),
    code: unit.code,
  }));

/** The same unit, however either is spelt or abbreviated. */
export const sameName = (a: string, b: string): boolean => bareKey(a) === bareKey(b) && sameType(a, b);

const bareKey = (name: string): string => nameKey(parseName(name).bare);
const sameType = (a: string, b: string): boolean => {
  const [first, second] = [parseName(a).type, parseName(b).type];
  return first === null || second === null || first === second;
};
