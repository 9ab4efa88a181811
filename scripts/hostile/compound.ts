/** OLE2 compound files ([MS-CFB]) of a few streams, each kept in sectors of 512 bytes. */
const SECTOR = 512;
const [END, FREE, FAT] = [0xfffffffe, 0xffffffff, 0xfffffffd];
/** Shorter streams would live in the mini stream (2.2). */
const LEAST = 4096;

export function compoundOf(streams: Readonly<Record<string, Buffer>>): Buffer {
  const contents = Object.entries(streams).map(([name, content]) => ({ name, content: padded(content) }));
  const directorySectors = Math.ceil((contents.length + 1) / 4);
  const total = directorySectors + contents.reduce((sum, { content }) => sum + content.length / SECTOR, 0);
  const fatSectors = Math.ceil((total + 1) / (SECTOR / 4 - 1));
  const fat = Buffer.alloc(fatSectors * SECTOR, 0xff);
  const body: Buffer[] = [];
  let next = fatSectors;
  for (let i = 0; i < fatSectors; i++) fat.writeUInt32LE(FAT, 4 * i);
  const place = (content: Buffer): number => {
    const start = next;
    const count = content.length / SECTOR;
    for (let i = 0; i < count; i++) fat.writeUInt32LE(i === count - 1 ? END : start + i + 1, 4 * (start + i));
    next += count;
    body.push(content);
    return start;
  };
  const starts = contents.map(({ content }) => place(content));
  const directory = Buffer.alloc(directorySectors * SECTOR);
  entry(directory, 0, 'Root Entry', 5, END, 0, contents.length > 0 ? 1 : FREE, FREE);
  for (const [i, { name, content }] of contents.entries()) {
    const right = i + 1 < contents.length ? i + 2 : FREE;
    entry(directory, i + 1, name, 2, starts[i] as number, content.length, FREE, right);
  }
  const directoryAt = place(directory);
  const header = Buffer.alloc(SECTOR, 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(fatSectors, 44);
  header.writeUInt32LE(directoryAt, 48);
  header.writeUInt32LE(LEAST, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let i = 0; i < 109; i++) header.writeUInt32LE(i < fatSectors ? i : FREE, 76 + 4 * i);
  return Buffer.concat([header, fat, ...body]);
}

function padded(content: Buffer): Buffer {
  const size = Math.max(LEAST, Math.ceil(content.length / SECTOR) * SECTOR);
  return Buffer.concat([content, Buffer.alloc(size - content.length)]);
}

function entry(
  directory: Buffer,
  index: number,
  name: string,
  type: number,
  start: number,
  size: number,
  child: number,
  right: number,
): void {
  const at = index * 128;
  directory.write(name, at, 'utf16le');
  directory.writeUInt16LE(2 * name.length + 2, at + 64);
  directory.writeUInt8(type, at + 66);
  directory.writeUInt8(1, at + 67);
  directory.writeUInt32LE(FREE, at + 68);
  directory.writeUInt32LE(right, at + 72);
  directory.writeUInt32LE(child, at + 76);
  directory.writeUInt32LE(start, at + 116);
  directory.writeUInt32LE(size, at + 120);
}
