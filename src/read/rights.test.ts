import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'ansinh-rights-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string): string => {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  return whole;
};
const run = (...args: string[]): string =>
  execFileSync(process.execPath, args, { encoding: 'utf8', env: {}, stdio: ['ignore', 'pipe', 'pipe'] });

test('a reader may read its code and its packages, also where these are links, and nothing else', () => {
  write('elsewhere/part/package.json', '{ "name": "part", "exports": "./part.mjs" }');
  write('elsewhere/part/part.mjs', 'export default "the part";');
  const secret = write('secret.txt', 'a password');
  mkdirSync(join(folder, 'installed/src/read'), { recursive: true });
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'installed/node_modules'));
  cpSync(new URL('rights.ts', import.meta.url), join(folder, 'installed/src/read/rights.ts'));
  write('installed/package.json', '{ "type": "module" }');
  const told = write(
    'installed/src/read/told.ts',
    'import { readerRights } from "./rights.ts"; console.log(JSON.stringify(readerRights()));',
  );
  const rights: string[] = JSON.parse(run(told));
  const program = (text: string) => write('installed/src/read/program.mjs', text);
  expect(run(...rights, program('import part from "part"; console.log(part);')).trim()).toBe('the part');
  const peek = `import { readFileSync } from "node:fs"; console.log(readFileSync(${JSON.stringify(secret)}, "utf8"));`;
  expect(() => run(...rights, program(peek))).toThrow(/ERR_ACCESS_DENIED/);
});
