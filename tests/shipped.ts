import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** A module of ours by its path without the ending: as built where `npm test` has built it (jest.config.js), or else its source. */
export const shipped = (path: string): string =>
  join(root, process.env.ANSINH_BUILT ? `dist/${path}.js` : `${path}.ts`);
