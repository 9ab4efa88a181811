import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type Breach, type Clock, guard, type Limits } from './guard.ts';

/** How a child process came to its end, or (`answered`) to that of its task; `stopped`: by us, who need it no more. */
export type Ending = {
  cause: 'answered' | 'exited' | 'stopped' | 'not_started' | Breach;
  /** What it sent before. */
  result: Buffer;
  log: string;
  exitCode: number | null;
  signal: NodeJS.Signals | null;
};

const LOG_BYTES = 8192;
/** The end of what a child has written to standard error. */
export const lastOf = (log: string, more: string): string => (log + more).slice(-LOG_BYTES);

/** Waits for a child to end, and kills it when it breaks a limit. Never rejects. `take` makes results of what it says. */
export function watch(
  child: ChildProcess,
  output: Readable,
  limits: Limits,
  take: (chunk: Buffer, clock: Clock) => Buffer = (chunk) => chunk,
): Promise<Ending> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let [bytes, log, started]: [number, string, boolean] = [0, '', true];
    const guarded = guard(child, limits);
    const end = (exitCode: number | null, signal: NodeJS.Signals | null): void => {
      guarded.end();
      const cause = started ? (guarded.breach() ?? 'exited') : 'not_started';
      resolve({ cause, result: Buffer.concat(chunks), log, exitCode, signal });
    };
    output.on('data', (chunk: Buffer) => {
      const taken = take(chunk, guarded.clock);
      bytes += taken.length;
      if (bytes > limits.resultBytes) guarded.kill('result_too_large');
      else chunks.push(taken);
    });
    output.on('error', () => undefined);
    child.stderr?.on('data', (chunk: Buffer) => {
      log = lastOf(log, chunk.toString());
    });
    child.on('error', (error) => {
      log += String(error);
      started = false;
      if (child.pid === undefined) end(null, null);
    });
    child.on('close', end);
  });
}
