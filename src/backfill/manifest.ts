import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { Given } from '../model/batch.ts';
import { placeWritten } from './given.ts';
import type { Root } from './roots.ts';

/** What the manifest says of one file. */
export interface Listed {
  /** As the manifest writes it. */
  file: string;
  given: Given;
  /** The name of its batch; null where it is that of the run. */
  batch: string | null;
}

export interface Manifest {
  /** What is said of a file, by its path in the batch. */
  find(path: string): Listed | null;
  /** What has never been found. */
  unfound(): Listed[];
  /** Sentences on cells that could not be used. */
  doubts: string[];
}

/** The file is no manifest; the sentence says what one looks like. */
export class ManifestError extends Error {}

const COLUMNS = ['file', 'place', 'year', 'batch'] as const;
type Column = (typeof COLUMNS)[number];
const EXPECTED = `a table with a line of headings, "file" and any of "place", "year" and "batch", separated by commas or semicolons`;

/** Excel writes UTF-8 with a mark, or ("Unicode text") UTF-16 with tabs. */
const textOf = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);

const delimiterOf = (text: string): string => {
  const heading = text.slice(0, text.search(/\r|\n|$/u));
  return [',', ';', '\t'].reduce((best, one) => (heading.split(one).length > heading.split(best).length ? one : best));
};

/** Rows of a manifest, each with the line it stands on. Throws ManifestError. */
export const readRows = (name: string, bytes: Buffer): { line: number; cells: Partial<Record<Column, string>> }[] => {
  const text = textOf(bytes);
  const wrong = (why: string): never => {
    throw new ManifestError(`${name}: ${why}. A manifest is ${EXPECTED}.`);
  };
  let rows: { info: { lines: number }; record: string[] }[];
  try {
    rows = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof rows;
  } catch (error) {
    return wrong(error instanceof CsvError ? error.message : String(error));
  }
  const headings = (rows.shift()?.record ?? []).map((heading) => heading.toLowerCase());
  const unknown = headings.find((heading) => !(COLUMNS as readonly string[]).includes(heading));
  if (unknown !== undefined) wrong(`it has a column ${JSON.stringify(unknown)}`);
  if (!headings.includes('file')) wrong('it has no column "file"');
  if (new Set(headings).size < headings.length) wrong('it has a column twice');
  return rows.map(({ info, record }) => ({
    line: info.lines,
    cells: Object.fromEntries(headings.map((heading, i) => [heading, record[i] ?? ''])),
  }));
};

const plain = (path: string): string =>
  path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/u, '');

/**
 * Reads `file`. Its paths start from its own folder, from a folder that is back-filled, or from that folder's name;
 * members of archives are "tinh.zip/bc.doc".
 */
export const readManifest = async (file: string, roots: readonly Root[], latest: number): Promise<Manifest> => {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new ManifestError(`The manifest cannot be read: ${error.message}.`);
  });
  const doubts: string[] = [];
  const listed = readRows(file, bytes).flatMap(({ line, cells }): Listed[] => {
    const doubt = (text: string) => void doubts.push(`${file}, line ${line}: ${text}`);
    if (!cells.file) {
      if (Object.values(cells).some(Boolean)) doubt('it names no file');
      return [];
    }
    const year = /^\d{4}$/u.test(cells.year ?? '') ? Number(cells.year) : null;
    const isYear = year !== null && year >= 1945 && year <= latest;
    if (cells.year && !isYear) doubt(`"${cells.year}" is no year from 1945 to ${latest}; it is left out`);
    const place = cells.place ? placeWritten(cells.place, isYear ? year : null) : null;
    if (cells.place && !place) {
      doubt(`"${cells.place}" is no place of the catalogue, or several; it is left out (write the units above it too)`);
    }
    return [
      { file: cells.file, given: { place, year: isYear ? year : null }, batch: cells.batch?.slice(0, 200) || null },
    ];
  });

  const own = new Map<string, Listed>();
  for (const one of listed) own.set(plain(one.file), one);
  const absolute = new Map<string, Listed>();
  for (const one of listed) absolute.set(plain(resolve(dirname(file), plain(one.file))), one);
  const found = new Set<Listed>();

  const find = (path: string): Listed | null => {
    const root = roots.find(({ name }) => path === name || path.startsWith(`${name}/`));
    const below = root && path.slice(root.name.length + 1);
    const listing =
      (root && absolute.get(plain(below ? `${root.place}/${below}` : root.place))) ??
      own.get(plain(path)) ??
      (below ? own.get(plain(below)) : undefined);
    if (listing) found.add(listing);
    return listing ?? null;
  };
  return { find, unfound: () => listed.filter((one) => !found.has(one)), doubts };
};
