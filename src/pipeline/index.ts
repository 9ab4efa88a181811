import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ArchiveError, type Progress, ReadError, type ReadErrorCode } from '../model/index.ts';
import { resultOf } from '../read/ending.ts';
import { bytesOf, limitsOf, type ReadOptions } from '../read/index.ts';
import type { ReadingProcess } from '../read/reading-process.ts';
import { type Extraction, type Identity, Outcome } from './extraction.ts';
import { Pool } from './pool.ts';

export type { Extraction } from './extraction.ts';

export interface Pipeline {
  /**
   * bytes → record: reads a file and extracts what it says, in a process that is kept warm and cannot outlive its limits.
   * Every failure of the file is a ReadError, an archive of files an ArchiveError. The same bytes give the same record,
   * whatever was read before.
   */
  extract(file: Identity & { path: string }, onProgress?: (progress: Progress) => void): Promise<Extraction>;
  /** Ends every process; documents in hand are rejected with an error that is none of theirs. */
  close(): Promise<void>;
}

const MB = 1024 * 1024;
/** A thousand dense pages with their words are half as long; the parent has to hold all that its processes say. */
const LARGEST_RESULT = 128 * MB;
const PROGRAM = fileURLToPath(new URL(`./child${extname(fileURLToPath(import.meta.url))}`, import.meta.url));

/** What the bytes say by themselves, whoever looks at them. Any other failure may be what an earlier document left behind. */
const PLAIN: ReadonlySet<ReadErrorCode> = new Set(['unsupported_type', 'empty', 'encrypted', 'too_many_pages']);

/** Works on `size` documents at once, each in a process of its own; others wait for their turn. */
export function openPipeline(size: number, options: ReadOptions): Pipeline {
  const limits = { ...limitsOf(options), resultBytes: LARGEST_RESULT };
  const pool = new Pool({ program: PROGRAM, size, memoryMb: limits.memoryMb });

  const extract: Pipeline['extract'] = async ({ path, ...identity }, onProgress) => {
    const bytes = await bytesOf(path, limits.maxBytes);
    const ask = async (process: ReadingProcess): Promise<Extraction | ReadError> => {
      const ending = await process.ask(bytes, identity, limits, onProgress);
      try {
        return settle(resultOf(ending, limits, (json) => Outcome.parse(json)));
      } catch (error) {
        if (error instanceof ReadError) return error;
        throw error;
      }
    };
    const answer = await pool.lend(async (process, again) => {
      const first = await ask(process);
      const fit = isBelieved(first);
      // It is said of a file only by a process that has seen no other.
      return fit || process.given === 1 ? { answer: first, fit } : { answer: await ask(again()), fit: false };
    });
    if (answer instanceof ReadError) throw answer;
    return answer;
  };
  return { extract, close: () => pool.close() };
}

const isBelieved = (answer: Extraction | ReadError): boolean =>
  !(answer instanceof ReadError) || answer instanceof ArchiveError || PLAIN.has(answer.code);

function settle(outcome: Outcome): Extraction {
  if ('record' in outcome) return outcome;
  if ('archive' in outcome) throw new ArchiveError();
  throw new ReadError(outcome.code, outcome.detail);
}
