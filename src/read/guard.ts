import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type Limits = {
  timeoutMs: number;
  memoryMb: number;
  resultBytes: number;
  /** Processor time, in milliseconds, beside what {@link Clock.allow} adds; what spins is told by it on a busy machine too. */
  cpuMs?: number;
};

/** Which limit was broken. */
export type Breach = 'timed_out' | 'spun' | 'out_of_memory' | 'result_too_large';

/** A child's time; it stands still while the child waits for others. */
export type Clock = {
  stop(): void;
  go(): void;
  /** The child has come on: it may have so many milliseconds more of the processor. */
  allow(cpuMs: number): void;
};

/** How often a child's memory is looked at, in milliseconds; a child gains at most some 100 MB in between. */
const LOOK = 50;

export type Guard = {
  clock: Clock;
  /** Kills the child for `breach`. */
  kill(breach: Breach): void;
  /** The limit that was broken, if one was. */
  breach(): Breach | null;
  /** Stops looking. */
  end(): void;
};

/** Looks after a child from now on, and kills it when it breaks a limit. */
export function guard(child: ChildProcess, limits: Limits): Guard {
  let broken: Breach | null = null;
  const kill = (breach: Breach): void => {
    broken ??= breach;
    child.kill('SIGKILL');
  };
  let cpuMs = processorMs(child.pid) + (limits.cpuMs ?? Number.POSITIVE_INFINITY);
  const watch = stopWatch(limits.timeoutMs, () => kill('timed_out'));
  const looker = setInterval(() => {
    if (residentMb(child.pid) > limits.memoryMb) kill('out_of_memory');
    else if (processorMs(child.pid) > cpuMs) kill('spun');
  }, LOOK);
  const allow = (ms: number): void => {
    cpuMs += ms;
  };
  return {
    clock: { ...watch, allow },
    kill,
    breach: () => broken,
    end: () => {
      watch.stop();
      clearInterval(looker);
    },
  };
}

/** Calls `late` once it has gone for `ms` milliseconds in all. */
function stopWatch(ms: number, late: () => void): Omit<Clock, 'allow'> {
  let left = ms;
  let since = 0;
  let timer: NodeJS.Timeout | null = null;
  const clock = {
    stop() {
      if (!timer) return;
      clearTimeout(timer);
      timer = null;
      left -= performance.now() - since;
    },
    go() {
      if (timer) return;
      since = performance.now();
      timer = setTimeout(late, Math.max(0, left));
    },
  };
  clock.go();
  return clock;
}

/** What the system tells of a process; nothing where it does not (not Linux, or already gone). */
function told(pid: number | undefined, file: 'status' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Resident memory of a process in megabytes; 0 where the system does not tell. */
export const residentMb = (pid: number | undefined): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(told(pid, 'status'))?.[1] ?? 0) / 1024;

/** Processor time of a process in milliseconds, by proc(5)'s utime and stime in hundredths of a second; 0 as above. */
function processorMs(pid: number | undefined): number {
  const stat = told(pid, 'stat');
  // The second field is the program's name in brackets, which may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}
