import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, dirname, sep } from 'node:path';

/** A folder (or file) to back-fill: where it really lies, and what the paths of its files begin with. */
export interface Root {
  place: string;
  name: string;
}

/** The real places of `folders`, none within another, in an order that does not hang on how they were given. */
export const rootsOf = async (
  folders: readonly string[],
): Promise<{ roots: Root[]; failed: { path: string; error: unknown }[] }> => {
  const failed: { path: string; error: unknown }[] = [];
  const places = new Set<string>();
  for (const folder of folders) {
    await realpath(folder).then(
      (place) => places.add(place),
      (error: unknown) => failed.push({ path: folder, error }),
    );
  }
  return { roots: named([...places].filter((place) => !isWithinAnother(place, places)).sort()), failed };
};

export const isWithin = (place: string, folder: string): boolean =>
  place === folder || place.startsWith(folder.endsWith(sep) ? folder : folder + sep);

const isWithinAnother = (place: string, places: ReadonlySet<string>): boolean =>
  [...places].some((other) => other !== place && isWithin(place, other));

/** Each by its own name, as a browser names a folder that is dropped; two of one name by the folders above them too. */
const named = (places: readonly string[]): Root[] => {
  const names = places.map((place) => ({ place, name: lastOf(place, 1) }));
  for (let parts = 2; parts < 100; parts += 1) {
    const taken = Map.groupBy(names, ({ name }) => name);
    const twice = names.filter(({ name }) => (taken.get(name)?.length ?? 0) > 1);
    if (twice.length === 0) break;
    for (const one of twice) one.name = lastOf(one.place, parts);
  }
  return names;
};

const lastOf = (place: string, parts: number): string => {
  const names: string[] = [];
  for (let at = place; names.length < parts && dirname(at) !== at; at = dirname(at)) names.unshift(basename(at));
  return names.join('/') || 'files';
};

/** The same folders under the same name are the same batch, on whatever server and whenever. */
export const keyOf = (roots: readonly Root[], name: string): string =>
  `backfill-${createHash('sha256')
    .update(JSON.stringify([roots.map(({ place }) => place), name]))
    .digest('hex')}`;
