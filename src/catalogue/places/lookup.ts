import type { Place, PlaceLevel } from '../../model/place.ts';
import { currentOf, provinceOf } from './current.ts';
import { LEVELS_OF, nameKey, parseName, type UnitType } from './names.ts';
import {
  type AdministrativeUnit,
  communes2023,
  communes2025,
  districts2023,
  formerCommunes,
  formerDistricts,
  formerProvinces,
  indexByName,
  once,
  provinces2023,
  provinces2025,
} from './units.ts';

type Index = () => Map<string, AdministrativeUnit[]>;
type Division = Record<PlaceLevel, Index | null>;

const indexed = (units: () => AdministrativeUnit[]): Index => once(() => indexByName(units()));

const OF_2023: Division = {
  country: null,
  province: indexed(provinces2023),
  district: indexed(districts2023),
  commune: indexed(communes2023),
  village: null,
};
const FORMER: Division = {
  country: null,
  province: indexed(formerProvinces),
  district: indexed(formerDistricts),
  commune: indexed(formerCommunes),
  village: null,
};
const OF_2025: Division = {
  country: null,
  province: indexed(provinces2025),
  district: null,
  commune: indexed(communes2025),
  village: null,
};

const REFORM = '2025-07-01';

const isSame = (a: AdministrativeUnit, b: AdministrativeUnit): boolean =>
  a === b || (a.code !== null && a.code === b.code && a.level === b.level && a.era !== '2025' && b.era !== '2025');

/** Whether `inner` is `outer` or lies on its ground, also across the mergers of 2025. */
export function isWithin(inner: AdministrativeUnit, outer: AdministrativeUnit): boolean {
  for (let at: AdministrativeUnit | null = inner; at; at = at.parent) if (isSame(at, outer)) return true;
  if (outer.level !== 'province' || (inner.era === '2025') === (outer.era === '2025')) return false;
  const province = provinceOf(inner);
  return province !== null && currentOf(province) === currentOf(outer);
}

/** A town that became a city, a commune that became a ward: one unit under another type word. */
const KIN: UnitType[][] = [
  ['thành phố', 'thị xã', 'quận', 'huyện'],
  ['phường', 'thị trấn', 'xã', 'đặc khu'],
  ['tỉnh', 'thành phố'],
];
const isKin = (type: UnitType, unit: AdministrativeUnit): boolean =>
  KIN.some((types) => types.includes(type) && types.includes(unit.type)) &&
  (unit.level !== 'province' || type === 'tỉnh' || unit.type === 'thành phố');

/**
 * Every unit of that name, the division in force at `at` (an ISO date; the older one by default) first, units under
 * another type word ("thị xã" that is now "thành phố") last. The name may carry a type word, abbreviated or not
 * ("TX. An Nhơn", "TP.HCM"); `level` and `within` narrow the search.
 */
export function candidates(
  name: string,
  level?: PlaceLevel,
  within?: AdministrativeUnit | null,
  at?: string | null,
): AdministrativeUnit[] {
  const { type, bare } = parseName(name);
  const key = nameKey(bare);
  const divisions = (at ?? '') >= REFORM ? [OF_2025, OF_2023, FORMER] : [OF_2023, FORMER, OF_2025];
  const named = (levels: readonly PlaceLevel[], fits: (unit: AdministrativeUnit) => boolean): AdministrativeUnit[] => {
    for (const division of divisions) {
      const found = levels
        .flatMap((each) => division[each]?.().get(key) ?? [])
        .filter((unit) => fits(unit) && (!within || isWithin(unit, within)));
      if (found.length > 0) return found;
    }
    return [];
  };
  if (!type) return firstOf(level ? [level] : BARE, (each) => named([each], () => true));
  const levels = level ? LEVELS_OF[type].filter((each) => each === level) : LEVELS_OF[type];
  const exact = named(levels, (unit) => unit.type === type);
  return exact.length > 0 ? exact : named(levels, (unit) => isKin(type, unit));
}

const BARE = ['province', 'district', 'commune'] as const;
const firstOf = (
  levels: readonly PlaceLevel[],
  find: (level: PlaceLevel) => AdministrativeUnit[],
): AdministrativeUnit[] => {
  for (const level of levels) {
    const found = find(level);
    if (found.length > 0) return found;
  }
  return [];
};

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
  ['Thừa Thiên Huế', ['Thừa Thiên Huế', 'Thừa Thiên - Huế', 'TT-Huế', 'TT Huế', 'TT. Huế', 'T.T. Huế']],
  ['Bà Rịa - Vũng Tàu', ['Bà Rịa - Vũng Tàu', 'BR-VT', 'BRVT']],
  ['Bắc Kạn', ['Bắc Kạn', 'Bắc Cạn']],
  ['Đắk Lắk', ['Đắk Lắk', 'Đắc Lắc', 'Đăk Lăk', 'Đắc Lắk', 'Đắk Lăk', 'Đak Lak', 'Đắklắk', 'Đaklak', 'Daklak']],
  ['Đắk Nông', ['Đắk Nông', 'Đắc Nông', 'Đăk Nông', 'Đak Nông']],
  ['Kon Tum', ['Kon Tum', 'KonTum', 'Kontum']],
  ['Hồ Chí Minh', ['TPHCM', 'Tp.HCM', 'Sài Gòn']],
];
const SHORT = /^(?:Tp|TP|Sài|T\.?T|BR)|^(?:Đắklắk|Đaklak|Daklak|Kontum)$/u;

/** Names that provinces bear without their type word, with type word and level. */
export const provinceNames = once(() => {
  const names = new Map<string, { name: string; level: PlaceLevel }>();
  for (const unit of [...provinces2023(), ...formerProvinces()]) {
    const forms = SPELLINGS.find(([province]) => nameKey(province) === nameKey(unit.bare))?.[1] ?? [unit.bare];
    for (const form of forms) {
      const bare = SHORT.test(form) ? unit.bare : form;
      names.set(form, { name: `${unit.type} ${bare}`, level: 'province' });
    }
  }
  return names;
});
