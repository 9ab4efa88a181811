import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';

export type Limits = {
  timeoutMs: number;
  memoryMb: number;
  resultBytes: number;
  /** Processor time, in milliseconds, beside what {@link Clock.allow} adds; what spins is told by it on a busy machine too. */
  cpuMs?: number;
};

/** How a child process came to its end; `result` is what it sent before. */
export type Ending = {
  cause: 'exited' | 'timed_out' | 'spun' | 'out_of_memory' | 'result_too_large' | 'not_started';
  result: Buffer;
  log: string;
  exitCode: number | null;
  signal: NodeJS.Signals | null;
};

/** How often a child's memory is looked at, in milliseconds; a child gains at most some 100 MB in between. */
const LOOK = 50;
const LOG_BYTES = 8192;

/** A child's time; it stands still while the child waits for others. */
export type Clock = {
  stop(): void;
  go(): void;
  /** The child has come on: it may have so many milliseconds more of the processor. */
  allow(cpuMs: number): void;
};

/** Waits for a child to end, and kills it when it breaks a limit. Never rejects. `take` makes results of what it says. */
export function watch(
  child: ChildProcess,
  output: Readable,
  limits: Limits,
  take: (chunk: Buffer, clock: Clock) => Buffer = (chunk) => chunk,
): Promise<Ending> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let [bytes, log]: [number, string] = [0, ''];
    let cause: Ending['cause'] = 'exited';
    const kill = (reason: Ending['cause']): void => {
      if (cause === 'exited') cause = reason;
      child.kill('SIGKILL');
    };
    let cpuMs = limits.cpuMs ?? Number.POSITIVE_INFINITY;
    const allow = (ms: number): void => {
      cpuMs += ms;
    };
    const timer = { ...stopWatch(limits.timeoutMs, () => kill('timed_out')), allow };
    const looker = setInterval(() => {
      void residentMb(child.pid).then((size) => {
        if (size > limits.memoryMb) kill('out_of_memory');
      });
      void processorMs(child.pid).then((used) => {
        if (used > cpuMs) kill('spun');
      });
    }, LOOK);
    const end = (exitCode: number | null, signal: NodeJS.Signals | null): void => {
      timer.stop();
      clearInterval(looker);
      resolve({ cause, result: Buffer.concat(chunks), log, exitCode, signal });
    };
    output.on('data', (chunk: Buffer) => {
      const taken = take(chunk, timer);
      bytes += taken.length;
      if (bytes > limits.resultBytes) kill('result_too_large');
      else chunks.push(taken);
    });
    output.on('error', () => undefined);
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-LOG_BYTES);
    });
    child.on('error', (error) => {
      log += String(error);
      cause = 'not_started';
      if (child.pid === undefined) end(null, null);
    });
    child.on('close', end);
  });
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
      since = performance.now();
      timer ??= setTimeout(late, Math.max(0, left));
    },
  };
  clock.go();
  return clock;
}

/** Resident memory of a process in megabytes; 0 where the system does not tell (not Linux, or already gone). */
async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

/** Processor time of a process in milliseconds, by proc(5)'s utime and stime in hundredths of a second; 0 as above. */
async function processorMs(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the program's name in brackets, which may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}
