import { candidates } from './lookup.ts';
import {
  type AdministrativeUnit,
  communes2023,
  communes2025,
  districts2023,
  provinces2023,
  provinces2025,
} from './units.ts';

const REFORM = '2025-07-01';

const of2023 = () => [...provinces2023(), ...districts2023(), ...communes2023()];
const of2025 = () => [...provinces2025(), ...communes2025()];

function byCode(code: string, at: string | null): AdministrativeUnit | null {
  const divisions = (at ?? '') >= REFORM ? [of2025, of2023] : [of2023, of2025];
  for (const division of divisions) {
    const found = division().filter((unit) => unit.code === code);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

/** The one unit of a name within another, the highest of several levels; null where that leaves more than one. */
function within(name: string, outer: AdministrativeUnit | null, at: string | null): AdministrativeUnit | null {
  const found = candidates(name, undefined, outer, at);
  const top = found.filter((unit) => unit.level === found[0]?.level);
  return top.length === 1 ? (top[0] ?? null) : null;
}

/**
 * The unit that somebody wrote down: an official code ("31588"), or a name with the units above it, inmost first
 * ("Xã Tân Hưng, huyện Long Phú, tỉnh Sóc Trăng"). `at`: the ISO date it is of. Null where it is none or not one.
 */
export function unitWritten(text: string, at: string | null): AdministrativeUnit | null {
  const parts = text.split(',').map((part) => part.trim());
  if (/^\d+$/.test(text.trim())) return byCode(text.trim(), at);
  let unit: AdministrativeUnit | null = null;
  for (const part of parts.reverse()) {
    unit = within(part, unit, at);
    if (!unit) return null;
  }
  return unit;
}
