import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ArchiveError, type Progress, ReadError, type SourceDocument } from '../model/index.ts';
import { resultOf } from './ending.ts';
import { exchange } from './ocr/exchange.ts';
import type { OcrChoice } from './ocr/serve.ts';
import { Outcome } from './outcome.ts';
import { readerRights } from './rights.ts';
import { takeTurns } from './turns.ts';
import { type Ending, watch } from './watch.ts';

export type ReadOptions = {
  /** Wall-clock time for one file, in milliseconds. */
  timeoutMs?: number;
  /** Processor time for one file, in milliseconds, beside what its pages take; at least {@link SPINNING} of `timeoutMs`. */
  cpuMs?: number;
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

type OnProgress = (progress: Progress) => void;

const MB = 1024 * 1024;
export const READ_DEFAULTS: Required<ReadOptions> = {
  timeoutMs: 60_000,
  cpuMs: 9_000,
  memoryMb: 768,
  maxBytes: 50 * MB,
  maxPages: 1000,
  ocr: 'auto',
  ocrPageMs: 120_000,
  ocrDocumentMs: 3_600_000,
};

/** Who gives readers more time has a slower machine. */
const SPINNING = 0.15;

/** No report is this long once read; a child that sends more is not to be trusted. */
const LARGEST_RESULT = 256 * MB;

/**
 * Reads a file into a document, in a process of its own that cannot outlive its limits.
 * `filename` is the name to remember; the type is told by content alone. Every failure is a ReadError; an archive of
 * files is an ArchiveError: `unpack` and `readArchive` (archive/) give what is in it. `onProgress` is told which page of a
 * scan is being recognised, as often as that changes.
 */
export async function read(
  file: { path: string; filename: string; sha256?: string },
  options: ReadOptions = {},
  onProgress?: OnProgress,
): Promise<SourceDocument> {
  const limits = { ...READ_DEFAULTS, ...options };
  const handle = await open(file.path, 'r');
  try {
    const { size } = await handle.stat();
    if (size === 0) throw new ReadError('empty', 'no bytes');
    if (size > limits.maxBytes) throw new ReadError('too_large', `${size} bytes, ${limits.maxBytes} allowed`);
    const sha256 = file.sha256 ?? (await hash(handle));
    const ending = await takeTurns(() => readInChild(handle, limits, onProgress));
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

function readInChild(file: FileHandle, limits: Required<ReadOptions>, onProgress?: OnProgress): Promise<Ending> {
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
  const cpuMs = Math.max(limits.cpuMs, limits.timeoutMs * SPINNING);
  return watch(
    child,
    output,
    { ...limits, cpuMs, resultBytes: LARGEST_RESULT },
    exchange(child, output, limits, onProgress),
  );
}

const CHILD = fileURLToPath(new URL(`./child${extname(fileURLToPath(import.meta.url))}`, import.meta.url));

type Read = Extract<Outcome, { reading: unknown }>['reading'];

/** The reading a child has sent, or the error it named. */
function settle(ending: Ending, limits: Required<ReadOptions>): Read {
  const outcome = resultOf(ending, { ...limits, resultBytes: LARGEST_RESULT }, (json) => Outcome.parse(json));
  if ('reading' in outcome) return outcome.reading;
  if ('archive' in outcome) throw new ArchiveError();
  throw new ReadError(outcome.code, outcome.detail);
}
