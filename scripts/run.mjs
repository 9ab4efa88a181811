#!/usr/bin/env node
/** `node scripts/run.mjs COMMAND [ARGUMENTS]`: what the npm scripts call. Runs on Node 20 and newer. */
import { join } from 'node:path';
import { build, install, root, runNode, StepFailed, tools } from './setup.mjs';

const cli = join(root, 'dist/src/cli');
const service = { stdin: 'ignore', lifeline: true };
const esModules = {
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`,
};

/**
 * Tests start the command line and the service some hundred times: what is compiled once need not be again, and what is
 * built has no types to strip (jest.config.js).
 */
const started = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ANSINH_BUILT: '1' };

const lint = (args) => runNode(tools.biome, ['check', '--error-on-warnings', ...args]);
const typecheck = () => runNode(tools.tsc, ['-p', 'tsconfig.json', '--noEmit']);
const typecheckWeb = () => runNode(tools.tsc, ['-p', 'web/tsconfig.json', '--noEmit']);

const commands = {
  build: () => build(),
  start: () => build().then(() => runNode(join(cli, 'local.js'), [], service)),
  demo: () => build().then(() => runNode(join(cli, 'local.js'), ['--samples'], service)),
  test,
  lint: async (args) => (await lint(args)) || (await typecheck()) || typecheckWeb(),
  format: (args) => runNode(tools.biome, ['check', '--write', ...args]),
  evaluate: (args) => runNode(join(root, 'scripts/evaluate.mjs'), args),
  renditions: () => runNode(join(root, 'scripts/renditions/make.ts'), []),
  fuzz: (args) => runNode(join(root, 'scripts/fuzz.ts'), args),
  faults: (args) => runNode(join(root, 'scripts/faults.ts'), args),
  bench: (args) => build(['server']).then(() => runNode(join(root, 'bench/run.ts'), args)),
};

/** Every check is run and told, side by side, whatever the others find; the suites come last. */
async function test(args) {
  const checks = { lint: () => lint([]), types: typecheck, 'types of the pages': typecheckWeb };
  const codes = Promise.all(Object.values(checks).map((check) => check()));
  await build();
  const found = await codes;
  const failed = Object.keys(checks).filter((_, i) => found[i] !== 0);
  const suites = await runNode(tools.jest, ['--maxWorkers=2', ...args], { env: { ...esModules, ...started } });
  if (failed.length > 0)
    console.error(`\nThe suites ended with ${suites}, but these checks failed: ${failed.join(', ')}.`);
  return suites || (failed.length > 0 ? 1 : 0);
}

async function main([name, ...args]) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : null;
  if (!command) {
    console.error(`Usage: node scripts/run.mjs ${Object.keys(commands).join(' | ')}`);
    return 2;
  }
  try {
    await install();
    return (await command(args)) ?? 0;
  } catch (error) {
    console.error(error.message);
    return error instanceof StepFailed ? error.code : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
