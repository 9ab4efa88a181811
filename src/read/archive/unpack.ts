import { type ChildProcess, spawn } from 'node:child_process';
import { type FileHandle, open } from 'node:fs/promises';
import { extname } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ReadError } from '../../model/index.ts';
import { resultOf } from '../ending.ts';
import type { Failure } from '../failure.ts';
import type { Clock } from '../guard.ts';
import { readerRights } from '../rights.ts';
import { turnsOf } from '../turns.ts';
import { type Ending, watch } from '../watch.ts';
import { ArchiveFrames, Ended } from './frames.ts';
import type { ArchiveLimits, MemberEvent } from './members.ts';

const MB = 1024 * 1024;

export type UnpackOptions = Partial<ArchiveLimits> & {
  /** Wall-clock time of unpacking, without what is done with the members, in milliseconds. */
  timeoutMs?: number;
  /** Memory of the unpacking process, in megabytes. */
  memoryMb?: number;
};

/** More than a folder of reports has; a directory of more is one to be afraid of. */
const MOST_ENTRIES = 10_000;
/** How many of the largest members an archive may unpack to. */
const LARGEST_MEMBERS = 20;
const LARGEST_OUTCOME = 64 * 1024;

const defaults = ({ maxBytes = 50 * MB }: UnpackOptions): Required<UnpackOptions> => ({
  maxBytes,
  maxTotalBytes: LARGEST_MEMBERS * maxBytes,
  maxEntries: MOST_ENTRIES,
  timeoutMs: 60_000,
  memoryMb: 768,
});

/** A file of an archive. `path` is its name with its folders, to show: no path of any disk. */
export type Member = {
  path: string;
  /** Its bytes, once; fails with a ReadError where they cannot be unpacked. */
  content: Readable;
};

/** As for reading (see turns.ts), apart from it: whoever takes a member may have it read while its archive waits. */
const takeTurns = turnsOf(2);

/**
 * Unpacks a ZIP archive of files in a process of its own, and hands each member to `take` before the next is unpacked:
 * files in folders and in archives one level down, without what systems leave behind (`.DS_Store`, `~$…`). Nothing is
 * written. Throws ReadError where the archive as a whole cannot be unpacked, and whatever `take` throws.
 */
export async function unpack(
  file: { path: string },
  take: (member: Member) => Promise<void>,
  options: UnpackOptions = {},
): Promise<void> {
  const limits = { ...defaults(options), ...options };
  const handle = await open(file.path, 'r');
  try {
    const { size } = await handle.stat();
    if (size === 0) throw new ReadError('empty', 'no bytes');
    if (size > limits.maxBytes) throw new ReadError('too_large', `${size} bytes, ${limits.maxBytes} allowed`);
    await takeTurns(() => unpackInChild(handle, take, limits));
  } finally {
    await handle.close();
  }
}

async function unpackInChild(
  file: FileHandle,
  take: (member: Member) => Promise<void>,
  limits: Required<UnpackOptions>,
): Promise<void> {
  const child = spawn(
    process.execPath,
    [...readerRights(), `--max-old-space-size=${limits.memoryMb}`, CHILD, JSON.stringify(limits)],
    { stdio: [file.fd, 'ignore', 'pipe', 'pipe'], env: {}, windowsHide: true },
  );
  const output = child.stdio[3] as Readable;
  const hands = new Hands(take);
  let working = Promise.resolve();
  let fault: unknown = null;
  const give = (members: MemberEvent[], clock: Clock): void => {
    // The process waits, and its time stands still, while somebody else has its members in hand.
    output.pause();
    clock.stop();
    working = working
      .then(async () => {
        for (const event of members) await hands.hold(event);
      })
      .catch((error: unknown) => {
        fault ??= error;
        child.kill('SIGKILL');
      })
      .finally(() => {
        // Once it has ended its output flows to its end by itself, and no time runs.
        if (child.exitCode === null && child.signalCode === null) clock.go();
        output.resume();
      });
  };
  const frames = framesFrom(child);
  const limitsOfChild = { ...limits, resultBytes: LARGEST_OUTCOME };
  const ending = await watch(child, output, limitsOfChild, (chunk, clock) => {
    const { members, outcome } = frames(chunk);
    if (members.length > 0 && fault === null) give(members, clock);
    return outcome;
  });
  await working;
  if (fault !== null) throw fault;
  await hands.empty(() => settle(ending, limitsOfChild));
}

const CHILD = fileURLToPath(new URL(`./child${extname(fileURLToPath(import.meta.url))}`, import.meta.url));

/** Takes what the process says apart; a process that talks nonsense is ended. */
function framesFrom(child: ChildProcess): (chunk: Buffer) => { members: MemberEvent[]; outcome: Buffer } {
  const frames = new ArchiveFrames();
  return (chunk) => {
    const members: MemberEvent[] = [];
    const outcome: Buffer[] = [];
    try {
      for (const frame of frames.push(chunk)) {
        if (frame.kind === 'outcome') outcome.push(frame.bytes);
        else members.push(frame);
      }
    } catch {
      child.kill('SIGKILL');
    }
    return { members, outcome: Buffer.concat(outcome) };
  };
}

/** Throws what went wrong with the archive as a whole. */
function settle(ending: Ending, limits: Parameters<typeof resultOf>[1]): void {
  const { failure } = resultOf(ending, limits, (json) => Ended.parse(json));
  if (failure) throw errorOf(failure);
}

const errorOf = ({ code, detail }: Failure): ReadError => new ReadError(code, detail);

/** Holds one member at a time, for whoever takes it. */
class Hands {
  readonly #take: (member: Member) => Promise<void>;
  #held: { content: PassThrough; done: Promise<void> } | null = null;

  constructor(take: (member: Member) => Promise<void>) {
    this.#take = take;
  }

  /** Resolves when the next event may come; rejects with what taking the member threw. */
  async hold(event: MemberEvent): Promise<void> {
    if (event.kind === 'member') {
      await this.#letGo(null);
      this.#held = this.#pick(event.path);
    } else if (event.kind === 'bytes') {
      const content = this.#held?.content;
      if (content && !content.destroyed && !content.write(event.bytes)) await wanted(content);
    } else {
      await this.#letGo(event.failure && errorOf(event.failure));
    }
  }

  /** After the process has ended: a member it was at ends as `settle` says that all has ended. */
  async empty(settle: () => void): Promise<void> {
    try {
      settle();
    } catch (error) {
      await this.#letGo(error as Error);
      throw error;
    }
    await this.#letGo(new ReadError('damaged', 'the archive ended within it'));
  }

  #pick(path: string): { content: PassThrough; done: Promise<void> } {
    const content = new PassThrough();
    content.on('error', () => undefined);
    const done = (async () => this.#take({ path, content }))().finally(() => content.destroy());
    done.catch(() => undefined);
    return { content, done };
  }

  async #letGo(failure: Error | null): Promise<void> {
    const held = this.#held;
    this.#held = null;
    if (failure) held?.content.destroy(failure);
    else held?.content.end();
    await held?.done;
  }
}

/** Until more can be written, or nobody wants more. */
const wanted = (content: PassThrough): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      content.off('drain', go).off('close', go);
      resolve();
    };
    content.on('drain', go).on('close', go);
  });
