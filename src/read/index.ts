import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ArchiveError, type Progress, ReadError, type SourceDocument } from '../model/index.ts';
import { resultOf } from './ending.ts';
import type { OcrChoice } from './ocr/serve.ts';
import { Outcome } from './outcome.ts';
import { ReadingProcess } from './reading-process.ts';
import { takeTurns } from './turns.ts';
import type { Ending } from './watch.ts';

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
  const limits = limitsOf(options);
  const { filename } = file;
  return takeTurns(async () => {
    const bytes = await bytesOf(file.path, limits.maxBytes);
    const sha256 = file.sha256 ?? createHash('sha256').update(bytes).digest('hex');
    const process = new ReadingProcess(CHILD, limits.memoryMb);
    const ending = await process.ask(bytes, {}, limits, onProgress).finally(() => process.stop());
    return { sha256, filename, bytes: bytes.length, encoding: 'unicode', ocr: null, ...settle(ending, limits) };
  });
}

export type ProcessLimits = Required<ReadOptions> & { resultBytes: number };

/** The limits that a reading process is held to. */
export function limitsOf(options: ReadOptions): ProcessLimits {
  const limits = { ...READ_DEFAULTS, ...options };
  return { ...limits, cpuMs: Math.max(limits.cpuMs, limits.timeoutMs * SPINNING), resultBytes: LARGEST_RESULT };
}

/** The content of a file at one moment. Throws ReadError `empty`, `too_large`. */
export async function bytesOf(path: string, maxBytes: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) throw new ReadError('too_large', `${size} bytes, ${maxBytes} allowed`);
    const bytes = await handle.readFile();
    if (bytes.length === 0) throw new ReadError('empty', 'no bytes');
    if (bytes.length > maxBytes) throw new ReadError('too_large', `${bytes.length} bytes, ${maxBytes} allowed`);
    return bytes;
  } finally {
    await handle.close();
  }
}

const CHILD = fileURLToPath(new URL(`./child${extname(fileURLToPath(import.meta.url))}`, import.meta.url));

type Read = Extract<Outcome, { reading: unknown }>['reading'];

/** The reading a child has sent, or the error it named. */
function settle(ending: Ending, limits: ProcessLimits): Read {
  const outcome = resultOf(ending, limits, (json) => Outcome.parse(json));
  if ('reading' in outcome) return outcome.reading;
  if ('archive' in outcome) throw new ArchiveError();
  throw new ReadError(outcome.code, outcome.detail);
}
