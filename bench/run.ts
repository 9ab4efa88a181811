/** `npm run bench [-- NAME… NUMBER…]`: runs each benchmark of this folder, or those named, one after the other; they get the numbers. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const NO_BENCHMARKS = ['run', 'measure', 'repeat', 'confidence-examples'];
const given = process.argv.slice(2);
const numbers = given.filter((argument) => /^\d+$/.test(argument));
const named = given.filter((argument) => !numbers.includes(argument));

const benchmarks = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => basename(file, '.ts'))
  .filter((name) => (named.length > 0 ? named.includes(name) : !NO_BENCHMARKS.includes(name)))
  .sort();

if (benchmarks.length === 0) {
  process.stderr.write(`No benchmark is called ${named.join(' or ')}.\n`);
  process.exitCode = 2;
}
for (const name of benchmarks) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...numbers], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
