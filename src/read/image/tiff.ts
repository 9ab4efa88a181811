/** TIFF files (TIFF 6.0; compressed bilevel pages: section 11, ITU-T T.4 and T.6; JPEG: TIFF Technical Note 2). */
import { ReadError } from '../../model/read-error.ts';
import type { PagePart, PicturePage } from './picture-page.ts';

/** The values of a directory's numeric tags. */
export type Tags = ReadonlyMap<number, readonly number[]>;

const TAG = {
  kind: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  lengths: 279,
  xResolution: 282,
  yResolution: 283,
  planar: 284,
  t4Options: 292,
  resolutionUnit: 296,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileLengths: 325,
  extra: 338,
  jpegTables: 347,
} as const;

const SIZES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 16: 8 };
/** Strips of a page beyond these are of no scanner. */
const MOST_VALUES = 100_000;
const ROTATIONS: Record<number, PicturePage['rotate']> = { 3: 180, 6: 90, 8: 270 };

const isLittle = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 2) === 'II';

/** The tags of the first directory of a TIFF, which Exif is one of; null where there is none. */
export function firstDirectory(bytes: Buffer): Tags | null {
  if (bytes.length < 8) return null;
  const little = isLittle(bytes);
  return directory(bytes, little, little ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4))?.tags ?? null;
}

function directory(bytes: Buffer, little: boolean, at: number): { tags: Tags; next: number } | null {
  const u16 = (offset: number): number => (little ? bytes.readUInt16LE(offset) : bytes.readUInt16BE(offset));
  const u32 = (offset: number): number => (little ? bytes.readUInt32LE(offset) : bytes.readUInt32BE(offset));
  if (at < 8 || at + 2 > bytes.length) return null;
  const count = u16(at);
  if (at + 2 + count * 12 + 4 > bytes.length) return null;
  const tags = new Map<number, number[]>();
  for (let entry = at + 2, i = 0; i < count; i++, entry += 12) {
    const [tag, type, length] = [u16(entry), u16(entry + 2), u32(entry + 4)];
    const size = SIZES[type];
    if (!size || length > MOST_VALUES) continue;
    const from = size * length <= 4 ? entry + 8 : u32(entry + 8);
    if (from + size * length > bytes.length) continue;
    const value = (offset: number): number => {
      if (type === 3) return u16(offset);
      if (type === 4) return u32(offset);
      if (type === 5) return u32(offset) / (u32(offset + 4) || 1);
      return bytes.readUInt8(offset);
    };
    tags.set(
      tag,
      Array.from({ length }, (_, n) => value(from + n * size)),
    );
  }
  return { tags, next: u32(at + 2 + count * 12) };
}

/** The pages of a TIFF; previews and masks among its directories are left out. */
export function tiffPages(bytes: Buffer, maxPages: number): PicturePage[] {
  const little = isLittle(bytes);
  const pages: PicturePage[] = [];
  const seen = new Set<number>();
  let at = bytes.length < 8 ? 0 : little ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  while (at !== 0 && !seen.has(at)) {
    seen.add(at);
    const found = directory(bytes, little, at);
    if (!found) throw new ReadError('damaged', 'a directory outside the file');
    const reduced = (found.tags.get(TAG.kind)?.[0] ?? 0) & 0b101;
    if (!reduced && found.tags.has(TAG.width)) pages.push(pageOf(bytes, found.tags, little));
    if (pages.length > maxPages) throw new ReadError('too_many_pages', `more than ${maxPages} pages`);
    at = found.next;
  }
  if (pages.length === 0) throw new ReadError('damaged', 'a TIFF without pages');
  return pages;
}

function pageOf(bytes: Buffer, tags: Tags, little: boolean): PicturePage {
  const one = (tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;
  const [width, height] = [one(TAG.width, 0), one(TAG.height, 0)];
  const unit = [1, 1, 1, 2.54][one(TAG.resolutionUnit, 2)] ?? 1;
  const [x, y] = [one(TAG.xResolution, 0) * unit, one(TAG.yResolution, one(TAG.xResolution, 0)) * unit];
  const entries = entriesOf(tags, little);
  return {
    width,
    height,
    dpi: x > 0 && y > 0 ? [x, y] : null,
    rotate: ROTATIONS[one(TAG.orientation, 1)] ?? 0,
    parts: places(tags, width, height).flatMap(({ offset, length, ...place }): PagePart[] => {
      const part = bytes.subarray(offset, offset + length);
      return part.length === 0 ? [] : [{ entries: entries(place), bytes: asStored(part, tags), ...place }];
    }),
  };
}

type Place = { x: number; y: number; width: number; height: number };

/** Where the page's strips or tiles lie on it and in the file. */
function places(tags: Tags, width: number, height: number): (Place & { offset: number; length: number })[] {
  const [tileWidth, tileHeight] = [tags.get(TAG.tileWidth)?.[0], tags.get(TAG.tileHeight)?.[0]];
  const tiled = tileWidth !== undefined && tileHeight !== undefined;
  const offsets = tags.get(tiled ? TAG.tileOffsets : TAG.offsets) ?? [];
  const lengths = tags.get(tiled ? TAG.tileLengths : TAG.lengths) ?? offsets.map(() => Number.MAX_SAFE_INTEGER);
  const rows = Math.max(1, tiled ? tileHeight : Math.min(height, tags.get(TAG.rowsPerStrip)?.[0] ?? height));
  const columns = Math.max(1, tiled ? tileWidth : width);
  const across = Math.max(1, Math.ceil(width / columns));
  return offsets.flatMap((offset, i) => {
    const [x, y] = [(i % across) * columns, Math.floor(i / across) * rows];
    if (y >= height) return [];
    return [
      { offset, length: lengths[i] ?? 0, x, y, width: columns, height: tiled ? rows : Math.min(rows, height - y) },
    ];
  });
}

const [NONE, CCITT_2, CCITT_3, CCITT_4, LZW, JPEG, DEFLATE, PACK_BITS, OLD_DEFLATE] = [
  1, 2, 3, 4, 5, 7, 8, 32773, 32946,
];

/** The entries of a part's image dictionary: what TIFF's tags are called in PDF (PDF 32000-1, 7.4 and 8.9.5). */
function entriesOf(tags: Tags, little: boolean): (place: Place) => string {
  const one = (tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;
  const [compression, photometric] = [one(TAG.compression, NONE), one(TAG.photometric, 0)];
  const [bits, samples] = [one(TAG.bits, 1), one(TAG.samples, 1)];
  const unsupported = (what: string): never => {
    throw new ReadError('unsupported_type', `a TIFF with ${what}`);
  };
  if (![1, 2, 4, 8].includes(bits) && !(bits === 16 && !little)) unsupported(`${bits} bits a sample`);
  if (samples > 1 && one(TAG.planar, 1) !== 1) unsupported('its colours apart');
  if (tags.has(TAG.extra)) unsupported('opacity');
  const fax = compression === CCITT_2 || compression === CCITT_3 || compression === CCITT_4;
  const space = spaceOf(tags) ?? unsupported(`photometric interpretation ${photometric}`);
  // White is zero: fax codes say so themselves, others have their samples turned over.
  const decode = photometric === 0 && !fax ? ' /Decode [1 0]' : '';
  return ({ width, height }) => {
    const predictor =
      one(TAG.predictor, 1) === 2 ? `/Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width}` : '';
    return `/ColorSpace ${space} /BitsPerComponent ${bits}${decode} ${filter(width, height, predictor)}`;
  };

  function filter(width: number, height: number, predictor: string): string {
    const turned = photometric === 1 ? ' /BlackIs1 true' : '';
    const faxed = (k: number, more = ''): string =>
      `/Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${height}${turned}${more} /EndOfBlock false >>`;
    const twoWays = (one(TAG.t4Options, 0) & 1) === 1;
    switch (compression) {
      case NONE:
        return '';
      case CCITT_2:
        return faxed(0, ' /EncodedByteAlign true');
      case CCITT_3:
        return faxed(twoWays ? 1 : 0, (one(TAG.t4Options, 0) & 4) === 4 ? ' /EncodedByteAlign true' : '');
      case CCITT_4:
        return faxed(-1);
      case LZW:
        return `/Filter /LZWDecode /DecodeParms << ${predictor} >>`;
      case DEFLATE:
      case OLD_DEFLATE:
        return `/Filter /FlateDecode /DecodeParms << ${predictor} >>`;
      case PACK_BITS:
        return '/Filter /RunLengthDecode';
      case JPEG:
        return `/Filter /DCTDecode /DecodeParms << /ColorTransform ${photometric === 6 ? 1 : 0} >>`;
      default:
        return unsupported(`compression ${compression}`);
    }
  }
}

function spaceOf(tags: Tags): string | null {
  const [photometric, samples, bits] = [
    tags.get(TAG.photometric)?.[0] ?? 0,
    tags.get(TAG.samples)?.[0] ?? 1,
    tags.get(TAG.bits)?.[0] ?? 1,
  ];
  if (photometric <= 1 && samples === 1) return '/DeviceGray';
  if ((photometric === 2 || (photometric === 6 && tags.get(TAG.compression)?.[0] === JPEG)) && samples === 3)
    return '/DeviceRGB';
  if (photometric === 5 && samples === 4) return '/DeviceCMYK';
  const colours = tags.get(TAG.colours);
  if (photometric !== 3 || samples !== 1 || !colours) return null;
  const count = Math.min(2 ** bits, Math.floor(colours.length / 3));
  const palette = Array.from({ length: count }, (_, i) =>
    [0, 1, 2].map((c) => (colours[c * (colours.length / 3) + i] as number) >> 8),
  ).flat();
  return `[/Indexed /DeviceRGB ${count - 1} <${Buffer.from(palette).toString('hex')}>]`;
}

/** The part's bytes as PDF's filters expect them. */
function asStored(part: Buffer, tags: Tags): Uint8Array {
  const compression = tags.get(TAG.compression)?.[0] ?? NONE;
  if (compression === JPEG) {
    const tables = Buffer.from(tags.get(TAG.jpegTables) ?? []);
    // The tables stand between a start and an end of image of their own.
    return tables.length > 4 ? Buffer.concat([tables.subarray(0, -2), part.subarray(2)]) : part;
  }
  return tags.get(TAG.fillOrder)?.[0] === 2 ? part.map((byte) => REVERSED[byte] as number) : part;
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2),
);
