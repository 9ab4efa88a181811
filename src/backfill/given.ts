import { candidates, lookup, parseName } from '../catalogue/places/index.ts';
import type { AdministrativeUnit } from '../catalogue/places/units.ts';
import type { Given } from '../model/batch.ts';
import { isAscii, unaccented } from './unaccented.ts';

const EARLIEST = 1945;

/** A year by itself: no part of a longer number. */
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu;
/** "01. ", "3_", "12 - ": the numbers by which folders are put in order. */
const ORDINAL = /^\d{1,3}\s*[.)_-]+\s*/u;

const yearsIn = (folder: string, latest: number): number[] => [
  ...new Set((folder.match(YEAR) ?? []).map(Number).filter((year) => year >= EARLIEST && year <= latest)),
];

/** The one year that the folders name. A folder of several ("2011-2015") says none; two that contradict neither. */
const yearOf = (folders: readonly string[], latest: number): number | null => {
  const years = new Set(
    folders.map((folder) => yearsIn(folder, latest)).flatMap((some) => (some.length === 1 ? some : [])),
  );
  const [year = null] = years;
  return years.size === 1 ? year : null;
};

const nameOf = (folder: string): string =>
  folder.normalize('NFC').replace(ORDINAL, '').replace(/_+/gu, ' ').replace(/\s+/gu, ' ').trim();

/** What one folder says of the place: the unit, nothing, or a unit's type with a name that leads to no unit. */
const unitOf = (
  folder: string,
  within: AdministrativeUnit | null,
  at: string | null,
): AdministrativeUnit | 'nothing' | 'unclear' => {
  const name = nameOf(folder);
  const { type, unit, isName } = isAscii(name)
    ? unaccented(name, within)
    : { type: parseName(name).type, unit: lookup(name, undefined, within, at), isName: candidates(name).length > 0 };
  if (type) return unit ?? (isName ? 'unclear' : 'nothing');
  // A bare name may be anybody's: only a province's says enough by itself.
  return unit && (within || unit.level === 'province') ? unit : 'nothing';
};

const placeOf = (folders: readonly string[], at: string | null): AdministrativeUnit | null => {
  let place: AdministrativeUnit | null = null;
  for (const folder of folders) {
    const unit = unitOf(folder, place, at);
    if (unit === 'unclear') return null;
    if (unit !== 'nothing') place = unit;
  }
  return place;
};

/** "xã Tân Hưng, huyện Long Phú, tỉnh Sóc Trăng" */
export const withUnitsAbove = (unit: AdministrativeUnit): string => {
  const names: string[] = [];
  for (let at: AdministrativeUnit | null = unit; at; at = at.parent) names.push(at.name);
  return names.join(', ');
};

const onDay = (year: number | null): string | null => (year === null ? null : `${year}-12-31`);

/**
 * What the folders above a file say of its report: "2014/Huyện Long Phú/Xã Tân Hưng/bc.doc". Only what is clear: a name
 * that several units bear is none, and neither is one of two years. `latest`: no year after it is meant.
 */
export const givenByFolders = (path: string, latest: number): Given => {
  const folders = path
    .replace(/\.zip(?=\/)/giu, '')
    .split('/')
    .slice(0, -1);
  const year = yearOf(folders, latest);
  const place = placeOf(folders, onDay(year));
  return { place: place && withUnitsAbove(place), year };
};

/** A place as people write it ("Xã Tân Hưng, huyện Long Phú, Sóc Trăng", or a code) with the units above; null where it is none. */
export const placeWritten = (text: string, year: number | null): string | null => {
  const written = text.trim();
  if (/^\d{2,5}$/u.test(written)) return written;
  let unit: AdministrativeUnit | null = null;
  for (const name of written.split(/[,;/]|\s-\s/u).reverse()) {
    unit = lookup(name.trim(), undefined, unit, onDay(year));
    if (!unit) return null;
  }
  return unit && withUnitsAbove(unit);
};
