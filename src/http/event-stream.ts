import { setTimeout as after } from 'node:timers/promises';

export interface ServerEvent {
  id: string;
  event: string;
  data: unknown;
}

const HEARTBEAT_MS = 15_000;
const BEAT = Symbol('beat');

const format = ({ id, event, data }: ServerEvent): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * Events in the format of the HTML standard (9.2.5), with a comment every 15 seconds of silence so that
 * proxies and idle time-outs keep the connection. Ends with its source or when `signal` aborts.
 */
export async function* eventStream(
  events: AsyncIterable<ServerEvent>,
  signal: AbortSignal,
  heartbeat = HEARTBEAT_MS,
): AsyncIterable<string> {
  yield 'retry: 2000\n\n';
  const source = events[Symbol.asyncIterator]();
  let next = source.next();
  try {
    while (!signal.aborted) {
      const quiet = new AbortController();
      const beat = after(heartbeat, BEAT, { signal: AbortSignal.any([signal, quiet.signal]) }).catch(() => BEAT);
      const first = await Promise.race([next, beat]).finally(() => quiet.abort());
      if (first === BEAT) {
        if (!signal.aborted) yield ': still here\n\n';
        continue;
      }
      const result = first as IteratorResult<ServerEvent>;
      if (result.done) return;
      yield format(result.value);
      next = source.next();
    }
  } finally {
    next.catch(() => undefined);
    void source.return?.();
  }
}
