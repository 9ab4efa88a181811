/** ZIP files for tests, honest ones and others: every field a directory has may be given. */
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = {
  name: string | Uint8Array;
  content?: string | Uint8Array;
  /** General purpose bits; by default bit 11, the name is UTF-8. */
  flags?: number;
  method?: number;
  /** What the directory says of the size; by default the truth. */
  size?: number;
  crc?: number;
  /** Upper half of the external attributes: the mode on Unix. */
  mode?: number;
};

export const ENCRYPTED = 0x801;

const numbers = (...fields: [size: 2 | 4, value: number][]): Buffer =>
  Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );

/** The bytes of a ZIP file with these entries (APPNOTE.TXT 4.3). */
export function zipOf(entries: readonly ZipEntry[]): Buffer<ArrayBuffer> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', flags = 0x800, method = 8, size, crc, mode = 0 } of entries) {
    const [label, bytes] = [Buffer.from(name as string), Buffer.from(content as string)];
    const data = method === 8 ? deflateRawSync(bytes) : bytes;
    const common = numbers(
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0],
      [4, crc ?? crc32(bytes)],
      [4, data.length],
      [4, size ?? bytes.length],
      [2, label.length],
      [2, 0],
    );
    files.push(numbers([4, 0x04034b50]), common, label, data);
    const rest = numbers([2, 0], [2, 0], [2, 0], [2, 0], [2, mode], [4, at]);
    directory.push(numbers([4, 0x02014b50], [2, (3 << 8) | 20]), common, rest, label);
    at += 4 + common.length + label.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const count = Math.min(entries.length, 0xffff);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, at], [2, 0]);
  return Buffer.concat([...files, listed, end]);
}
