import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from './target.ts';

const FIRST = 250;
const LONGEST = 30_000;

/**
 * How long to wait after the `failures`th failure in a row, in milliseconds: twice as long each time, with a part left to
 * chance so that many callers do not come back at one moment. What the server asks for is waited at least.
 */
export const pause = (failures: number, retryAfter: number | null, chance: number): number => {
  const backOff = Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 20)) * (0.5 + chance / 2);
  return Math.round(Math.max(backOff, retryAfter === null ? 0 : retryAfter + chance * FIRST));
};

/** Nothing has gone through for as long as we wait. */
export class GivenUp extends Error {}

export interface Waiting {
  /** Why nothing goes through. */
  reason: string;
  /** How long it is tried on, in milliseconds. */
  patience: number;
}

/** What is known of a server by the calls to it: whether it answers, and since when it does not. */
export class Patience {
  readonly #patience: number;
  readonly #signal: AbortSignal;
  readonly #tell: (waiting: Waiting | null) => void;
  #since: number | null = null;
  #failures = 0;

  constructor(how: { patience: number; signal: AbortSignal; tell: (waiting: Waiting | null) => void }) {
    this.#patience = how.patience;
    this.#signal = how.signal;
    this.#tell = how.tell;
  }

  /** A call went through. */
  succeeded(): void {
    if (this.#since !== null) this.#tell(null);
    this.#since = null;
    this.#failures = 0;
  }

  /** Waits after a call that did not go through. Throws GivenUp once none has for too long, or the signal's reason. */
  async failed(error: Unavailable): Promise<void> {
    const now = Date.now();
    if (this.#since === null) this.#tell({ reason: error.message, patience: this.#patience });
    // A server that is only busy is there: it says itself when it has time.
    if (error.isBusy || this.#since === null) this.#since = now;
    if (now - this.#since >= this.#patience) throw new GivenUp(error.message);
    await sleep(pause(this.#failures, error.retryAfter, Math.random()), undefined, { signal: this.#signal });
    this.#failures += 1;
  }

  /** Calls until it goes through. Throws GivenUp, the signal's reason, and whatever else `call` throws. */
  async until<T>(call: () => Promise<T>): Promise<T> {
    for (;;) {
      this.#signal.throwIfAborted();
      try {
        const answer = await call();
        this.succeeded();
        return answer;
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        await this.failed(error);
      }
    }
  }
}
