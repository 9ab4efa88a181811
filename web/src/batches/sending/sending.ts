import type { AnnouncedFile } from '../../../../src/model/batch.ts';
import type { Language } from '../../i18n/codes.ts';
import { announce, createBatch, Refusal } from '../api.ts';
import { HASHED_AT_ONCE, type Hashing, startHashing } from './hashing.ts';
import { forget, keep } from './kept.ts';
import { type Hold, patience } from './patience.ts';
import { type Announced, send, Unreadable } from './send.ts';
import type { Folder, Found, Walked } from './walk.ts';

/** How far a folder is on its way; counts are files, `bytes` is what is to be sent and what has been. */
export interface Sending {
  batch: string;
  name: string;
  step: 'sending' | 'sent' | 'stopped' | 'failed';
  found: number;
  hashed: number;
  announced: number;
  toSend: number;
  sent: number;
  /** The server did not take them: the batch's errors say why. */
  refused: number;
  bytes: { toSend: number; sent: number };
  /** Why nothing goes on for now. */
  hold: Hold | null;
  /** Why nothing goes on at all. */
  failure: string | null;
  /** Files that cannot be read, or were no longer as they had been when they were hashed. */
  left: string[];
}

const SENT_AT_ONCE = 3;
/** As many as one announcement may name. */
const ANNOUNCED_AT_ONCE = 1000;
/** A small folder is not hashed to its end before its first file goes. */
const ANNOUNCED_EACH_MS = 1500;
const SHOWN_EACH_MS = 150;

const sendings = new Map<string, Sending>();
const stops = new Map<string, AbortController>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

export const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const sendingOf = (batch: string): Sending | null => sendings.get(batch) ?? null;
export const isSending = (batch: string): boolean => sendings.get(batch)?.step === 'sending';
export const stopSending = (batch: string): void => stops.get(batch)?.abort();

/** What is written here is shown a few times a second, however often it changes. */
function shown(sending: Sending) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    timer = undefined;
    sendings.set(sending.batch, { ...sending, bytes: { ...sending.bytes }, left: [...sending.left] });
    tell();
  };
  show();
  return {
    soon: () => {
      timer ??= setTimeout(show, SHOWN_EACH_MS);
    },
    now: () => {
      clearTimeout(timer);
      show();
    },
  };
}

/** A queue that is filled while it is emptied. */
function queue<T>() {
  const items: T[] = [];
  const waiting: (() => void)[] = [];
  let closed = false;
  const wake = () => {
    for (const one of waiting.splice(0)) one();
  };
  return {
    put: (some: T[]) => {
      items.push(...some);
      wake();
    },
    close: () => {
      closed = true;
      wake();
    },
    async take(): Promise<T | undefined> {
      while (items.length === 0 && !closed) await new Promise<void>((resolve) => waiting.push(resolve));
      return items.shift();
    },
  };
}

/** Says that something is on its way when the window is about to be closed. */
const warn = (event: BeforeUnloadEvent) => event.preventDefault();
const warnWhileSending = () => {
  if ([...sendings.values()].some(({ step }) => step === 'sending')) addEventListener('beforeunload', warn);
  else removeEventListener('beforeunload', warn);
};

interface Job {
  batch: string;
  folder: Folder;
  walked: Walked;
  language: Language;
}

async function run(
  { batch, folder, walked, language }: Job,
  sending: Sending,
  stop: AbortController,
  hashing: Hashing,
) {
  const show = shown(sending);
  const { signal } = stop;
  const patiently = patience(signal, (hold) => {
    sending.hold = hold;
    show.soon();
  });
  const leave = (path: string) => {
    sending.left.push(path);
    show.soon();
  };
  const remember = (unannounced: number) => keep({ batch, name: folder.name, handle: folder.handle, unannounced });
  const toSend = queue<Announced>();
  let unreadable = 0;
  let changed = 0;
  const hashes = new Set<string>();

  let chunk: Announced[] = [];
  let flushed = Date.now();
  const flush = async () => {
    const files = chunk;
    chunk = [];
    flushed = Date.now();
    if (files.length === 0) return;
    const named: AnnouncedFile[] = files.map(({ path, sha256, file }) => ({ path, sha256, bytes: file.size }));
    const answers = await patiently(() => announce(batch, named, language, signal));
    // Of files with the same content one is sent, and settles the others.
    const awaited = files.filter(({ sha256 }, at) => {
      const isNew = answers[at]?.awaited === true && !hashes.has(sha256);
      if (isNew) hashes.add(sha256);
      return isNew;
    });
    sending.announced += files.length;
    sending.toSend += awaited.length;
    sending.bytes.toSend += awaited.reduce((sum, { file }) => sum + file.size, 0);
    show.soon();
    await remember(sending.found - sending.announced - unreadable);
    toSend.put(awaited);
  };

  const rest = walked.found.values();
  const hashThem = async () => {
    for (const one of rest) {
      signal.throwIfAborted();
      const sha256 = await hashing.hash(one.file);
      sending.hashed += 1;
      show.soon();
      if (sha256 === null) {
        unreadable += 1;
        leave(one.path);
      } else chunk.push({ ...one, sha256 });
      if (chunk.length >= ANNOUNCED_AT_ONCE || Date.now() - flushed > ANNOUNCED_EACH_MS) await flush();
    }
  };
  const announceAll = async () => {
    await Promise.all(Array.from({ length: HASHED_AT_ONCE }, hashThem));
    await flush();
    toSend.close();
  };

  const sendThem = async () => {
    for (let one = await toSend.take(); one; one = await toSend.take()) {
      const { file, path } = one;
      const announced = one;
      let bytes = 0;
      const count = (now: number) => {
        sending.bytes.sent += now - bytes;
        bytes = now;
        show.soon();
      };
      try {
        await patiently(() => send(batch, announced, language, signal, count));
        sending.sent += 1;
        count(file.size);
      } catch (error) {
        signal.throwIfAborted();
        count(0);
        sending.toSend -= 1;
        sending.bytes.toSend -= file.size;
        if (error instanceof Unreadable) {
          changed += 1;
          leave(path);
        } else if (error instanceof Refusal) sending.refused += 1;
        else throw error;
      }
    }
  };

  try {
    await Promise.all([announceAll(), ...Array.from({ length: SENT_AT_ONCE }, sendThem)]);
    sending.step = 'sent';
    // What changed on the way is still awaited: the same folder brings it as it is then.
    await (changed > 0 ? remember(0) : forget(batch));
  } catch (error) {
    sending.step = signal.aborted ? 'stopped' : 'failed';
    sending.failure = error instanceof Refusal ? error.sentence : null;
    stop.abort();
    toSend.close();
  } finally {
    sending.hold = null;
    hashing.close();
    show.now();
    warnWhileSending();
  }
}

/** Sends what the ledger awaits of a folder, and goes on when the page shows something else. */
export function startSending(job: Job): void {
  const { batch, folder, walked } = job;
  if (isSending(batch)) return;
  const sending: Sending = {
    batch,
    name: folder.name,
    step: 'sending',
    found: walked.found.length,
    hashed: 0,
    announced: 0,
    toSend: 0,
    sent: 0,
    refused: 0,
    bytes: { toSend: 0, sent: 0 },
    hold: null,
    failure: null,
    left: [...walked.lost],
  };
  const stop = new AbortController();
  stops.set(batch, stop);
  void run(job, sending, stop, startHashing());
  warnWhileSending();
}

/** The same folder is the same batch: whoever drops it again goes on where it was. */
const keyOf = async (name: string, found: Found[], hashing: Hashing): Promise<string | null> => {
  const lines = found.map(({ path, file }) => `${path}\0${file.size}\n`).sort();
  const hash = await hashing.hash(new File([name, '\n', ...lines], 'folder'));
  return hash && `page:${hash}`;
};

/** Opens the batch of a folder, known by its name and the names and sizes of its files; answers the batch's id. */
export async function batchOf(folder: Folder, { found }: Walked, language: Language): Promise<string> {
  const hashing = startHashing();
  try {
    const key = await keyOf(folder.name, found, hashing);
    const { id } = await createBatch({ name: folder.name, ...(key && { key }) }, language);
    await keep({ batch: id, name: folder.name, handle: folder.handle, unannounced: found.length });
    return id;
  } finally {
    hashing.close();
  }
}
