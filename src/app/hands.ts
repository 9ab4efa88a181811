/** Work of one process: beside other work, or with nothing beside it; first come, first served. */
export class Hands {
  #inHand = 0;
  #isAlone = false;
  readonly #waiting: { alone: boolean; go: () => void }[] = [];

  beside<T>(work: () => Promise<T>): Promise<T> {
    return this.#take(false, work);
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#take(true, work);
  }

  async #take<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((go) => {
      this.#waiting.push({ alone, go });
      this.#next();
    });
    try {
      return await work();
    } finally {
      this.#inHand -= 1;
      this.#isAlone = false;
      this.#next();
    }
  }

  #next(): void {
    for (;;) {
      const [first] = this.#waiting;
      if (!first || this.#isAlone || (first.alone && this.#inHand > 0)) return;
      this.#waiting.shift();
      this.#inHand += 1;
      this.#isAlone = first.alone;
      first.go();
    }
  }
}
