/** A reading process kept warm: thousands of files in the time in which a hundred processes start, each judged by itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { readerRights } from '../../src/read/rights.ts';

/** `seconds`: of processor time. `code` is an error's, `read`, or what must not be: see {@link isFinding}. */
export type Verdict = { code: string; detail: string; seconds: number };

const FINDINGS = new Set(['untyped', 'contradiction', 'died', 'spun', 'swollen']);
export const isFinding = ({ code }: Verdict): boolean => FINDINGS.has(code);

export const LIMITS = { cpuSeconds: 10, memoryMb: 768, files: 300 };
const LOOK = 50;
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
/** What the child is made of; it comes from its sources even where the suites have built them. */
const OURS = ['../', '../../src/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

export class WarmReader {
  #child: ChildProcess | null = null;
  #read = 0;
  #answer: (line: string | null) => void = () => undefined;
  #log = '';

  async judge(bytes: Buffer): Promise<Verdict> {
    if (this.#read >= LIMITS.files) this.close();
    const child = this.#child ?? this.#start();
    this.#read++;
    const before = usage(child.pid).seconds;
    let broken: string | null = null;
    const look = setInterval(() => {
      const { seconds, memoryMb } = usage(child.pid);
      if (seconds - before > LIMITS.cpuSeconds) broken = 'spun';
      else if (memoryMb > LIMITS.memoryMb) broken = 'swollen';
      if (broken) child.kill('SIGKILL');
    }, LOOK);
    const line = await new Promise<string | null>((resolve) => {
      this.#answer = resolve;
      const head = Buffer.alloc(4);
      head.writeUInt32LE(bytes.length);
      (child.stdin as Writable).write(Buffer.concat([head, bytes]));
    });
    clearInterval(look);
    const seconds = usage(child.pid).seconds - before;
    if (line === null) return { code: broken ?? 'died', detail: this.#log.slice(-2000), seconds };
    return { ...(JSON.parse(line) as { code: string; detail: string }), seconds };
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #start(): ChildProcess {
    const child = spawn(
      process.execPath,
      [
        ...readerRights(),
        ...OURS.map((path) => `--allow-fs-read=${path}`),
        `--max-old-space-size=${LIMITS.memoryMb}`,
        CHILD,
      ],
      { stdio: ['pipe', 'ignore', 'pipe', 'pipe'], env: {} },
    );
    this.#child = child;
    this.#read = 0;
    this.#log = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#log += chunk.toString();
    });
    child.stdin?.on('error', () => undefined);
    createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => this.#answer(line));
    child.on('close', () => {
      if (this.#child !== child) return;
      this.#child = null;
      this.#answer(null);
    });
    return child;
  }
}

/** Processor time in seconds (14th and 15th field of proc(5)'s stat, in hundredths) and memory of a process. */
function usage(pid: number | undefined): { seconds: number; memoryMb: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return {
      seconds: (Number(fields[11]) + Number(fields[12])) / 100,
      memoryMb: (Number(fields[21]) * 4096) / 2 ** 20,
    };
  } catch {
    return { seconds: 0, memoryMb: 0 };
  }
}
