import { isWithin, LEVELS_OF, parseName, type UnitType } from '../catalogue/places/index.ts';
import {
  type AdministrativeUnit,
  communes2023,
  districts2023,
  once,
  provinces2023,
} from '../catalogue/places/units.ts';

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/[\s.–-]+/gu, ' ')
    .trim();

export const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/u.test(text);

const TYPES = (Object.keys(LEVELS_OF) as UnitType[]).map((type): [string, UnitType] => [fold(type), type]);

const byName = once(() =>
  Map.groupBy([...provinces2023(), ...districts2023(), ...communes2023()], ({ bare }) => fold(bare)),
);

const parse = (name: string): { type: UnitType | null; bare: string } => {
  const folded = fold(name);
  const [word, type] = TYPES.find(([word]) => folded.startsWith(`${word} `)) ?? [];
  if (word !== undefined && type) return { type, bare: folded.slice(word.length + 1) };
  const { type: short, bare } = parseName(name);
  return { type: short, bare: fold(bare) };
};

/** A unit by a name typed without accents ("Huyen Long Phu"), as folders are named: the only one that can be meant. */
export const unaccented = (
  name: string,
  within: AdministrativeUnit | null,
): { type: UnitType | null; unit: AdministrativeUnit | null; isName: boolean } => {
  const { type, bare } = parse(name);
  const named = (byName().get(bare) ?? []).filter(({ level }) => !type || LEVELS_OF[type].includes(level));
  const inside = within ? named.filter((unit) => unit !== within && isWithin(unit, within)) : named;
  const top = inside.filter(({ level }) => level === inside[0]?.level);
  return { type, unit: top.length === 1 ? (top[0] ?? null) : null, isName: named.length > 0 };
};
