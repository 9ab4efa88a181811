/** The program of a pipeline's process: a document's bytes → its record and where its words stand, or the error of it. */
import { extract } from '../extract/index.ts';
import { preload, readBytes } from '../read/bytes.ts';
import { outcomeOf } from '../read/outcome-of.ts';
import type { ReaderLimits } from '../read/reading.ts';
import { answerTasks } from '../read/tasks.ts';
import type { Identity, Said } from './extraction.ts';
import { wordsByPage } from './words.ts';

async function extraction(bytes: Buffer, file: Identity, limits: ReaderLimits): Promise<Said> {
  const { filename, sha256, given } = file;
  const reading = await readBytes(bytes, limits);
  const identity = { filename, sha256, bytes: bytes.length };
  const record = extract({ ...identity, encoding: 'unicode', ocr: null, ...reading }, given);
  const words = wordsByPage(reading.words).map(([page, packed]): [number, string] => [page, packed.toString('base64')]);
  return { record, words };
}

await preload();
await answerTasks<Identity>((bytes, file, limits) => outcomeOf(() => extraction(bytes, file, limits)));
