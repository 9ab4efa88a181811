/** `npm run bench [-- NAME…]`: runs each benchmark of this folder, or those named, one after the other. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const NO_BENCHMARKS = ['run', 'measure', 'repeat', 'confidence-examples'];
const named = process.argv.slice(2);

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
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
