import {
  type Message,
  NOTHING_SAID,
  ReadError,
  type ReadErrorCode,
  type ReportRecord,
  VERSION,
} from '../model/index.ts';
import type { Context } from './context.ts';
import type { LedgerDocument, Unpacked } from './ports.ts';
import { extracted } from './review/extracted.ts';
import { takeIn } from './submit.ts';

/** What became of a member: in the ledger as a document, or refused. */
type Taken = { path: string; code: ReadErrorCode | null };

/**
 * Makes every file of an archive a document of its own, linked to it. The archive's own record lists them; it has none,
 * and fails with what its first member failed of, where not one could be unpacked. Run twice, it leaves one set of members.
 */
export const unpackArchive = async (context: Context, archive: LedgerDocument): Promise<void> => {
  const { blobs, unpack, ledger } = context;
  const { id } = archive;
  const members: Taken[] = [];
  await blobs.withFile(archive.sha256, (path) =>
    unpack({ path }, async (member) => {
      const code = await take(context, archive, member, members.length);
      members.push({ path: member.path, code });
    }),
  );
  await ledger.keepMembers(id, members.length);
  if (members.every(({ code }) => code !== null))
    throw new ReadError(members[0]?.code ?? 'empty', 'no member was taken');
  await ledger.finish(id, extracted(context, listing(archive, members)));
};

const take = async (
  context: Context,
  { id, batch }: LedgerDocument,
  { path, content }: Unpacked,
  position: number,
): Promise<ReadErrorCode | null> => {
  try {
    await takeIn(context, { filename: path, content, batch, member: { archive: id, position, path } });
    return null;
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
};

/** The record of an archive: a line for each file, and a message for each that could not be unpacked. */
const listing = ({ sha256, filename, bytes }: LedgerDocument, members: Taken[]): ReportRecord => {
  const lines = members.map(({ path }) => path);
  let at = 0;
  const messages = members.flatMap(({ path, code }): Message[] => {
    const span = { start: at, end: at + path.length };
    at = span.end + 1;
    return code === null
      ? []
      : [{ code: 'member_failed', severity: 'warning', message: `"${path}" could not be unpacked: ${code}`, span }];
  });
  return {
    schemaVersion: '1.0',
    extractor: { name: 'ansinh', version: VERSION },
    document: {
      sha256,
      filename,
      mediaType: 'application/zip',
      bytes,
      reader: { name: 'zip', version: VERSION },
      encoding: 'unicode',
      ocr: null,
      pages: null,
      ...NOTHING_SAID,
    },
    text: lines.join('\n'),
    pages: [],
    sections: [],
    tables: [],
    figures: [],
    checks: [],
    messages,
  };
};
