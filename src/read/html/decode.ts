import { hasByteOrderMark16 } from '../sniff.ts';

/** The page as text: by its byte order mark, as UTF-8 where it is that, else as it declares itself (HTML standard, 13.2.3). */
export function decodeHtml(bytes: Buffer): string {
  const order = hasByteOrderMark16(bytes);
  if (order !== null) return new TextDecoder(order === 'LE' ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(declared(bytes)).decode(bytes);
  }
}

function declared(bytes: Buffer): string {
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1];
  try {
    return new TextDecoder(label).encoding === 'utf-8' ? 'windows-1252' : (label as string);
  } catch {
    return 'windows-1252';
  }
}
