import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

/**
 * Node options of a reading process (https://nodejs.org/docs/latest-v24.x/api/permissions.html): it may read the
 * project's code and its packages; it may not write, start processes or threads, load native code or make code of strings.
 */
export function readerRights(): string[] {
  const code = fileURLToPath(new URL('../', import.meta.url));
  const packages = (createRequire(import.meta.url).resolve.paths('x') ?? []).filter((path) => existsSync(path));
  // Node follows links before it asks whether it may read, and the way to them must be open too.
  const reads = new Set([code, ...packages].flatMap((path) => [path, realpathSync(path)]));
  return [
    '--permission',
    ...[...reads].map((path) => `--allow-fs-read=${path}`),
    '--disallow-code-generation-from-strings',
  ];
}

/** Node 24's permissions do not cover the network; no reader needs it, so nothing in this process may connect. */
export function denyNetwork(): void {
  Socket.prototype.connect = () => {
    throw new Error('a reader may not use the network');
  };
}
