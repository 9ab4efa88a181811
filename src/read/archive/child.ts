/**
 * The unpacking process: an archive on standard input, its members on descriptor 3 (see frames.ts). Its rights are those
 * of a reading process, and so are its limits.
 */
import { readFileSync } from 'node:fs';
import { denyNetwork } from '../rights.ts';
import { failureOf } from '../thrown.ts';
import { writeAll } from '../write-all.ts';
import { type Ended, framesOf, outcomeFrame } from './frames.ts';
import { type ArchiveLimits, membersOf } from './members.ts';

const RESULT = 3;

async function unpackAll(limits: ArchiveLimits): Promise<Ended> {
  try {
    for await (const event of membersOf(readFileSync(0), limits)) writeAll(RESULT, framesOf(event));
    return { failure: null };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

denyNetwork();
writeAll(RESULT, outcomeFrame(await unpackAll(JSON.parse(process.argv[2] as string))));
process.exit(0);
