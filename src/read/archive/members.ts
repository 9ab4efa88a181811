import { ReadError } from '../../model/read-error.ts';
import type { Failure } from '../failure.ts';
import { sniff } from '../sniff.ts';
import { failureOf } from '../thrown.ts';
import { type Budget, type Entries, type Entry, isArchive, openArchive, refusal } from './entries.ts';

export type ArchiveLimits = {
  /** Largest member, in bytes. */
  maxBytes: number;
  /** All members together, as the directories say: in bytes, and how many. */
  maxTotalBytes: number;
  maxEntries: number;
};

/** What is told of each member in turn: its name, its bytes, its end. */
export type MemberEvent =
  | { kind: 'member'; path: string }
  | { kind: 'bytes'; bytes: Buffer }
  | { kind: 'end'; failure: Failure | null };

/**
 * Unpacks an archive, and the archives in it, member by member. A member that cannot be unpacked ends with its failure;
 * throws ReadError where the archive as a whole cannot be opened.
 */
export async function* membersOf(bytes: Buffer, limits: ArchiveLimits): AsyncGenerator<MemberEvent> {
  const budget = { entries: limits.maxEntries, bytes: limits.maxTotalBytes };
  const archive = await openArchive(bytes, budget);
  for (const file of archive.files) yield* memberOf(archive, file, { ...limits, budget, folder: null });
}

/** `folder`: the path of the archive within the archive, where the member lies in one. */
type Place = ArchiveLimits & { budget: Budget; folder: string | null };

async function* memberOf({ content }: Entries, { path, entry }: Entry, place: Place): AsyncGenerator<MemberEvent> {
  const { maxBytes, folder } = place;
  const member = { kind: 'member', path: folder === null ? path : `${folder}/${path}` } as const;
  const refused = refusal(entry, maxBytes);
  if (refused) {
    yield member;
    return yield ended(refused);
  }
  let started = false;
  try {
    const { whole, rest } = await unlessZip(content(entry));
    if (whole && (await isArchive(whole).catch(() => false))) return yield* nested(whole, member, place);
    started = true;
    yield member;
    if (whole) yield { kind: 'bytes', bytes: whole };
    for await (const bytes of rest) yield { kind: 'bytes', bytes };
    yield { kind: 'end', failure: null };
  } catch (error) {
    if (!started) yield member;
    yield ended(error);
  }
}

/** An archive in an archive gives its members in its place; one still deeper is what bombs are made of. */
async function* nested(
  bytes: Buffer,
  member: { kind: 'member'; path: string },
  place: Place,
): AsyncGenerator<MemberEvent> {
  if (place.folder !== null) {
    yield member;
    return yield ended(new ReadError('bomb', 'an archive in an archive in an archive'));
  }
  const archive = await openArchive(bytes, place.budget);
  for (const file of archive.files) yield* memberOf(archive, file, { ...place, folder: member.path });
}

const SIGNATURE = 4;

/** The bytes of a ZIP file together, since its directory is at its end; those of any other file as they come. */
async function unlessZip(
  content: AsyncGenerator<Buffer>,
): Promise<{ whole: Buffer | null; rest: AsyncIterable<Buffer> }> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < SIGNATURE) {
    const { value, done } = await content.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  if (sniff(head.subarray(0, SIGNATURE)) !== 'zip') {
    const rest = (async function* () {
      if (head.length > 0) yield head;
      yield* content;
    })();
    return { whole: null, rest };
  }
  const chunks = [head];
  for await (const chunk of content) chunks.push(chunk);
  return { whole: Buffer.concat(chunks), rest: (async function* () {})() };
}

const ended = (error: unknown): MemberEvent => ({ kind: 'end', failure: failureOf(error) });
