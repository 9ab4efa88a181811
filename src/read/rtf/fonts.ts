import { legacyFont } from '../encoding/fonts.ts';

export type RtfFont = { name: string; charset: number | null };

/** Windows code pages of RTF's "\fcharset" (specification 1.9.1, "Font table"); what is not here is the document's own. */
const CODE_PAGES: Record<number, string> = {
  0: 'windows-1252',
  161: 'windows-1253',
  163: 'windows-1258',
  204: 'windows-1251',
  238: 'windows-1250',
};
/** Bullets and dingbats, as private characters of Unicode (clean.ts knows those officials use). */
const SYMBOLS = 2;
const FALLBACK = 'windows-1252';

/** Decodes `bytes` (as Latin 1) set in `font`: legacy Vietnamese fonts keep theirs, for the letters to be told later. */
export function decodeBytes(bytes: string, font: RtfFont | undefined, ansi: number | null): string {
  if (font && legacyFont(font.name)) return bytes;
  if (font?.charset === SYMBOLS) return mapped(bytes, (byte) => String.fromCharCode(0xf000 + byte));
  const table = letters(CODE_PAGES[font?.charset ?? -1] ?? (ansi === null ? FALLBACK : `windows-${ansi}`));
  return mapped(bytes, (byte) => table.charAt(byte));
}

const mapped = (bytes: string, letter: (byte: number) => string): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += letter(bytes.charCodeAt(i));
  return text;
};

const tables = new Map<string, string>();

/** The 256 letters of a code page: asking a decoder for each byte takes long. */
function letters(label: string): string {
  const known = tables.get(label);
  if (known !== undefined) return known;
  const decoder = decoderOf(label);
  const table = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)).charAt(0)).join('');
  tables.set(label, table);
  return table;
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(FALLBACK);
  }
}
