/**
 * What every npm script needs first, on whatever Node (20 or newer) started it and with no dependency:
 * packages installed, sources built, and the way to Node 24, which the package `node` brings.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { run } from './run-program.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);

/** The published package has no lock file: it comes built, and npm has installed what it needs. */
const isClone = existsSync(at('package-lock.json'));

/** The programs of node_modules that the scripts call; all of them are JavaScript and run under Node 24. */
export const tools = {
  biome: at('node_modules/@biomejs/biome/bin/biome'),
  jest: at('node_modules/jest/bin/jest.js'),
  tsc: at('node_modules/typescript/bin/tsc'),
  vite: at('node_modules/vite/bin/vite.js'),
};

export const isNode24 = Number(process.versions.node.split('.')[0]) === 24;

/** Path of a Node 24 or newer. */
export function node24() {
  if (isNode24) return process.execPath;
  try {
    return createRequire(import.meta.url).resolve('node/bin/node');
  } catch {
    throw new Error(
      'Node 24 is missing: npm did not run the install script of the package "node". ' +
        'Run "npm rebuild node --ignore-scripts=false", or install Node 24 or newer and try again.',
    );
  }
}

/** Runs `program` (JavaScript) under Node 24; resolves to its exit code. */
export const runNode = (program, args = [], options = {}) =>
  run(node24(), [program, ...args], { cwd: root, ...options });

/** Thrown when a step ends with an exit code that is not 0. */
export class StepFailed extends Error {
  constructor(step, code) {
    super(`${step} failed (exit code ${code}).`);
    this.code = code;
  }
}

async function step(name, exitCode) {
  const code = await exitCode;
  if (code !== 0) throw new StepFailed(name, code);
}

/** `npm ci`, unless node_modules already holds what package-lock.json names. */
export async function install() {
  if (!isClone || isInstalled()) return;
  await withLock('install', async () => {
    if (isInstalled()) return;
    say('Installing the packages of package-lock.json …');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    const options = { cwd: root, stdout: 'stderr' };
    await step('npm ci', npm ? run(process.execPath, [npm, ...args], options) : run('npm', args, options));
  });
}

/**
 * npm writes node_modules/.package-lock.json last of all, so an install that was cut short has none. What
 * package-lock.json calls optional may be missing there: the builds for other platforms.
 */
function isInstalled() {
  const wanted = readJson(at('package-lock.json'))?.packages ?? {};
  const found = readJson(at('node_modules/.package-lock.json'))?.packages;
  if (!found) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return path in found ? found[path].version === version : optional === true;
  });
}

const targets = {
  server: {
    inputs: ['src', 'workers', 'scripts/schema.mjs', 'tsconfig.json', 'tsconfig.build.json', 'package.json'],
    /** Beside the last build and then in its place: a build that fails, or a program that runs, loses nothing. */
    async build() {
      rmSync(at('dist.new'), { recursive: true, force: true });
      const args = ['-p', 'tsconfig.build.json', '--outDir', 'dist.new'];
      await step('tsc', runNode(tools.tsc, args, { stdout: 'stderr' }));
      for (const room of ['src', 'workers']) {
        copyData(at(room), at('dist.new', room));
        rmSync(at('dist', room), { recursive: true, force: true });
        renameSync(at('dist.new', room), at('dist', room));
      }
      rmSync(at('dist.new'), { recursive: true, force: true });
      await step('schema', runNode(at('scripts/schema.mjs')));
    },
  },
  web: {
    inputs: ['web', 'src/model', 'package-lock.json'],
    async build() {
      await step(
        'vite build',
        runNode(tools.vite, ['build', 'web', '--outDir', at('dist/web'), '--emptyOutDir', '--logLevel', 'warn'], {
          stdout: 'stderr',
        }),
      );
    },
  },
};

/** Builds each target whose sources are not those of its last build. */
export async function build(names = Object.keys(targets)) {
  if (!isClone) return;
  for (const name of names) {
    const { inputs, build: make } = targets[name];
    const stamp = at('dist', `.${name}.sha256`);
    if (readText(stamp) === digest(inputs)) continue;
    await withLock('build', async () => {
      const sources = digest(inputs);
      if (readText(stamp) === sources) return;
      say(`Building: ${name} …`);
      rmSync(stamp, { force: true });
      mkdirSync(at('dist'), { recursive: true });
      await make();
      writeFileSync(stamp, sources);
    });
  }
}

/** One hash over the names and contents of all files of `inputs`, tests apart. */
function digest(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesOf(at(input))).sort()) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** tsc takes along only what TypeScript imports; data that is read at run time goes the same way. */
const copyData = (from, to) =>
  cpSync(from, to, { recursive: true, filter: (file) => statSync(file).isDirectory() || !/\.tsx?$/.test(file) });

/** One process at a time: whoever finds a lock waits for its holder, and takes over where the holder is dead. */
async function withLock(name, work) {
  const path = at(`.${name}.lock`);
  let told = false;
  while (!take(path)) {
    if (!told) say(`Another process is at work (${name}); waiting for it …`);
    told = true;
    await sleep(200);
  }
  try {
    await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = Number(readText(path));
  if (holder && !isAlive(holder)) rmSync(path, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function readJson(path) {
  const text = readText(path);
  return text === null ? null : JSON.parse(text);
}

/** Progress is for people: standard output belongs to the command. */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}
