import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const module = resolve(import.meta.dirname, '../../scripts/run-program.mjs');

/** A process that runs `program` (JavaScript) through run-program.mjs and ends with the exit code it reports. */
function runner(program: string): { runner: ChildProcess; line: () => Promise<string> } {
  const script = `import { run } from ${JSON.stringify(module)};
    process.exitCode = await run(process.execPath, ['--eval', ${JSON.stringify(program)}]);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter(Boolean)) {
      const next = waiting.shift();
      if (next) next(line);
      else lines.push(line);
    }
  });
  const line = () =>
    new Promise<string>((tell) => (lines.length > 0 ? tell(lines.shift() as string) : waiting.push(tell)));
  return { runner: child, line };
}

const exitCode = async (child: ChildProcess) => (await once(child, 'exit'))[0];
const STAY = 'setInterval(() => {}, 1000);';
const sleep = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 300; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await sleep(100);
  }
  return false;
}

describe('a program that a script runs', () => {
  test.each([0, 1, 7])('gives its exit code on: %i', async (code) => {
    expect(await exitCode(runner(`process.exit(${code})`).runner)).toBe(code);
  });

  test('gives 128 where a signal ended it', async () => {
    expect(await exitCode(runner('process.kill(process.pid, "SIGKILL")').runner)).toBe(128);
  });

  test('hears of Ctrl-C once, however many copies npm and the terminal send', async () => {
    const { runner: child, line } = runner(
      `let heard = 0; process.on('SIGINT', () => heard++ || setTimeout(() => { console.log(heard); process.exit(0); }, 500));
       console.log('ready'); ${STAY}`,
    );
    await line();
    for (let copy = 0; copy < 3; copy++) child.kill('SIGINT');
    expect(await line()).toBe('1');
    expect(await exitCode(child)).toBe(0);
  });

  test('is ended by a second Ctrl-C where it does not stop', async () => {
    const { runner: child, line } = runner(`process.on('SIGINT', () => {}); console.log(process.pid); ${STAY}`);
    const pid = Number(await line());
    child.kill('SIGINT');
    await sleep(1200);
    child.kill('SIGINT');
    expect(await exitCode(child)).toBe(128);
    expect(await isGone(pid)).toBe(true);
  });

  test('leaves no process behind', async () => {
    const { runner: child, line } = runner(
      `const left = require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(STAY)}], { stdio: 'ignore' });
       left.unref(); console.log(left.pid);`,
    );
    const pid = Number(await line());
    expect(await exitCode(child)).toBe(0);
    expect(await isGone(pid)).toBe(true);
  });
});
