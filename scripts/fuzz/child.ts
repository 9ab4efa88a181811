/**
 * A reading process that reads one file after the other: bytes come on standard input behind their length, verdicts go to
 * descriptor 3, a line of JSON each. It has the rights of a reading process, and dies of what would kill one.
 */
import { writeSync } from 'node:fs';
import { ArchiveError, ReadError } from '../../src/model/failure.ts';
import { membersOf } from '../../src/read/archive/members.ts';
import { readBytes } from '../../src/read/bytes.ts';
import { Outcome } from '../../src/read/outcome.ts';
import type { Reading } from '../../src/read/reading.ts';
import { denyNetwork } from '../../src/read/rights.ts';
import { take } from '../../src/read/tasks.ts';

const ARCHIVE_LIMITS = { maxBytes: 2 ** 24, maxTotalBytes: 2 ** 26, maxEntries: 1000 };

/** Takes out all members of an archive; each may end with an error, but not with one of the unpacking code itself. */
async function unpack(bytes: Buffer): Promise<void> {
  for await (const event of membersOf(bytes, ARCHIVE_LIMITS)) {
    const detail = (event.kind === 'end' && event.failure?.detail) || '';
    if (/^(?:Type|Range|Reference)Error/.test(detail)) throw new Error(detail);
  }
}

async function verdict(bytes: Buffer): Promise<{ code: string; detail: string }> {
  try {
    return await readingVerdict(bytes);
  } catch (error) {
    if (error instanceof ReadError) return { code: error.code, detail: error.detail ?? '' };
    return { code: 'untyped', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function readingVerdict(bytes: Buffer): Promise<{ code: string; detail: string }> {
  try {
    const reading = await readBytes(bytes, { maxPages: 100 });
    Outcome.parse(JSON.parse(JSON.stringify({ reading })));
    const wrong = contradiction(reading);
    return wrong === null ? { code: 'read', detail: '' } : { code: 'contradiction', detail: wrong };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    await unpack(bytes);
    return { code: 'archive', detail: '' };
  }
}

/** Where a reading says something of its text that is not so. */
function contradiction({ text, blocks, tables, words }: Reading): string | null {
  let last = 0;
  for (const { span } of blocks) {
    if (span.start < last || span.end <= span.start || span.end > text.length) return `block ${JSON.stringify(span)}`;
    last = span.end;
  }
  for (const { rows } of tables) {
    for (const cell of rows.flat()) {
      if (text.slice(cell.span.start, cell.span.end) !== cell.text) return `cell ${JSON.stringify(cell).slice(0, 200)}`;
      if (!(cell.colSpan >= 1 && cell.rowSpan >= 1)) return `spans of ${JSON.stringify(cell).slice(0, 200)}`;
    }
  }
  for (const { span, box } of words) {
    if (span.start < 0 || span.end > text.length || !Object.values(box).every(Number.isFinite)) {
      return `word ${JSON.stringify({ span, box })}`;
    }
  }
  return null;
}

denyNetwork();
// PDF libraries reject promises on damaged files that nobody waits for; what a reader waits for fails as it should.
process.on('unhandledRejection', () => undefined);
for (let head = take(4); head; head = take(4)) {
  const bytes = take(head.readUInt32LE());
  if (!bytes) break;
  writeSync(3, `${JSON.stringify(await verdict(bytes))}\n`);
}
process.exit(0);
