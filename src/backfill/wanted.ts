import { matchesGlob } from 'node:path';

/** Whether a path of a batch is wanted. Letters count alike in upper and lower case. */
export interface Wanted {
  /** Neither it nor a folder above it is excluded. */
  allows(path: string): boolean;
  /** Included by name, or nothing is asked for by name. */
  asksFor(path: string): boolean;
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase();

/** A pattern without "/" is of names, one with "/" of paths, from the first folder or the one below it. */
const matcher = (pattern: string): ((path: string) => boolean) => {
  const glob = plain(pattern)
    .replace(/^\.?\//, '')
    .replace(/\/$/, '');
  if (!glob.includes('/')) return (path) => matchesGlob(path.slice(path.lastIndexOf('/') + 1), glob);
  return (path) => matchesGlob(path, glob) || matchesGlob(path.slice(path.indexOf('/') + 1), glob);
};

export const wanted = ({ include, exclude }: { include: readonly string[]; exclude: readonly string[] }): Wanted => {
  const [ins, outs] = [include.map(matcher), exclude.map(matcher)];
  return {
    allows: (path) => !outs.some((matches) => matches(plain(path))),
    asksFor: (path) => ins.length === 0 || ins.some((matches) => matches(plain(path))),
  };
};
