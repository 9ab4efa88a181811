import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ReadError, type SourceDocument } from '../model/index.ts';
import { exchange } from './ocr/exchange.ts';
import type { OcrChoice } from './ocr/serve.ts';
import { Outcome } from './outcome.ts';
import { readerRights } from './rights.ts';
import { takeTurns } from './turns.ts';
import { type Ending, watch } from './watch.ts';

export type ReadOptions = {
  /** Wall-clock time for one file, in milliseconds. */
  timeoutMs?: number;
  /** Memory of the reading process, in megabytes: its resident set, and so its heap too. */
  memoryMb?: number;
  /** Largest file read, in bytes. */
  maxBytes?: number;
  maxPages?: number;
  /** Which engine recognises pages that are pictures: by default the `tesseract` of the machine, else that in WebAssembly. */
  ocr?: OcrChoice;
  /** Wall-clock time of one page's recognition, and of a document's; both beside `timeoutMs`. In milliseconds. */
  ocrPageMs?: number;
  ocrDocumentMs?: number;
};

const MB = 1024 * 1024;
export const READ_DEFAULTS: Required<ReadOptions> = {
  timeoutMs: 60_000,
  memoryMb: 768,
  maxBytes: 50 * MB,
  maxPages: 1000,
  ocr: 'auto',
  ocrPageMs: 120_000,
  ocrDocumentMs: 3_600_000,
};

/** No report is this long once read; a child that sends more is not to be trusted. */
const LARGEST_RESULT = 256 * MB;

/**
 * Reads a file into a document, in a process of its own that cannot outlive its limits.
 * `filename` is the name to remember; the type is told by content alone. Every failure is a ReadError.
 */
export async function read(
  file: { path: string; filename: string; sha256?: string },
  options: ReadOptions = {},
): Promise<SourceDocument> {
  const limits = { ...READ_DEFAULTS, ...options };
  const handle = await open(file.path, 'r');
  try {
    const { size } = await handle.stat();
    if (size === 0) throw new ReadError('empty', 'no bytes');
    if (size > limits.maxBytes) throw new ReadError('too_large', `${size} bytes, ${limits.maxBytes} allowed`);
    const sha256 = file.sha256 ?? (await hash(handle));
    const ending = await takeTurns(() => readInChild(handle, limits));
    const { filename } = file;
    return { sha256, filename, bytes: size, encoding: 'unicode', ocr: null, ...settle(ending, limits) };
  } finally {
    await handle.close();
  }
}

async function hash(handle: FileHandle): Promise<string> {
  const sha256 = createHash('sha256');
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) sha256.update(chunk as Buffer);
  return sha256.digest('hex');
}

function readInChild(file: FileHandle, limits: Required<ReadOptions>): Promise<Ending> {
  const child = spawn(
    process.execPath,
    [
      ...readerRights(),
      `--max-old-space-size=${limits.memoryMb}`,
      CHILD,
      JSON.stringify({ maxPages: limits.maxPages }),
    ],
    // The bytes come through an open descriptor, so the child needs no right to any file but the code it runs.
    { stdio: [file.fd, 'ignore', 'pipe', 'pipe', 'pipe'], env: {}, windowsHide: true },
  );
  const output = child.stdio[3] as Readable;
  return watch(child, output, { ...limits, resultBytes: LARGEST_RESULT }, exchange(child, output, limits));
}

const CHILD = fileURLToPath(new URL(`./child${extname(fileURLToPath(import.meta.url))}`, import.meta.url));

type Read = Extract<Outcome, { reading: unknown }>['reading'];

/** What the child's end means: its reading, the error it named, or the error its death betrays. */
function settle(ending: Ending, limits: Required<ReadOptions>): Read {
  const { cause, log, exitCode, signal } = ending;
  if (cause === 'timed_out') throw new ReadError('timed_out', `after ${limits.timeoutMs} ms`);
  if (cause === 'out_of_memory') throw new ReadError('out_of_memory', `over ${limits.memoryMb} MB`);
  if (cause === 'result_too_large') throw new ReadError('bomb', `more than ${LARGEST_RESULT} bytes of text`);
  if (cause === 'not_started') throw new Error(`the reading process did not start: ${log}`);
  const outcome = parseOutcome(ending.result);
  if (outcome && 'reading' in outcome) return outcome.reading;
  if (outcome) throw new ReadError(outcome.code, outcome.detail);
  // Nobody of ours sends these: the service is being stopped (Ctrl-C, systemd), and the file is read again later.
  if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP') {
    throw new Error(`reading was interrupted by ${signal}`);
  }
  // V8 aborts at its heap limit and says so; the system's own out-of-memory killer sends SIGKILL.
  if (/heap out of memory|allocation failed/i.test(log) || signal === 'SIGKILL') {
    throw new ReadError('out_of_memory', log || `killed by ${signal}`);
  }
  throw new ReadError('damaged', `the reading process ended with ${signal ?? exitCode}: ${log}`);
}

function parseOutcome(bytes: Buffer): Outcome | null {
  try {
    return Outcome.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}
