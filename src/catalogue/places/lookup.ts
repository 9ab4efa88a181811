import type { Place, PlaceLevel } from '../../model/place.ts';
import { currentOf, provinceOf } from './current.ts';
import { LEVELS_OF, nameKey, parseName } from './names.ts';
import {
  type AdministrativeUnit,
  communes2023,
  communes2025,
  districts2023,
  formerProvinces,
  indexByName,
  once,
  provinces2023,
  provinces2025,
} from './units.ts';

type Index = () => Map<string, AdministrativeUnit[]>;

const INDEXES: Record<PlaceLevel, { before: Index[]; since: Index[] }> = {
  country: { before: [], since: [] },
  province: {
    before: [once(() => indexByName(provinces2023())), once(() => indexByName(formerProvinces()))],
    since: [once(() => indexByName(provinces2025()))],
  },
  district: { before: [once(() => indexByName(districts2023()))], since: [] },
  commune: { before: [once(() => indexByName(communes2023()))], since: [once(() => indexByName(communes2025()))] },
  village: { before: [], since: [] },
};

const REFORM = '2025-07-01';

/** Whether `inner` is `outer` or lies on its ground, also where `outer` is the province that took it in 2025. */
export function isWithin(inner: AdministrativeUnit, outer: AdministrativeUnit): boolean {
  for (let at: AdministrativeUnit | null = inner; at; at = at.parent) if (at === outer) return true;
  const province = outer.era === '2025' && outer.level === 'province' ? provinceOf(inner) : null;
  return province !== null && currentOf(province) === outer;
}

/**
 * Every unit of that name, the division in force at `at` (an ISO date; the older one by default) first.
 * The name may carry a type word, abbreviated or not ("TX. An Nhơn", "TP.HCM"); `level` and `within` narrow the search.
 */
export function candidates(
  name: string,
  level?: PlaceLevel,
  within?: AdministrativeUnit | null,
  at?: string | null,
): AdministrativeUnit[] {
  const { type, bare } = parseName(name);
  const key = nameKey(bare);
  const levels = (level ? [level] : type ? LEVELS_OF[type] : (['province', 'district', 'commune'] as const)).filter(
    (each) => !type || LEVELS_OF[type].includes(each),
  );
  const order = (at ?? '') >= REFORM ? (['since', 'before'] as const) : (['before', 'since'] as const);
  for (const era of order) {
    const found = levels
      .flatMap((each) => INDEXES[each][era].flatMap((index) => index().get(key) ?? []))
      .filter((unit) => (!type || unit.type === type) && (!within || isWithin(unit, within)));
    if (found.length > 0) return found;
  }
  return [];
}

/** The one unit of that name, or null where there is none or more than one of the highest level found. */
export function lookup(
  name: string,
  level?: PlaceLevel,
  within?: AdministrativeUnit | null,
  at?: string | null,
): AdministrativeUnit | null {
  const found = candidates(name, level, within, at);
  const top = found.filter((unit) => unit.level === found[0]?.level);
  return top.length === 1 ? (top[0] ?? null) : null;
}

/** A unit as records show it. */
export function toPlace(unit: AdministrativeUnit): Place {
  const province = provinceOf(unit);
  const current = currentOf(unit);
  return {
    name: unit.name,
    level: unit.level,
    code: unit.code,
    province: province && { name: province.name, code: province.code },
    current: current && { name: current.name, code: current.code },
  };
}

/** Spellings of provinces that stand in texts without their type word, each with the full name it means there. */
const SPELLINGS: [province: string, forms: string[]][] = [
  ['Hòa Bình', ['Hòa Bình', 'Hoà Bình']],
  ['Thanh Hóa', ['Thanh Hóa', 'Thanh Hoá']],
  ['Khánh Hòa', ['Khánh Hòa', 'Khánh Hoà']],
  ['Thừa Thiên Huế', ['Thừa Thiên Huế', 'Thừa Thiên - Huế', 'TT-Huế', 'TT Huế']],
  ['Đắk Lắk', ['Đắk Lắk', 'Đắc Lắc', 'Đăk Lăk', 'Đắc Lắk']],
  ['Đắk Nông', ['Đắk Nông', 'Đắc Nông', 'Đăk Nông']],
  ['Kon Tum', ['Kon Tum', 'KonTum']],
  ['Hồ Chí Minh', ['TPHCM', 'Sài Gòn']],
];

/** Names that provinces bear without their type word, with type word and level. */
export const provinceNames = once(() => {
  const names = new Map<string, { name: string; level: PlaceLevel }>();
  for (const unit of [...provinces2023(), ...formerProvinces()]) {
    const forms = SPELLINGS.find(([province]) => nameKey(province) === nameKey(unit.bare))?.[1] ?? [unit.bare];
    for (const form of forms) {
      const bare = /Sài|HCM|^TT/.test(form) ? unit.bare : form;
      names.set(form, { name: `${unit.type} ${bare}`, level: 'province' });
    }
  }
  return names;
});
