/** ZIP files, honest and not. */
import { crc32, deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';

export type Parts = Readonly<Record<string, string | Buffer>>;

export async function zipOf(parts: Parts): Promise<Buffer> {
  const zip = new JSZip();
  const date = new Date('2026-01-01T00:00:00Z');
  for (const [name, content] of Object.entries(parts)) zip.file(name, content, { date, createFolders: false });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** An archive's parts, unpacked. */
export async function partsOf(bytes: Buffer): Promise<Record<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts: Record<string, Buffer> = {};
  for (const file of Object.values(zip.files)) if (!file.dir) parts[file.name] = await file.async('nodebuffer');
  return parts;
}

/** The archive with `declared` as the unpacked size of each part of `size` bytes, in both of its directories. */
export function withLie(bytes: Buffer, size: number, declared: number): Buffer {
  const copy = Buffer.from(bytes);
  const [truth, lie] = [Buffer.alloc(4), Buffer.alloc(4)];
  truth.writeUInt32LE(size);
  lie.writeUInt32LE(declared);
  for (let at = copy.indexOf(truth); at !== -1; at = copy.indexOf(truth, at + 4)) lie.copy(copy, at);
  return copy;
}

/** An archive of `count` names that are all the same `content` of `size` bytes: its parts overlap (D. Fifield, 2019). */
export function overlapping(content: string, count: number, name: (i: number) => string): Buffer {
  const raw = Buffer.from(content);
  const packed = deflateRawSync(raw);
  const head = (signature: number, central: boolean, file: string): Buffer => {
    const bytes = Buffer.alloc(central ? 46 : 30);
    bytes.writeUInt32LE(signature, 0);
    const at = central ? 6 : 4;
    bytes.writeUInt16LE(20, at);
    bytes.writeUInt16LE(8, at + 4);
    bytes.writeUInt32LE(crc32(raw), at + 10);
    bytes.writeUInt32LE(packed.length, at + 14);
    bytes.writeUInt32LE(raw.length, at + 18);
    bytes.writeUInt16LE(file.length, at + 22);
    return Buffer.concat([bytes, Buffer.from(file)]);
  };
  const local = Buffer.concat([head(0x04034b50, false, name(0)), packed]);
  const central = Buffer.concat(Array.from({ length: count }, (_, i) => head(0x02014b50, true, name(i))));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
