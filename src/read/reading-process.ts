import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Progress } from '../model/index.ts';
import { guard, type Limits, residentMb } from './guard.ts';
import { exchange } from './ocr/exchange.ts';
import type { OcrLimits } from './ocr/serve.ts';
import { readerRights } from './rights.ts';
import type { Task } from './tasks.ts';
import { type Ending, lastOf } from './watch.ts';

/**
 * What of a process's memory lies outside V8's old space: code, the young generation, buffers, pdfium. V8 collects only as
 * it nears its own limit, so that one has to come before the one at which the process is killed.
 */
const BESIDE_HEAP_MB = 256;
const LEAST_HEAP_MB = 160;

/** A process that does not come up in this time never will, on the slowest machine. */
const STARTING_MS = 180_000;

type TaskLimits = Limits & OcrLimits & { maxPages: number };

/**
 * A process that works on documents, one at a time, each under limits of its own: `program` takes them as tasks.ts says.
 * It has no rights but to read the package's code (see rights.ts), lives on when a document is done, and dies of one that
 * breaks its limits.
 */
export class ReadingProcess {
  readonly #child: ChildProcess;
  readonly #output: Readable;
  readonly #answers: Writable;
  readonly #ready: Promise<void>;
  #log = '';
  #isAlive = true;
  #listened = false;
  #stopped = false;
  #given = 0;

  constructor(program: string, memoryMb: number) {
    this.#child = spawn(
      process.execPath,
      [
        ...readerRights(),
        '--expose-gc',
        `--max-old-space-size=${Math.max(LEAST_HEAP_MB, memoryMb - BESIDE_HEAP_MB)}`,
        program,
        String(memoryMb),
      ],
      { stdio: ['pipe', 'ignore', 'pipe', 'pipe', 'pipe'], env: {}, windowsHide: true },
    );
    this.#output = this.#child.stdio[3] as Readable;
    this.#answers = this.#child.stdio[4] as Writable;
    for (const stream of [this.#child.stdin, this.#output, this.#answers]) stream?.on('error', () => undefined);
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#log = lastOf(this.#log, chunk.toString());
    });
    this.#child.on('error', (error) => {
      this.#log = lastOf(this.#log, String(error));
      this.#isAlive = false;
    });
    this.#child.on('exit', () => {
      this.#isAlive = false;
    });
    this.#ready = this.#started();
  }

  /** Resolves with the first word it says, which tells that it listens; or once it has ended. */
  #started(): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#child.kill('SIGKILL'), STARTING_MS);
      const started = (): void => {
        clearTimeout(late);
        resolve();
      };
      this.#output.once('data', () => {
        this.#listened = true;
        started();
      });
      this.#child.once('close', started).once('error', started);
    });
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** How many documents it has been given. */
  get given(): number {
    return this.#given;
  }

  get residentMb(): number {
    return residentMb(this.#child.pid);
  }

  /** Works on one document. Never rejects. Nobody may ask again before it has answered. */
  async ask(
    bytes: Uint8Array,
    task: object,
    limits: TaskLimits,
    onProgress?: (progress: Progress) => void,
  ): Promise<Ending> {
    this.#given++;
    // The time it takes to load its code is not the document's.
    await this.#ready;
    if (this.#isAlive) this.#log = '';
    return new Promise((resolve) => {
      const child = this.#child;
      const guarded = guard(child, limits);
      const heard = exchange({ output: this.#output, answers: this.#answers }, guarded.clock, limits, onProgress);
      const end = (ending: Partial<Ending>): void => {
        guarded.end();
        heard.end();
        this.#output.off('data', onData);
        child.off('close', onClose).off('error', onClose);
        const none = { result: Buffer.alloc(0), log: this.#log, exitCode: child.exitCode, signal: child.signalCode };
        resolve({ cause: 'answered', ...none, ...ending });
      };
      const onData = (chunk: Buffer): void => {
        const outcome = heard.take(chunk);
        if (outcome === null) child.kill('SIGKILL');
        else if (outcome && outcome.length > limits.resultBytes) guarded.kill('result_too_large');
        else if (outcome && guarded.breach() === null) end({ result: outcome });
      };
      const onClose = (): void => {
        if (this.#stopped) end({ cause: 'stopped' });
        // What ends before it has heard of a document says nothing of one: a broken installation, one that is being replaced.
        else if (!this.#listened) end({ cause: 'not_started' });
        else end({ cause: guarded.breach() ?? 'exited' });
      };
      // Whoever waited for the last document's pictures may have left it paused.
      this.#output.on('data', onData).resume();
      child.on('close', onClose).on('error', onClose);
      const { maxPages } = limits;
      const head = Buffer.from(JSON.stringify({ bytes: bytes.length, maxPages, task } satisfies Task));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(head.length);
      child.stdin?.write(Buffer.concat([length, head]));
      child.stdin?.write(bytes);
      if (!this.#isAlive) onClose();
    });
  }

  /** Ends it, whatever it is at; resolves once it has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (!this.#isAlive) return;
    const ended = new Promise<void>((resolve) => this.#child.once('close', () => resolve()));
    this.#child.kill('SIGKILL');
    await ended;
  }
}
