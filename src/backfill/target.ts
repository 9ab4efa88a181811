import { z } from 'zod';
import { type AnnouncedFile, Batch, BatchFile, type NewBatch, type NewExtraction } from '../model/batch.ts';

/** A service of another version may know codes that we do not. */
const Failure = z.object({ code: z.string(), message: z.string(), remedy: z.string() });
export const LedgerFile = BatchFile.extend({ error: Failure.nullable() });
export type LedgerFile = z.infer<typeof LedgerFile>;
export const LedgerBatch = Batch.extend({
  errors: z.array(Failure.extend({ stage: z.string(), count: z.int(), retryable: z.boolean() })),
});
export type LedgerBatch = z.infer<typeof LedgerBatch>;

/**
 * What takes a back-fill: the service in this process, or one somewhere else. Everything may be called again after it
 * failed. Throws Unavailable where it is worth trying again, Refused where it is not.
 */
export interface Target {
  /** How a person calls it. */
  name: string;
  openBatch(batch: NewBatch): Promise<LedgerBatch>;
  batch(id: string): Promise<LedgerBatch>;
  /** At most 1,000 files; the answer is in their order. */
  announce(batch: string, files: readonly AnnouncedFile[]): Promise<LedgerFile[]>;
  /** Sends one file that is awaited. Rejects with what `open` throws. */
  send(batch: string, file: AnnouncedFile, open: () => AsyncIterable<Buffer>): Promise<void>;
  /** A page of the files of a batch. */
  files(batch: string, query: { state?: BatchFile['state']; cursor?: string }): Promise<Page<LedgerFile>>;
  /** Puts documents extracted by an older engine in the queue again. */
  extractAgain(what: NewExtraction): Promise<LedgerBatch>;
  /** Which of `hashes` the ledger has a document of. */
  known(hashes: ReadonlySet<string>): Promise<Set<string>>;
}

export type Page<T> = { items: T[]; next: string | null };

/** It cannot now: it is away, busy or out of order. */
export class Unavailable extends Error {
  /** In how many milliseconds it asks to be tried again. */
  readonly retryAfter: number | null;
  /** It answers, only not now: waiting is all there is to do. */
  readonly isBusy: boolean;

  constructor(message: string, how: { retryAfter?: number | null; isBusy?: boolean } = {}) {
    super(message);
    this.name = 'Unavailable';
    this.retryAfter = how.retryAfter ?? null;
    this.isBusy = how.isBusy ?? false;
  }
}

/** It will not, however often it is asked. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: z.infer<typeof Failure>;

  constructor(status: number, problem: z.infer<typeof Failure>) {
    super(`${problem.message} ${problem.remedy}`);
    this.name = 'Refused';
    this.status = status;
    this.problem = problem;
  }
}
