#!/usr/bin/env node
/** `npx ansinh`: brings the command line under Node 24, out of a package or a fresh clone. Runs on Node 20. */
import { fileURLToPath } from 'node:url';
import { build, install, isNode24, runNode } from '../scripts/setup.mjs';

const main = new URL('../dist/src/cli/main.js', import.meta.url);
try {
  await install();
  await build(['server']);
  if (isNode24) await import(main);
  else process.exitCode = await runNode(fileURLToPath(main), process.argv.slice(2), { cwd: process.cwd() });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
