import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/** A process of the service. */
export interface Running {
  pid: number;
  child: ChildProcess;
  /** SIGKILL; answers with the processes that it had started. */
  kill(): Promise<number[]>;
  /** SIGTERM; its exit code, or the signal that ended it. */
  end(): Promise<number | string>;
}

export const isRunning = ({ child }: Running): boolean => child.exitCode === null && child.signalCode === null;

/** proc(5): the parent is the second field behind the name, which may hold anything. */
const parentOf = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};

export const childrenOf = async (pid: number): Promise<number[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(pids.map(parentOf));
  return pids.filter((_, at) => parents[at] === pid);
};

/** Those of `pids` that are still there, zombies aside. */
export const alive = async (pids: readonly number[]): Promise<number[]> => {
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return pids.filter((_, at) => {
    const stat = stats[at] as string;
    return stat !== '' && stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  });
};

/** A process that was asked to end and does not is killed, and its end tells so. */
const PATIENCE_MS = 30_000;

/** Starts a program of the service; what it says goes to `log`. */
export const launch = (program: string[], env: NodeJS.ProcessEnv, log: string): Running => {
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const file = createWriteStream(log, { flags: 'a' });
  child.stdout?.pipe(file, { end: false });
  child.stderr?.pipe(file, { end: false });
  const pid = child.pid as number;
  const exited = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  return {
    pid,
    child,
    kill: async () => {
      const children = await childrenOf(pid);
      await exited('SIGKILL');
      return children;
    },
    end: async () => {
      const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await exited('SIGTERM');
      clearTimeout(late);
      return child.exitCode ?? child.signalCode ?? 'unknown';
    },
  };
};
