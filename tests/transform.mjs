/**
 * TypeScript by SWC, and the language's own names taken from the global object once a module. Jest runs modules in a
 * context (node:vm) whose global object is asked anew each time one of them is written: a loop over pixels that calls
 * Math takes ten times as long.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import swc from '@swc/jest';

const NAMES = [
  'Array',
  'Infinity',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'Number',
  'Object',
  'RegExp',
  'Set',
  'String',
  'Uint8Array',
];
const VERSION = readFileSync(import.meta.filename);

/** On the first line, so that all others keep their numbers. */
const withNames = (code) => {
  const used = NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return used.length === 0 ? code : `const { ${used.join(', ')} } = globalThis; ${code}`;
};

export default {
  createTransformer: (options) => {
    const typescript = swc.createTransformer(options);
    const isTyped = (path) => /\.tsx?$/.test(path);
    return {
      getCacheKey: (...about) =>
        createHash('sha256')
          .update(VERSION)
          .update(typescript.getCacheKey(...about))
          .digest('hex'),
      process: (source, path, about) => {
        const made = isTyped(path) ? typescript.process(source, path, about) : { code: source };
        return { ...made, code: withNames(made.code) };
      },
    };
  },
};
