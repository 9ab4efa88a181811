/** What the bytes are, whatever the file is called. `text` covers UTF-8 and UTF-16 with a byte order mark. */
export type FileType = 'pdf' | 'zip' | 'ole2' | 'rtf' | 'html' | 'jpeg' | 'png' | 'tiff' | 'text' | 'unknown';

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);
const ascii = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');

/** Tells a file's type by its first bytes, text by having no bytes that text never has. */
export function sniff(bytes: Uint8Array): FileType {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole2';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])) return 'tiff';
  const head = ascii(bytes, 1024);
  // Readers accept junk before the header within the first 1024 bytes (PDF 1.7 reference, appendix H, note 13).
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml)/i.test(head)) return 'html';
  return hasByteOrderMark16(bytes) || isTextual(bytes) ? 'text' : 'unknown';
}

/** "LE", "BE" or null by the first two bytes. */
export function hasByteOrderMark16(bytes: Uint8Array): 'LE' | 'BE' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'LE';
  return startsWith(bytes, [0xfe, 0xff]) ? 'BE' : null;
}

/** No NUL, and hardly any control character but tab, line ends and form feed. */
function isTextual(bytes: Uint8Array): boolean {
  let control = 0;
  for (const byte of bytes) {
    if (byte === 0) return false;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control++;
  }
  return control <= bytes.length / 1000;
}
