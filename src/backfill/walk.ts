import { isUtf8 } from 'node:buffer';
import { lstat, readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { decodeNames, isStray } from '../read/archive/names.ts';
import type { DiskFile, Location, Step } from './found.ts';
import type { Root } from './roots.ts';
import type { Wanted } from './wanted.ts';

export interface Walk {
  wanted: Wanted;
  /** Files and folders of ours that are never to be sent: the report, the data folder. */
  own: ReadonlySet<string>;
}

/** Every file below `roots`, folder by folder in the order of names. Links are not followed. */
export async function* walk(roots: readonly Root[], how: Walk): AsyncGenerator<Step> {
  for (const { place, name } of roots) yield* entry(place, name, how);
}

async function* entry(location: Location, path: string, how: Walk): AsyncGenerator<Step> {
  if (typeof location === 'string' && how.own.has(location)) return yield { kind: 'skipped', path, why: 'own' };
  const found = await lstat(location).catch((error: unknown) => ({ error }));
  if ('error' in found) return yield { kind: 'failed', path, error: found.error };
  if (found.isSymbolicLink()) return yield { kind: 'skipped', path, why: 'link' };
  if (found.isDirectory()) return yield* folder(location, path, how);
  if (!found.isFile()) return yield { kind: 'skipped', path, why: 'special' };
  const file: DiskFile = { path, location, bytes: found.size, modified: found.mtimeMs };
  yield { kind: 'file', file };
}

async function* folder(location: Location, path: string, how: Walk): AsyncGenerator<Step> {
  const names = await readdir(location, { encoding: 'buffer' }).catch((error: unknown) => ({ error }));
  if ('error' in names) return yield { kind: 'failed', path, error: names.error };
  for (const { bytes, name } of shown(names)) {
    const inner = `${path}/${name}`;
    if (isStray(name)) yield { kind: 'skipped', path: inner, why: 'system' };
    else if (!how.wanted.allows(inner)) yield { kind: 'skipped', path: inner, why: 'excluded' };
    else yield* entry(joined(location, bytes), inner, how);
  }
}

/** Names that are no UTF-8 (an old archive unpacked) are read as those of archives are; two must not become one. */
const shown = (names: readonly Buffer[]): { bytes: Buffer; name: string }[] => {
  const sorted = [...names].sort(Buffer.compare);
  const taken = new Set<string>();
  return decodeNames(sorted.map((bytes) => ({ bytes, isUtf8: isUtf8(bytes), extraFields: [] }))).map((decoded, i) => {
    let name = decoded;
    for (let copy = 2; taken.has(name); copy += 1) name = `${decoded} (${copy})`;
    taken.add(name);
    return { bytes: sorted[i] as Buffer, name };
  });
};

const joined = (folder: Location, name: Buffer): Location => {
  if (typeof folder === 'string' && isUtf8(name))
    return (folder.endsWith(sep) ? folder : folder + sep) + name.toString();
  return Buffer.concat([Buffer.from(folder as string), Buffer.from(sep), name]);
};
