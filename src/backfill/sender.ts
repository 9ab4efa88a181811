import type { AnnouncedFile } from '../model/batch.ts';
import { ReadError } from '../model/read-error.ts';
import { verified } from './content.ts';
import { Changed, LocalFailure } from './failures.ts';
import type { Found } from './found.ts';
import { asFailure } from './look.ts';
import type { Patience } from './patience.ts';
import { Refused, type Target, Unavailable } from './target.ts';

export interface Sending {
  batch: string;
  file: AnnouncedFile;
  found: Found;
}

export interface SenderHooks {
  /** `twins`: those with the same bytes, which it settles too. */
  sent(sending: Sending, twins: readonly Sending[]): void;
  /** Its bytes are not those that were announced. */
  changed(sending: Sending): void;
  /** It cannot be sent, and trying again does not help. */
  failed(sending: Sending, failure: LocalFailure): void;
}

/**
 * Sends what is awaited, `lanes` files at once. Of several with the same bytes one is sent, and the next only where that
 * one could not be. A file that the server cannot take now goes to the end of the line.
 */
export class Sender {
  readonly #target: Target;
  readonly #patience: Patience;
  readonly #hooks: SenderHooks;
  readonly #line: Sending[] = [];
  /** By hash: those that wait for another with the same bytes. */
  readonly #twins = new Map<string, Sending[]>();
  readonly #lanes: Promise<void>[] = [];
  readonly #signal: AbortSignal;
  #isClosed = false;
  #wake: (() => void)[] = [];

  constructor(how: { target: Target; patience: Patience; hooks: SenderHooks; lanes: number; signal: AbortSignal }) {
    this.#target = how.target;
    this.#patience = how.patience;
    this.#hooks = how.hooks;
    this.#signal = how.signal;
    this.#signal.addEventListener('abort', () => this.#ring(), { once: true });
    for (let lane = 0; lane < how.lanes; lane += 1) this.#lanes.push(this.#lane());
    // Whoever ends the sending hears of a failure; until then it must not count as nobody's.
    for (const lane of this.#lanes) lane.catch(() => this.#ring());
  }

  /** Files that are in line or under way. */
  get waiting(): number {
    return this.#line.length + this.#twins.size;
  }

  add(sending: Sending): void {
    const twins = this.#twins.get(sending.file.sha256);
    if (twins) {
      twins.push(sending);
      return;
    }
    this.#twins.set(sending.file.sha256, []);
    this.#line.push(sending);
    this.#ring();
  }

  /** Nothing is in line or under way. Rejects with GivenUp. */
  async idle(): Promise<void> {
    while (this.#twins.size > 0 && !this.#signal.aborted) {
      await Promise.race([new Promise<void>((resolve) => this.#wake.push(resolve)), this.failed()]);
    }
  }

  /** Rejects as soon as sending has been given up. */
  failed(): Promise<never> {
    return new Promise((_, reject) => {
      for (const lane of this.#lanes) lane.catch(reject);
    });
  }

  /** Sends what is left in line. Rejects with GivenUp. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#ring();
    await Promise.all(this.#lanes);
  }

  #ring(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  async #next(): Promise<Sending | null> {
    for (;;) {
      if (this.#signal.aborted) return null;
      const sending = this.#line.shift();
      if (sending) return sending;
      // A file under way may come back into line.
      if (this.#isClosed && this.#twins.size === 0) return null;
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }

  async #lane(): Promise<void> {
    for (let sending = await this.#next(); sending; sending = await this.#next()) await this.#send(sending);
  }

  async #send(sending: Sending): Promise<void> {
    const { batch, file, found } = sending;
    try {
      await this.#target.send(batch, file, () => verified(found.open(), file));
      this.#patience.succeeded();
      this.#hooks.sent(sending, this.#twins.get(file.sha256) ?? []);
      this.#settled(file.sha256, true);
    } catch (error) {
      if (this.#signal.aborted) return;
      if (error instanceof Unavailable) {
        this.#line.push(sending);
        await this.#patience.failed(error);
        return this.#ring();
      }
      // A member of an archive that has changed looks like a broken one.
      if (error instanceof Changed || error instanceof ReadError) this.#hooks.changed(sending);
      else if (error instanceof Refused) this.#hooks.failed(sending, new LocalFailure('refused', error.problem));
      else this.#hooks.failed(sending, asFailure(error));
      this.#settled(file.sha256, false);
    }
  }

  /** Those with the same bytes are settled by the one that was sent; else the next of them has to be. */
  #settled(sha256: string, sent: boolean): void {
    const twins = this.#twins.get(sha256) ?? [];
    const next = sent ? undefined : twins.shift();
    if (next) this.#line.push(next);
    else this.#twins.delete(sha256);
    this.#ring();
  }
}
