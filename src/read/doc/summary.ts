/** The title in the stream SummaryInformation ([MS-OLEPS] 2.21; [MS-OSHARED] 2.3.3.2.1). */
import { DECODERS, detectEncoding, vietnamese } from '../encoding/detect.ts';
import type { Reading } from '../reading.ts';
import { isRangeError } from './range.ts';

const CODE_PAGE = 1;
const TITLE = 2;
const [STRING, WIDE_STRING] = [0x1e, 0x1f];
const [UTF_16, UTF_8] = [1200, 65001];

/** The document's title as written, or null where the stream has none or is broken. */
export function parseTitle(stream: Buffer): string | null {
  try {
    return title(stream);
  } catch (error) {
    if (isRangeError(error)) return null;
    throw error;
  }
}

function title(stream: Buffer): string | null {
  const set = stream.subarray(stream.readUInt32LE(44));
  const count = Math.min(set.readUInt32LE(4), Math.floor((set.length - 8) / 8));
  const properties = new Map<number, Buffer>();
  for (let i = 0; i < count; i++) {
    properties.set(set.readUInt32LE(8 + 8 * i), set.subarray(set.readUInt32LE(12 + 8 * i)));
  }
  const value = properties.get(TITLE);
  if (!value) return null;
  const type = value.readUInt32LE(0);
  const length = value.readUInt32LE(4);
  if (type === WIDE_STRING) return shown(value.toString('utf16le', 8, 8 + 2 * length));
  if (type !== STRING) return null;
  return shown(decoder(properties.get(CODE_PAGE)?.readUInt16LE(4)).decode(value.subarray(8, 8 + length)));
}

const shown = (text: string): string | null => (text.split('\0', 1)[0] as string).trim() || null;

function decoder(codePage: number | undefined) {
  const label = codePage === UTF_16 ? 'utf-16le' : codePage === UTF_8 ? 'utf-8' : `windows-${codePage}`;
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('windows-1252');
  }
}

/** Word takes a title from the document's first words, in the letters they were written in: `encoding` is the document's. */
export function decodeTitle(written: string, encoding: Reading['encoding']): string {
  const own = detectEncoding(written);
  const legacy = own === 'unicode' && (encoding === 'tcvn3' || encoding === 'vni') ? encoding : own;
  const decoded = DECODERS[legacy](written);
  return vietnamese(decoded).syllables > vietnamese(written).syllables ? decoded : written;
}
