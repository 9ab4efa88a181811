import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { shipped } from '../shipped.ts';

export const root = resolve(import.meta.dirname, '../..');
export const fixtures = join(root, 'fixtures');
/** The command line's program. */
export const MAIN = shipped('src/cli/main');

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program under this Node to its end; jest's own NODE_OPTIONS are not for it. */
export function runNode(args: readonly string[], cwd = root): Promise<Ended> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return new Promise((tell) => {
    execFile(process.execPath, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      tell({ code: error ? Number(error.code ?? 128) : 0, stdout, stderr });
    });
  });
}

export const ansinh = (...args: string[]): Promise<Ended> => runNode([MAIN, ...args]);
