import { nameKey, parseName } from './names.ts';
import {
  type AdministrativeUnit,
  communes2023,
  communes2025,
  mappings,
  once,
  provinces2023,
  successorsOf,
  survivors,
} from './units.ts';

const bareKey = (name: string | null): string => nameKey(parseName(name ?? '').bare);
const HUE = [nameKey('Huế'), nameKey('Thừa Thiên Huế')] as const;

const PROVINCE_KEYS = new Map<string, string>();

/** The province's name before it became the city of Huế in January 2025. */
function provinceKey(name: string): string {
  const known = PROVINCE_KEYS.get(name);
  if (known !== undefined) return known;
  const key = bareKey(name);
  const former = key === HUE[0] ? HUE[1] : key;
  PROVINCE_KEYS.set(name, former);
  return former;
}

const newCommunes = once(() => new Map(communes2025().map((unit) => [unit.code, unit])));

type Successors = Map<string, Set<string>>;
const add = (index: Successors, key: string, code: string) => index.set(key, (index.get(key) ?? new Set()).add(code));

const successorsByCode = once(() => {
  const index: Successors = new Map();
  for (const row of mappings()) if (row.old_ward_code) add(index, row.old_ward_code, row.new_ward_code);
  return index;
});

/** For the codes that the table lacks: by province, district and name, and by province and name alone. */
const successorsByName = once(() => {
  const index: Successors = new Map();
  for (const row of mappings()) {
    const ward = wardKey(row.old_ward_name ?? '');
    const province = provinceKey(row.old_province_name ?? '');
    add(index, `${province}|${bareKey(row.old_district_name)}|${ward}`, row.new_ward_code);
    add(index, `${province}|${ward}`, row.new_ward_code);
  }
  return index;
});

/** A ward is kept apart from the rural commune of its name. */
const wardKey = (name: string): string => (/^phường/i.test(name) ? `p ${bareKey(name)}` : bareKey(name));

/** Which province of 2025 the ground of a province of 2023 belongs to, by where most of its communes went. */
const provinceSuccessors = once(() => {
  const votes = new Map<string, Map<AdministrativeUnit, number>>();
  for (const row of mappings()) {
    const province = newCommunes().get(row.new_ward_code)?.parent;
    if (!province) continue;
    const key = provinceKey(row.old_province_name ?? '');
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
  const survivor = survivors().get(unit.code ?? '');
  const codes =
    successorsByCode().get(unit.code ?? '') ?? successorsByCode().get(survivor ?? '') ?? namedSuccessors(unit);
  return codes?.size === 1 ? (newCommunes().get([...codes][0] ?? '') ?? null) : null;
}

function namedSuccessors(unit: AdministrativeUnit): Set<string> | undefined {
  const province = provinceKey(provinceOf(unit)?.bare ?? '');
  const ward = wardKey(unit.name);
  const index = successorsByName();
  return index.get(`${province}|${nameKey(unit.parent?.bare ?? '')}|${ward}`) ?? index.get(`${province}|${ward}`);
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
