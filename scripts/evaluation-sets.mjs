/** The sets of documents with gold files that the extractor is measured on, and those named on a command line. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sets from './evaluation-sets.json' with { type: 'json' };

/** What both commands take: `[--write] [--unread REGEX] FOLDER…`. */
const OPTIONS = { write: { type: 'boolean', default: false }, unread: { type: 'string' } };

export const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** A folder named on the command line; documents whose name `unread` matches are a set of their own. */
function furtherSets(directory, unread) {
  if (sets.some((set) => at(set.directory) === resolve(directory))) return [];
  const set = { name: basename(resolve(directory)), directory: resolve(directory), made: 'Named on the command line.' };
  if (!unread) return [{ ...set, unread: false }];
  return [
    { ...set, name: `${set.name}, read`, documents: `^(?!.*(?:${unread}))`, unread: false },
    { ...set, name: `${set.name}, unread`, documents: unread, unread: true },
  ];
}

/**
 * The options, and the sets that are here: `{name, made, directory, documents?, unread}`, where `documents` is a
 * regular expression of names, and `unread` says that nobody who writes rules reads them.
 */
export function commandLine() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const own = sets.map((set) => ({ ...set, directory: at(set.directory) }));
  const further = positionals.flatMap((directory) => furtherSets(directory, values.unread));
  return { ...values, sets: [...own, ...further].filter(({ directory }) => existsSync(directory)) };
}

/** Whether a document of a set's folder belongs to it. */
export const belongs = ({ documents }) => {
  const pattern = new RegExp(documents ?? '', 'u');
  return (name) => pattern.test(name);
};
