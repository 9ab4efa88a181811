import { Interrupted, ReadError } from '../model/read-error.ts';
import type { Limits } from './guard.ts';
import type { Ending } from './watch.ts';

/**
 * What the end of a child means: the result `parse` makes of what it sent (null: nothing it can have meant), or the
 * error its death betrays. Throws ReadError; Interrupted where the fault is not the file's.
 */
export function resultOf<T>(ending: Ending, limits: Limits, parse: (json: unknown) => T | null): T {
  const { cause, log, exitCode, signal } = ending;
  if (cause === 'timed_out') throw new ReadError('timed_out', `after ${limits.timeoutMs} ms`);
  if (cause === 'spun') throw new ReadError('timed_out', 'the processor works on without coming to an end');
  if (cause === 'out_of_memory') throw new ReadError('out_of_memory', `over ${limits.memoryMb} MB`);
  if (cause === 'result_too_large') throw new ReadError('bomb', `more than ${limits.resultBytes} bytes of text`);
  if (cause === 'stopped') throw new Interrupted('the service stops');
  if (cause === 'not_started') throw new Interrupted(`the process did not start: ${log}`);
  const result = parsed(ending.result, parse);
  if (result !== null) return result;
  // Nobody of ours sends these: the service is being stopped (Ctrl-C, systemd), and the file is read again later.
  if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP') {
    throw new Interrupted(signal);
  }
  // V8 aborts at its heap limit and says so; the system's own out-of-memory killer sends SIGKILL.
  if (/heap out of memory|allocation failed/i.test(log) || signal === 'SIGKILL') {
    throw new ReadError('out_of_memory', log || `killed by ${signal}`);
  }
  throw new ReadError('damaged', `the reading process ended with ${signal ?? exitCode}: ${log}`);
}

function parsed<T>(bytes: Buffer, parse: (json: unknown) => T | null): T | null {
  try {
    return parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}
