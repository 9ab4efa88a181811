import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ReadError, type SourceDocument } from '../../model/index.ts';
import { type ReadOptions, read } from '../index.ts';
import { type Member, type UnpackOptions, unpack } from './unpack.ts';

/** A member as it was read, or why it could not be. `path`: its name with its folders in the archive. */
export type ReadMember = { path: string; document: SourceDocument } | { path: string; error: ReadError };

/**
 * Reads every document of a ZIP archive and hands each to `take` before the next is unpacked. A member that cannot be
 * read is handed over with its error. Throws ReadError where the archive as a whole cannot be unpacked, `empty` where it
 * holds no file, and whatever `take` throws. Members lie in a temporary folder while they are read.
 */
export async function readArchive(
  file: { path: string },
  take: (member: ReadMember) => void | Promise<void>,
  options: ReadOptions & UnpackOptions = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ansinh-archive-'));
  // Names of members are for people; on disk it is always this one.
  const path = join(folder, 'member');
  let members = 0;
  try {
    await unpack(
      file,
      async (member) => {
        members += 1;
        await take(await readMember(member, path, options));
      },
      options,
    );
    if (members === 0) throw new ReadError('empty', 'no files');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readMember({ path, content }: Member, place: string, options: ReadOptions): Promise<ReadMember> {
  try {
    await pipeline(content, createWriteStream(place));
    return { path, document: await read({ path: place, filename: basename(path) }, options) };
  } catch (error) {
    if (error instanceof ReadError) return { path, error };
    throw error;
  }
}
