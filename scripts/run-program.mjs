import { spawn } from 'node:child_process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end; resolves to its exit code, 128 for one that a signal ended.
 *
 * The program leads a process group of its own, so that Ctrl-C reaches it once, and it alone: in a terminal the
 * whole group would be hit, embedded servers among it, and npm would hand on a second copy. A second Ctrl-C, a
 * second later or more, ends the group at once. Whatever the program leaves behind ends with it.
 */
export function run(program, args, { cwd, env = {}, stdin = 'inherit', stdout = 'inherit', lifeline = false } = {}) {
  const output = stdout === 'stderr' ? 2 : stdout;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: [stdin, output, 'inherit', ...(lifeline ? ['ipc'] : [])],
  });
  let asked = 0;
  const handOn = (signal) => {
    const now = Date.now();
    if (asked === 0) {
      asked = now;
      child.kill(signal);
    } else if (now - asked > 1000) killGroup(child.pid, 'SIGKILL');
  };
  for (const signal of SIGNALS) process.on(signal, handOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of SIGNALS) process.off(signal, handOn);
      killGroup(child.pid, 'SIGTERM');
      resolve(code ?? 128);
    });
  });
}

function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
