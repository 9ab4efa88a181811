import { crc32 } from 'node:zlib';
import iconv from 'iconv-lite';
import { vietnamese } from '../encoding/detect.ts';
import { decodeTcvn3 } from '../encoding/tcvn3.ts';
import { decodeVni } from '../encoding/vni.ts';

/** A name as the archive keeps it. */
export type RawName = { bytes: Buffer; isUtf8: boolean; extraFields: readonly { id: number; data: Buffer }[] };

const UNICODE_PATH = 0x7075;
const cp437 = (bytes: Buffer): string => iconv.decode(bytes, 'cp437');
const latin1 = (bytes: Buffer): string => bytes.toString('latin1');

/**
 * What names without the Unicode flag are written in. APPNOTE.TXT D.1 says code page 437; Windows set to Vietnamese
 * writes 1258, and names typed in a .Vn or VNI font are Latin letters, kept as they are or carried over to page 437.
 */
const DECODERS: readonly ((bytes: Buffer) => string)[] = [
  cp437,
  (bytes) => new TextDecoder('windows-1258').decode(bytes),
  (bytes) => decodeTcvn3(latin1(bytes)),
  (bytes) => decodeVni(latin1(bytes)),
  (bytes) => decodeTcvn3(cp437(bytes)),
  (bytes) => decodeVni(cp437(bytes)),
];
/** The share of a name's words with letters beyond ASCII that must be Vietnamese syllables. */
const RIGHT = 0.7;

/** The names of one archive as text. Those that do not say what they are written in are guessed together. */
export function decodeNames(names: readonly RawName[]): string[] {
  const known = names.map(unicodeName);
  const decode = decoderOf(names.flatMap(({ bytes }, i) => (known[i] === null ? [bytes] : [])));
  return names.map(({ bytes }, i) => known[i] ?? decode(bytes));
}

/** A name that is Unicode by its flag, by Info-ZIP's extra field (APPNOTE.TXT 4.6.9) or, as macOS leaves it, by its bytes. */
function unicodeName({ bytes, isUtf8, extraFields }: RawName): string | null {
  for (const { id, data } of extraFields) {
    const isOurs = id === UNICODE_PATH && data.length > 5 && data[0] === 1 && data.readUInt32LE(1) === crc32(bytes);
    if (isOurs) return data.subarray(5).toString('utf8');
  }
  if (isUtf8) return bytes.toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decoderOf(names: readonly Buffer[]): (bytes: Buffer) => string {
  let best = { decode: cp437, share: RIGHT };
  for (const decode of DECODERS) {
    const { marked, syllables } = vietnamese(names.map(decode).join('\n'));
    if (syllables > 0 && syllables / marked > best.share) best = { decode, share: syllables / marked };
  }
  return best.decode;
}

/** C0, C1, line and paragraph separators, and the marks that turn the direction of writing. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const LONGEST = 1000;

/** A name to show: folders and file between "/", nothing that leads out or upwards. It is no path of any disk. */
export function cleanPath(name: string): string {
  const folders = name.toWellFormed().replace(UNPRINTABLE, '').normalize('NFC').split(/[/\\]/);
  const path = folders
    .map((folder) => folder.trim())
    .filter((folder) => !/^(?:|\.{1,2}|[a-z]:)$/i.test(folder))
    .join('/');
  return path.slice(-LONGEST).toWellFormed() || 'document';
}

/** What an operating system or an office program leaves in a folder without anybody wanting it. */
const STRAY = /^(?:\.|~\$|~wr[ld]\d+\.tmp$|__macosx$|thumbs\.db$|desktop\.ini$)/i;
export const isStray = (path: string): boolean => path.split('/').some((folder) => STRAY.test(folder));
