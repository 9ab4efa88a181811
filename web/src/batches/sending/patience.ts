import { Refusal } from '../api.ts';

/** Why nothing goes on for now. `sentence` is the server's own, where it gave one. */
export interface Hold {
  status: number;
  sentence: string | null;
}

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;
/** What passes by itself: no connection, a session that ended, too much at once, a server that is not well. */
const passes = (status: number): boolean => [0, 401, 408, 425, 429].includes(status) || status >= 500;

const asRefusal = (error: unknown): Refusal | null =>
  error instanceof Refusal ? error : error instanceof TypeError ? new Refusal(0, null, null) : null;

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const ended = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', ended);
      resolve();
    }, ms);
    signal.addEventListener('abort', ended, { once: true });
  });

/**
 * Asks until there is an answer; what passes by itself is waited for, as long as the server says, or twice as
 * long each time. One patience for all requests of a sending: where one is asked to wait, all wait.
 */
export function patience(signal: AbortSignal, onHold: (hold: Hold | null) => void) {
  let failures = 0;
  let until = 0;

  return async function patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      signal.throwIfAborted();
      const wait = until - Date.now();
      if (wait > 0) {
        await sleep(wait, signal);
        continue;
      }
      try {
        const answer = await ask();
        failures = 0;
        onHold(null);
        return answer;
      } catch (error) {
        signal.throwIfAborted();
        const refusal = asRefusal(error);
        if (!refusal || !passes(refusal.status)) throw error;
        const ms = refusal.after === null ? Math.min(LONGEST_MS, FIRST_MS * 2 ** failures) : refusal.after * 1000;
        // Those that were on their way together fail together, which is one failure.
        if (Date.now() >= until) failures += 1;
        until = Math.max(until, Date.now() + ms);
        onHold({ status: refusal.status, sentence: refusal.sentence });
      }
    }
  };
}
