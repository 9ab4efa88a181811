/**
 * The reading process: bytes on standard input; on descriptor 3 pages that are read, pictures of pages to recognise, how
 * far that is, and the outcome as JSON, on descriptor 4 what was recognised. It has no rights but to read the package's
 * code (see rights.ts) and is killed when it takes too long or grows too big.
 */
import { readFileSync } from 'node:fs';
import { ArchiveError } from '../model/read-error.ts';
import { readBytes } from './bytes.ts';
import { askParent } from './ocr/ask.ts';
import { outcomeFrame, pageFrame, progressFrame } from './ocr/frames.ts';
import type { Outcome } from './outcome.ts';
import type { ReaderLimits } from './reading.ts';
import { denyNetwork } from './rights.ts';
import { failureOf } from './thrown.ts';
import { writeAll } from './write-all.ts';

const [RESULT, RECOGNISED] = [3, 4];

async function outcome(limits: ReaderLimits): Promise<Outcome> {
  try {
    return { reading: await readBytes(readFileSync(0), limits) };
  } catch (error) {
    if (error instanceof ArchiveError) return { archive: true };
    return failureOf(error);
  }
}

denyNetwork();
// PDF libraries reject promises on damaged files that nobody waits for; what a reader waits for fails as it should.
process.on('unhandledRejection', () => undefined);
const limits: { maxPages: number } = JSON.parse(process.argv[2] ?? '{}');
const result = await outcome({
  ...limits,
  recognise: askParent(RESULT, RECOGNISED),
  onPage: () => writeAll(RESULT, pageFrame()),
  onProgress: (page, pages) => writeAll(RESULT, progressFrame(page, pages)),
});
writeAll(RESULT, outcomeFrame(Buffer.from(JSON.stringify(result))));
process.exit(0);
