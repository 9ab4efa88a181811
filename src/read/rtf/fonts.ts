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

/** Decodes bytes set in `font`: legacy Vietnamese fonts keep theirs as Latin 1, for the letters to be told later. */
export function decodeBytes(bytes: readonly number[], font: RtfFont | undefined, ansi: number | null): string {
  const raw = Buffer.from(bytes);
  if (font && legacyFont(font.name)) return raw.toString('latin1');
  if (font?.charset === SYMBOLS) return String.fromCharCode(...bytes.map((byte) => 0xf000 + byte));
  const label = CODE_PAGES[font?.charset ?? -1] ?? (ansi === null ? FALLBACK : `windows-${ansi}`);
  return raw.length === 1 ? letters(label).charAt(raw[0] as number) : decoder(label).decode(raw);
}

const tables = new Map<string, string>();

/** The 256 letters of a code page; the bytes of a file come one by one, and asking a decoder for each takes long. */
function letters(label: string): string {
  const known = tables.get(label);
  if (known !== undefined) return known;
  const table = Array.from({ length: 256 }, (_, byte) => decoder(label).decode(Uint8Array.of(byte)).charAt(0)).join('');
  tables.set(label, table);
  return table;
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoder(label: string) {
  let found = decoders.get(label);
  if (!found) {
    try {
      found = new TextDecoder(label);
    } catch {
      found = new TextDecoder(FALLBACK);
    }
    decoders.set(label, found);
  }
  return found;
}
