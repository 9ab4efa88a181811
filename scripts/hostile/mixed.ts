/** Files that are two things at once, and pictures that claim to be enormous. */
import { crc32, deflateSync } from 'node:zlib';
import { zipOf } from './archive.ts';
import { docxOf, paragraph } from './docx.ts';
import { GOOD, type HostileFile } from './file.ts';
import { pdfOf } from './pdf.ts';

const minimalPdf = (): Buffer => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Kids[]/Count 0>>']);
const minimalDocx = (): Promise<Buffer> =>
  docxOf(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(GOOD)}</w:body></w:document>`,
  );

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A baseline JPEG's head that claims a size, and nothing of the picture. */
function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from('ffc0000b08000000000101110000', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const table = Buffer.concat([Buffer.from('ffdb004300', 'hex'), Buffer.alloc(64, 1)]);
  return Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    table,
    frame.subarray(0, 13),
    Buffer.from('ffda0008010100003f00', 'hex'),
    Buffer.alloc(100, 0x55),
    Buffer.from('ffd9', 'hex'),
  ]);
}

/** A TIFF of directories of tags; `next` is the offset of the directory after the only one. */
export function tiff(
  tags: readonly [tag: number, type: number, count: number, value: number][],
  next: number,
  data: Uint8Array = Buffer.alloc(64),
): Buffer {
  const bytes = Buffer.alloc(8 + 2 + 12 * tags.length + 4);
  bytes.write('II*\0', 0, 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(tags.length, 8);
  for (const [i, [tag, type, count, value]] of tags.entries()) {
    const at = 10 + 12 * i;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(count, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  }
  bytes.writeUInt32LE(next, 10 + 12 * tags.length);
  return Buffer.concat([bytes, data]);
}
/** An uncompressed grey picture, whose pixels follow its only directory of nine tags. */
export const tiffOf = (width: number, height: number, next: number, data: Uint8Array = Buffer.alloc(64)): Buffer =>
  tiff(
    [
      [256, 4, 1, width],
      [257, 4, 1, height],
      [258, 3, 1, 8],
      [259, 3, 1, 1],
      [262, 3, 1, 1],
      [273, 4, 1, 122],
      [277, 3, 1, 1],
      [278, 4, 1, height],
      [279, 4, 1, data.length],
    ],
    next,
    data,
  );

const NOT_A_PICTURE = ['unsupported_type', 'damaged', 'bomb', 'too_large', 'too_many_pages', 'no_text'] as const;

export const POLYGLOTS: HostileFile[] = [
  {
    name: 'PDF before a DOCX.pdf',
    comesTo: ['damaged', 'read', 'no_text'],
    make: async () => Buffer.concat([minimalPdf(), await minimalDocx()]),
  },
  {
    name: 'DOCX before a PDF.docx',
    comesTo: ['damaged', 'read'],
    make: async () => Buffer.concat([await minimalDocx(), minimalPdf()]),
  },
  {
    name: 'HTML around a PDF.html',
    comesTo: ['damaged', 'no_text', 'read'],
    make: () =>
      Buffer.concat([Buffer.from(`<html><body>${GOOD}<!--\n`), minimalPdf(), Buffer.from('--></body></html>')]),
  },
  {
    name: 'PDF whose comment is a page.pdf',
    comesTo: ['damaged', 'no_text'],
    make: () => Buffer.concat([minimalPdf(), Buffer.from('%<html><script>alert(1)</script></html>')]),
  },
  {
    name: 'DOCX, ODT and XLSX at once.docx',
    comesTo: ['read', 'damaged', 'empty', 'unsupported_type'],
    make: () =>
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': '<x/>',
        'xl/workbook.xml': '<x/>',
        'word/document.xml': '<x/>',
        '[Content_Types].xml': '<Types/>',
      }),
  },
  {
    name: 'RTF that is a page.rtf',
    comesTo: ['damaged', 'read', 'empty'],
    make: () => Buffer.from('{\\rtf1<html><script>alert(1)</script>'),
  },
  {
    name: 'GIF that is a script.gif',
    comesTo: ['unsupported_type', 'read', 'damaged'],
    make: () => Buffer.from('GIF89a/*\0\0\0*/=1;alert(1)'),
  },
  {
    name: 'program.exe',
    comesTo: ['unsupported_type'],
    make: () => Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(5000, 7)]),
  },
];

export const IMAGES: HostileFile[] = [
  {
    name: 'four milliard by four milliard.png',
    comesTo: NOT_A_PICTURE,
    make: () => png(0x7fffffff, 0x7fffffff, Buffer.alloc(100)),
  },
  {
    name: '60,000 by 60,000, packed well.png',
    comesTo: NOT_A_PICTURE,
    make: () => png(60_000, 60_000, Buffer.alloc(60_000_000)),
  },
  { name: 'no pixels.png', comesTo: NOT_A_PICTURE, make: () => png(0, 0, Buffer.alloc(0)) },
  {
    name: 'data of 300 MB for one pixel.png',
    comesTo: NOT_A_PICTURE,
    make: () => png(1, 1, Buffer.alloc(300_000_000)),
  },
  {
    name: 'words without end.png',
    comesTo: NOT_A_PICTURE,
    make: () =>
      Buffer.concat([
        Buffer.from('89504e470d0a1a0a', 'hex'),
        chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
        chunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(300_000_000))])),
        chunk('IEND', Buffer.alloc(0)),
      ]),
  },
  { name: '65,000 by 65,000.jpg', comesTo: NOT_A_PICTURE, make: () => jpeg(65_000, 65_000) },
  { name: 'no rows.jpg', comesTo: NOT_A_PICTURE, make: () => jpeg(100, 0) },
  { name: 'four milliard by four milliard.tif', comesTo: NOT_A_PICTURE, make: () => tiffOf(0xffffffff, 0xffffffff, 0) },
  { name: 'directory that follows itself.tif', comesTo: NOT_A_PICTURE, make: () => tiffOf(1, 1, 8) },
  {
    name: 'tags that count milliards.tif',
    comesTo: NOT_A_PICTURE,
    make: () =>
      tiff(
        [
          [256, 4, 1, 10],
          [257, 4, 1, 10],
          [273, 4, 0xffffffff, 8],
          [279, 4, 0xffffffff, 8],
          [258, 3, 0xffffffff, 8],
        ],
        0,
      ),
  },
];
