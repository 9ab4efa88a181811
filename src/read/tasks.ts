/**
 * What a reading process takes and gives: documents on standard input, each behind its length and a head (JSON); on
 * descriptor 3 pages that are read, pictures of pages to recognise, how far that is, and the outcome as JSON; on
 * descriptor 4 what was recognised.
 */
import { readSync } from 'node:fs';
import { askParent } from './ocr/ask.ts';
import { outcomeFrame, pageFrame, progressFrame } from './ocr/frames.ts';
import type { ReaderLimits } from './reading.ts';
import { denyNetwork } from './rights.ts';
import { writeAll } from './write-all.ts';

/** A document's head. `task`: what the program is to make of it. */
export type Task = { bytes: number; maxPages: number; task: object };

const [RESULT, RECOGNISED] = [3, 4];
/** The part of its memory at which a process tidies up before the next document, once it has grown by so much since. */
const FULL = 1 / 2;
const GROWN = 64 * 1024 * 1024;

/** Answers documents one after the other, until there are no more. Whatever `work` throws ends the process. */
export async function answerTasks<T extends object>(
  work: (bytes: Buffer, task: T, limits: ReaderLimits) => Promise<object>,
): Promise<never> {
  denyNetwork();
  // PDF libraries reject promises on damaged files that nobody waits for; what a reader waits for fails as it should.
  process.on('unhandledRejection', () => undefined);
  const tidyUp = tidier(FULL * Number(process.argv[2]) * 1024 * 1024);
  const recognise = askParent(RESULT, RECOGNISED);
  // The first word: it listens.
  writeAll(RESULT, pageFrame());
  for (let head = takeHead(); head; head = takeHead()) {
    const bytes = take(head.bytes);
    if (!bytes) break;
    // What a document has left running says nothing of the next.
    let current = true;
    const result = await work(bytes, head.task as T, {
      maxPages: head.maxPages,
      recognise: async (image) => (current ? recognise(image) : { failure: 'failed' }),
      onPage: () => current && writeAll(RESULT, pageFrame()),
      onProgress: (page, pages) => current && writeAll(RESULT, progressFrame(page, pages)),
    });
    current = false;
    writeAll(RESULT, outcomeFrame(Buffer.from(JSON.stringify(result))));
    tidyUp();
  }
  process.exit(0);
}

/** Collects garbage when that is worth its time; V8 by itself would let it grow up to the limit. */
function tidier(full: number): () => void {
  let kept = 0;
  return () => {
    if (process.memoryUsage.rss() < Math.max(full, kept + GROWN)) return;
    globalThis.gc?.();
    kept = process.memoryUsage.rss();
  };
}

function takeHead(): Task | null {
  const length = take(4);
  const head = length && take(length.readUInt32LE());
  return head && JSON.parse(head.toString('utf8'));
}

/** So many bytes of standard input; null at its end. */
export function take(length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const got = readSync(0, bytes, at, length - at, null);
    if (got === 0) return null;
    at += got;
  }
  return bytes;
}
