import { nameKey, parseName } from './names.ts';
import {
  type AdministrativeUnit,
  communes2023,
  communes2025,
  mappings,
  once,
  provinces2023,
  type RawMapping,
  successorsOf,
} from './units.ts';

const bareKey = (name: string | null): string => nameKey(parseName(name ?? '').bare);
const HUE = [nameKey('Huế'), nameKey('Thừa Thiên Huế')] as const;

/** The province's name before it became the city of Huế in January 2025. */
function provinceKey(name: string | null): string {
  const key = bareKey(name);
  return key === HUE[0] ? HUE[1] : key;
}

const newCommunes = once(() => new Map(communes2025().map((unit) => [unit.code, unit])));

/** Old communes by code and, because the table lacks many codes, by province, district and name. */
const communeSuccessors = once(() => {
  const index = new Map<string, Set<string>>();
  const add = (key: string, code: string) => index.set(key, (index.get(key) ?? new Set()).add(code));
  for (const row of mappings()) {
    if (row.old_ward_code) add(row.old_ward_code, row.new_ward_code);
    for (const key of namesOf(row)) add(key, row.new_ward_code);
  }
  return index;
});

function namesOf(row: RawMapping): string[] {
  const province = provinceKey(row.old_province_name);
  const ward = (row.old_ward_name ?? '').toLowerCase().startsWith('phường')
    ? `p ${bareKey(row.old_ward_name)}`
    : bareKey(row.old_ward_name);
  return [`${province}|${bareKey(row.old_district_name)}|${ward}`, `${province}|${ward}`];
}

/** Which province of 2025 the ground of a province of 2023 belongs to, by where most of its communes went. */
const provinceSuccessors = once(() => {
  const votes = new Map<string, Map<AdministrativeUnit, number>>();
  for (const row of mappings()) {
    const province = newCommunes().get(row.new_ward_code)?.parent;
    if (!province) continue;
    const key = provinceKey(row.old_province_name);
    const count = votes.get(key) ?? new Map<AdministrativeUnit, number>();
    votes.set(key, count.set(province, (count.get(province) ?? 0) + 1));
  }
  return new Map([...votes].map(([key, count]) => [key, [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null]));
});

function currentProvince(unit: AdministrativeUnit): AdministrativeUnit | null {
  if (unit.era === '2025') return unit;
  if (unit.era === 'former') {
    const found = new Set(successorsOf(unit).map((name) => provinceSuccessors().get(nameKey(name)) ?? null));
    return found.size === 1 ? ([...found][0] ?? null) : null;
  }
  return provinceSuccessors().get(nameKey(unit.bare)) ?? null;
}

function currentCommune(unit: AdministrativeUnit): AdministrativeUnit | null {
  const district = unit.parent;
  const province = provinceOf(unit);
  const ward = unit.type === 'phường' ? `p ${nameKey(unit.bare)}` : nameKey(unit.bare);
  const place = `${provinceKey(province?.bare ?? '')}|`;
  for (const key of [unit.code ?? '', `${place}${nameKey(district?.bare ?? '')}|${ward}`, `${place}${ward}`]) {
    const codes = communeSuccessors().get(key);
    if (codes?.size === 1) return newCommunes().get([...codes][0] ?? '') ?? null;
    if (codes) return null;
  }
  return null;
}

/** The province above a unit, or the unit itself where it is one. */
export function provinceOf(unit: AdministrativeUnit): AdministrativeUnit | null {
  let at: AdministrativeUnit | null = unit;
  while (at && at.level !== 'province') at = at.parent;
  return at;
}

/**
 * The unit that holds this ground since 1 July 2025: a commune's new commune, a province's new province and,
 * districts having been abolished, a district's new province. Null where the ground was divided or the tables do not say.
 */
export function currentOf(unit: AdministrativeUnit): AdministrativeUnit | null {
  if (unit.era === '2025') return unit;
  if (unit.level === 'commune') return currentCommune(unit);
  const province = provinceOf(unit);
  return province ? currentProvince(province) : null;
}

/** Units of 2023 whose successor is known, for measuring the tables. */
export function coverage(): { communes: number; mapped: number; provinces: number } {
  const units = communes2023();
  return {
    communes: units.length,
    mapped: units.filter((unit) => currentOf(unit)).length,
    provinces: provinces2023().filter((unit) => currentOf(unit)).length,
  };
}
