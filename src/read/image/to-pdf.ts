import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ReadError } from '../../model/index.ts';
import { resultOf } from '../ending.ts';
import { Failure } from '../failure.ts';
import { READ_DEFAULTS, type ReadOptions } from '../index.ts';
import { readerRights } from '../rights.ts';
import { turnsOf } from '../turns.ts';
import { watch } from '../watch.ts';

/** Decoded pictures compress less well than they came. */
const LARGEST_PDF = 256 * 1024 * 1024;

/** As for reading (see turns.ts), apart from it: a page is not to wait until a long scan has been recognised. */
const takeTurns = turnsOf(2);

/**
 * A picture file as the PDF that it was read from (see as-pdf.ts), made in a process of its own that cannot outlive its
 * limits. The type is told by content. Throws ReadError, `unsupported_type` for what is no JPEG, PNG or TIFF.
 */
export async function pictureToPdf(
  file: { path: string },
  options: Pick<ReadOptions, 'timeoutMs' | 'memoryMb' | 'maxPages'> = {},
): Promise<Buffer> {
  const limits = { ...READ_DEFAULTS, ...options, resultBytes: LARGEST_PDF };
  const handle = await open(file.path, 'r');
  try {
    const ending = await takeTurns(() => {
      const child = spawn(
        process.execPath,
        [...readerRights(), `--max-old-space-size=${limits.memoryMb}`, CHILD, String(limits.maxPages)],
        { stdio: [handle.fd, 'ignore', 'pipe', 'pipe'], env: {}, windowsHide: true },
      );
      return watch(child, child.stdio[3] as Readable, limits);
    });
    const { cause, exitCode, result } = ending;
    if (cause === 'exited' && exitCode === 0 && result.toString('latin1', 0, 5) === '%PDF-') return result;
    const failure = resultOf(ending, limits, (json) => Failure.parse(json));
    throw new ReadError(failure.code, failure.detail);
  } finally {
    await handle.close();
  }
}

const CHILD = fileURLToPath(new URL(`./to-pdf-child${extname(fileURLToPath(import.meta.url))}`, import.meta.url));
