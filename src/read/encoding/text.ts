import type { SourceDocument } from '../../model/index.ts';
import { ReadError } from '../../model/read-error.ts';
import { HEAPED } from '../clean.ts';
import { LONGEST, MOST_PARTS } from '../compose.ts';
import { hasByteOrderMark16 } from '../sniff.ts';
import { DECODERS, detectEncoding, type TextEncoding, vietnamese } from './detect.ts';
import { summary } from './runs.ts';

export type DecodedText = {
  text: string;
  encoding: SourceDocument['encoding'];
  /** What it was written in where that was not Unicode; VIQR and Windows-1258 have no name in the contract. */
  source: string[];
};

/**
 * Plain text of any encoding officials used, told by its bytes and its letters, line by line where encodings mix.
 * Null for bytes that are Vietnamese in none of them: what was not detected is not decoded. Throws ReadError `too_large`.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const unicode = decodeUnicode(bytes);
  if (unicode !== null) return decodeLines(unicode);
  const latin = decodeLines(Buffer.from(bytes).toString('latin1'));
  if (latin.source.length > 0 && isVietnamese(latin.text.slice(0, SAMPLE))) return latin;
  // Windows-1258 writes tones as marks of their own; read as Latin 1 those would be letters of the others.
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  return isVietnamese(windows.slice(0, SAMPLE))
    ? { text: windows, encoding: 'unicode', source: ['windows-1258'] }
    : null;
}

function decodeUnicode(bytes: Uint8Array): string | null {
  const order = hasByteOrderMark16(bytes);
  const label = order === null ? 'utf-8' : order === 'LE' ? 'utf-16le' : 'utf-16be';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes).replace(HEAPED, '$1');
  } catch {
    return null;
  }
}

/** As many letters as tell what a document is written in. */
const SAMPLE = 300_000;

function decodeLines(text: string): DecodedText {
  checkSize(text);
  const whole = detectEncoding(text.slice(0, SAMPLE));
  const used = new Set<TextEncoding>();
  const decoded = text
    .split('\n')
    .map((line) => {
      // A short line proves nothing of itself and goes with the document.
      const own = detectEncoding(line);
      const encoding = own === 'unicode' && !isVietnamese(line) ? whole : own;
      const result = DECODERS[encoding](line);
      if (result !== line || isVietnamese(line)) used.add(encoding);
      return result;
    })
    .join('\n');
  const names = [...used].filter((encoding) => encoding !== 'unicode');
  const contract = new Set([...used].map((encoding) => (encoding === 'viqr' ? 'unicode' : encoding)));
  return { text: decoded, encoding: summary(contract), source: names };
}

/** Throws ReadError `too_large` before each line is looked at in every encoding. */
function checkSize(text: string): void {
  if (text.length > LONGEST) throw new ReadError('too_large', `${text.length} characters, ${LONGEST} allowed`);
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  if (lines > 2 * MOST_PARTS) throw new ReadError('too_large', `${lines} lines, ${2 * MOST_PARTS} allowed`);
}

function isVietnamese(text: string): boolean {
  const { marked, syllables } = vietnamese(text);
  return syllables > 0 && syllables >= marked / 2;
}
