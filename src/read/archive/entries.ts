import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { ReadError } from '../../model/read-error.ts';
import { isSwollen } from '../zip.ts';
import { cleanPath, decodeNames, isStray } from './names.ts';

export type Entry = { path: string; entry: yauzl.Entry };
export interface Entries {
  files: Entry[];
  /** Paths of what systems leave behind: no files of anybody's. */
  strays: string[];
  /** It is one document, and its files are the parts of it. */
  isDocument: boolean;
  /** The bytes of one file. Throws ReadError `bomb` or `damaged` where they are not what the directory says. */
  content(entry: yauzl.Entry): AsyncGenerator<Buffer>;
}

/** What may still be listed, over an archive and the archives in it. */
export type Budget = { entries: number; bytes: number };

/** One of these makes a ZIP file a document (Office Open XML, OpenDocument, EPUB) or a program. */
const PARTS = new Set([
  '[Content_Types].xml',
  'mimetype',
  'word/document.xml',
  'xl/workbook.xml',
  'ppt/presentation.xml',
  'META-INF/MANIFEST.MF',
]);
/** A document names its parts' kinds at once; this far on, a ZIP file without is none. */
const LOOKED_AT = 10_000;

/** Whether a ZIP file is an archive of files, and not one document. ReadError `damaged` where it has no directory. */
export async function isArchive(bytes: Buffer): Promise<boolean> {
  const zip = await open(bytes);
  let looked = 0;
  for await (const entry of entriesOf(zip)) {
    if (isPart(entry)) return false;
    if (++looked >= LOOKED_AT) break;
  }
  return true;
}

const isPart = ({ fileNameRaw }: yauzl.Entry): boolean =>
  PARTS.has(fileNameRaw.toString('latin1').replaceAll('\\', '/'));

/**
 * Lists the files of an archive, in memory or open under a file descriptor, which stays open; strays left out. Throws
 * ReadError `bomb` past the budget, `encrypted`, `damaged`.
 */
export async function openArchive(source: Buffer | number, budget: Budget): Promise<Entries> {
  const zip = await open(source);
  const all: yauzl.Entry[] = [];
  for await (const entry of entriesOf(zip)) {
    budget.entries -= 1;
    budget.bytes -= entry.uncompressedSize;
    if (budget.entries < 0) throw new ReadError('bomb', 'too many entries');
    if (budget.bytes < 0) throw new ReadError('bomb', 'it unpacks to too many bytes');
    all.push(entry);
  }
  const names = decodeNames(
    all.map(({ fileNameRaw, generalPurposeBitFlag, extraFields }) => ({
      bytes: fileNameRaw,
      isUtf8: (generalPurposeBitFlag & UTF8) !== 0,
      extraFields,
    })),
  );
  const files = all.flatMap((entry, i) => {
    const name = names[i] as string;
    return /[/\\]$/.test(name) || isLink(entry) ? [] : [{ path: cleanPath(name), entry }];
  });
  return {
    files: files.filter(({ path }) => !isStray(path)),
    strays: files.flatMap(({ path }) => (isStray(path) ? [path] : [])),
    isDocument: all.some(isPart),
    content: (entry) => contentOf(zip, entry),
  };
}

/** The bytes of a file that was listed, of an archive that is opened again. Throws as `content` does. */
export async function* contentAgain(fd: number, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  yield* contentOf(await open(fd), entry);
}

/** Why a file is not even unpacked, by what the directory says of it. */
export function refusal(entry: yauzl.Entry, maxBytes: number): ReadError | null {
  const size = entry.uncompressedSize;
  if (entry.isEncrypted()) return new ReadError('encrypted', 'the member has a password');
  if (isSwollen(entry)) return new ReadError('bomb', `unpacks to ${size} bytes`);
  if (size > maxBytes) return new ReadError('too_large', `${size} bytes, ${maxBytes} allowed`);
  if (entry.canDecodeFileData()) return null;
  return new ReadError('unsupported_type', `compression method ${entry.compressionMethod}`);
}

/** General purpose bit 11: the name is UTF-8 (APPNOTE.TXT 4.4.4). */
const UTF8 = 0x800;
/** Upper half of the external attributes: the mode of a file on Unix. */
const isLink = ({ externalFileAttributes }: yauzl.Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;

function open(source: Buffer | number): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    // Sizes are checked here: yauzl would refuse the whole archive for one member that lies.
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false };
    const opened = (error: Error | null, zip: yauzl.ZipFile) => (error ? reject(failureOf(error)) : resolve(zip));
    if (typeof source === 'number') yauzl.fromFd(source, options, opened);
    else yauzl.fromBuffer(source, options, opened);
  });
}

async function* entriesOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | null>((resolve, reject) => {
      zip.removeAllListeners();
      zip.once('entry', resolve);
      zip.once('end', () => resolve(null));
      zip.once('error', (error: Error) => reject(failureOf(error)));
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

async function* contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  let [size, sum] = [0, 0];
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw new ReadError('bomb', 'more bytes than the directory says');
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw failureOf(error as Error);
  }
  if (size < entry.uncompressedSize) throw new ReadError('damaged', 'fewer bytes than the directory says');
  if (sum !== entry.crc32) throw new ReadError('damaged', 'the checksum is another');
}

function failureOf(error: Error): ReadError {
  if (error instanceof ReadError) return error;
  return new ReadError(/strong encryption/.test(error.message) ? 'encrypted' : 'damaged', error.message);
}
