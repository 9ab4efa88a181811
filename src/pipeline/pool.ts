import { Interrupted } from '../model/index.ts';
import { ReadingProcess } from '../read/reading-process.ts';
import { turnsOf } from '../read/turns.ts';

export type PoolOptions = {
  program: string;
  /** Documents at once. */
  size: number;
  /** Of each process, in megabytes. */
  memoryMb: number;
};

/** A process that has worked on so many documents is replaced. */
const DOCUMENTS = 500;
/** So is one that keeps this part of its memory between two documents: the next is to have the rest. */
const KEPT = 2 / 3;

/** Processes, each lent to one document at a time: one is started ahead, others when they are wanted, and all are kept. */
export class Pool {
  readonly #options: PoolOptions;
  readonly #takeTurns: ReturnType<typeof turnsOf>;
  readonly #idle: ReadingProcess[] = [];
  readonly #all = new Set<ReadingProcess>();
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#takeTurns = turnsOf(options.size);
    this.#idle.push(this.#start());
  }

  /** Lends a process that may have worked on other documents; `use` says whether it may work on more. */
  lend<T>(
    use: (process: ReadingProcess, again: () => ReadingProcess) => Promise<{ answer: T; fit: boolean }>,
  ): Promise<T> {
    return this.#takeTurns(async () => {
      let process = this.#fit();
      // A process of its own, in the first one's stead.
      const again = (): ReadingProcess => {
        this.#retire(process);
        process = this.#start();
        return process;
      };
      let isFit = false;
      try {
        const { answer, fit } = await use(process, again);
        isFit = fit;
        return answer;
      } finally {
        this.#giveBack(process, isFit);
      }
    });
  }

  /** Ends every process, whatever it is at. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#all].map((process) => process.stop()));
  }

  #fit(): ReadingProcess {
    for (let found = this.#idle.pop(); found; found = this.#idle.pop()) {
      if (found.isAlive) return found;
      this.#retire(found);
    }
    return this.#start();
  }

  #giveBack(process: ReadingProcess, isFit: boolean): void {
    const isWorn = process.given >= DOCUMENTS || process.residentMb > this.#options.memoryMb * KEPT;
    if (isFit && !isWorn && process.isAlive) {
      this.#idle.push(process);
      return;
    }
    this.#retire(process);
    if (!this.#closed) this.#idle.push(this.#start());
  }

  #retire(process: ReadingProcess): void {
    this.#all.delete(process);
    void process.stop();
  }

  #start(): ReadingProcess {
    if (this.#closed) throw new Interrupted('the service stops');
    const { program, memoryMb } = this.#options;
    const process = new ReadingProcess(program, memoryMb);
    this.#all.add(process);
    return process;
  }
}
