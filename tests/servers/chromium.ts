import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Browser, chromium as playwright } from 'playwright-core';

const run = promisify(execFile);

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ADVICE =
  'Install Chromium (on Debian: apt-get install chromium), or set CHROMIUM_PATH to the program of one that is there, and run the tests again.';
/** One installation at a time, whoever asks: flock for the test processes, dpkg's own lock for everybody else. */
const INSTALL = [
  '/tmp/ansinh-apt.lock',
  'sh',
  '-c',
  'command -v chromium || { apt-get update -q; apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends chromium; }',
];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const find = async (): Promise<string | null> => {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { stdout } = await run('sh', ['-c', `command -v ${NAMES.join(' || command -v ')} || true`]);
  return stdout.trim().split('\n')[0] || null;
};

const install = async (): Promise<string> => {
  if (process.getuid?.() !== 0) throw new Error(`Chromium is missing, and only root may install it. ${ADVICE}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('flock', INSTALL, { env, maxBuffer: 16 * 1024 * 1024 }).catch((cause) => {
    throw new Error(`Chromium is missing and could not be installed. ${ADVICE}`, { cause });
  });
  const found = await find();
  if (!found) throw new Error(`Chromium was installed but cannot be found. ${ADVICE}`);
  return found;
};

/** A real Chromium with a profile of its own; installed where missing. */
export const chromium = async (): Promise<Browser> =>
  playwright.launch({ executablePath: (await find()) ?? (await install()), args: FLAGS });
