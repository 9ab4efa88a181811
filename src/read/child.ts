/**
 * The reading process: bytes on standard input, the outcome as JSON on descriptor 3. It has no rights but to read the
 * package's code (see rights.ts) and is killed when it takes too long or grows too big.
 */
import { readFileSync, writeSync } from 'node:fs';
import { ReadError } from '../model/failure.ts';
import { readBytes } from './bytes.ts';
import type { Outcome } from './outcome.ts';
import type { ReaderLimits } from './reading.ts';
import { denyNetwork } from './rights.ts';

const RESULT = 3;

async function outcome(limits: ReaderLimits): Promise<Outcome> {
  try {
    return { reading: await readBytes(readFileSync(0), limits) };
  } catch (error) {
    if (error instanceof ReadError) return { code: error.code, detail: error.detail };
    return { code: 'damaged', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function send(result: Outcome): void {
  const bytes = Buffer.from(JSON.stringify(result));
  for (let at = 0; at < bytes.length; ) at += writeSync(RESULT, bytes, at);
}

denyNetwork();
send(await outcome(JSON.parse(process.argv[2] ?? '{}')));
process.exit(0);
