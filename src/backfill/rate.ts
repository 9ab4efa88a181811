/** How far back the rate is looked at, in milliseconds. */
const WINDOW = 30_000;

/** How fast something grows: the mean of the last half minute, a second, from when it began to grow. */
export class Rate {
  readonly #seen: { at: number; count: number }[] = [];

  /** Null until there is something to compare with. */
  see(count: number, at: number): number | null {
    if (this.#seen.length === 1 && this.#seen[0]?.count === count) this.#seen.pop();
    this.#seen.push({ at, count });
    while (this.#seen.length > 2 && (this.#seen[1]?.at ?? at) <= at - WINDOW) this.#seen.shift();
    const [first] = this.#seen;
    return !first || at - first.at < 1 ? null : ((count - first.count) / (at - first.at)) * 1000;
  }
}

/** Seconds until `left` more are through; null where nobody can tell. */
export const secondsLeft = (left: number, perSecond: number | null): number | null =>
  left === 0 ? 0 : perSecond && perSecond > 0 ? Math.ceil(left / perSecond) : null;
