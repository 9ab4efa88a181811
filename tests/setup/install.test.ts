import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const scripts = resolve(import.meta.dirname, '../../scripts');

const LOCK = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-windows': { version: '1.0.0', optional: true },
  },
};
const FOUND = { packages: { 'node_modules/a': { version: '1.0.0' } } };

/** In npm's place: writes down that it was called, takes its time and leaves what npm leaves. */
const NPM = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
  appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
  await new Promise((wake) => setTimeout(wake, 400));
  if (process.env.NPM_FAILS) process.exit(9);
  mkdirSync('node_modules', { recursive: true });
  writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(JSON.stringify(FOUND))});`;

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'ansinh-install-'));
  cpSync(scripts, join(clone, 'scripts'), { recursive: true });
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(LOCK));
  writeFileSync(join(clone, 'npm.mjs'), NPM);
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

async function install(env: Record<string, string> = {}): Promise<{ code: number; stderr: string }> {
  const script = `const { install } = await import('./scripts/setup.mjs');
    await install().catch((error) => { console.error(error.message); process.exit(error.code ?? 1); });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: clone,
    env: { ...process.env, npm_execpath: join(clone, 'npm.mjs'), ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [code] = await once(child, 'exit');
  return { code, stderr };
}

const installed = (found: object) => {
  mkdirSync(join(clone, 'node_modules'), { recursive: true });
  writeFileSync(join(clone, 'node_modules/.package-lock.json'), JSON.stringify(found));
};
const calls = () =>
  existsSync(join(clone, 'calls')) ? readFileSync(join(clone, 'calls'), 'utf8').trim().split('\n') : [];

describe('installing', () => {
  test.each([
    ['nothing is there', null],
    ['a package is missing', { packages: {} }],
    ['a package has another version', { packages: { 'node_modules/a': { version: '0.9.0' } } }],
  ])('calls npm ci once where %s, and not again', async (_, found) => {
    if (found) installed(found);
    expect((await install()).code).toBe(0);
    expect((await install()).code).toBe(0);
    expect(calls()).toEqual(['ci --include=dev --no-audit --no-fund']);
  });

  test('does nothing where all is there but another platform’s packages', async () => {
    installed(FOUND);
    expect(await install()).toEqual({ code: 0, stderr: '' });
    expect(calls()).toEqual([]);
  });

  test('lets two that start together install once', async () => {
    const both = await Promise.all([install(), install()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(calls()).toHaveLength(1);
  });

  test('takes over the lock of a process that died', async () => {
    const dead = spawn(process.execPath, ['--eval', '']);
    await once(dead, 'exit');
    writeFileSync(join(clone, '.install.lock'), String(dead.pid));
    expect((await install()).code).toBe(0);
    expect(existsSync(join(clone, '.install.lock'))).toBe(false);
  });

  test('hands on the exit code of npm and frees the lock', async () => {
    const { code, stderr } = await install({ NPM_FAILS: '1' });
    expect(code).toBe(9);
    expect(stderr).toContain('npm ci failed (exit code 9).');
    expect(existsSync(join(clone, '.install.lock'))).toBe(false);
  });
});
