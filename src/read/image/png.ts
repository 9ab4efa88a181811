/** PNG files (W3C PNG, third edition). */
import { deflateSync } from 'node:zlib';
import { decode } from 'fast-png';
import { ReadError } from '../../model/read-error.ts';
import type { PicturePage } from './picture-page.ts';
import { greyOf, MOST_PIXELS } from './raster.ts';

const [GREY, RGB, PALETTE] = [0, 2, 3];

/** Where PDF's filter reads the picture as it is compressed, its bytes move over; else (opacity, interlacing) it is decoded. */
export function pngPage(bytes: Buffer): PicturePage {
  const chunks = [...chunksOf(bytes)];
  const head = chunks.find(({ type }) => type === 'IHDR')?.body;
  if (!head || head.length < 13) throw new ReadError('damaged', 'a PNG without a head');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  if (width * height > MOST_PIXELS) throw new ReadError('too_large', `a picture of ${width} × ${height}`);
  const [depth, colour, interlaced] = [head.readUInt8(8), head.readUInt8(9), head.readUInt8(12)];
  const size = chunks.find(({ type }) => type === 'pHYs')?.body;
  const metres = size && size.length >= 9 && size.readUInt8(8) === 1;
  const dpi = metres ? ([size.readUInt32BE(0) * 0.0254, size.readUInt32BE(4) * 0.0254] as const) : null;
  const page = { width, height, dpi, rotate: 0 as const };
  const clear = chunks.some(({ type }) => type === 'tRNS') || colour > PALETTE || interlaced !== 0;
  if (clear) return { ...page, parts: [{ ...decoded(bytes), x: 0, y: 0, width, height }] };
  const colours = colour === RGB ? 3 : 1;
  const palette = chunks.find(({ type }) => type === 'PLTE')?.body;
  if (colour === PALETTE && !palette) throw new ReadError('damaged', 'a PNG without its palette');
  const space =
    colour === PALETTE && palette
      ? `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString('hex')}>]`
      : colour === GREY
        ? '/DeviceGray'
        : '/DeviceRGB';
  const predictor = `<< /Predictor 15 /Colors ${colours} /BitsPerComponent ${depth} /Columns ${width} >>`;
  const entries = `/ColorSpace ${space} /BitsPerComponent ${depth} /Filter /FlateDecode /DecodeParms ${predictor}`;
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body));
  return { ...page, parts: [{ entries, bytes: data, x: 0, y: 0, width, height }] };
}

function decoded(bytes: Buffer): { entries: string; bytes: Uint8Array } {
  const png = decode(bytes);
  const { width, height, data, channels, depth, palette } = png;
  const shift = depth === 16 ? 8 : 0;
  const samples = new Uint8Array(width * height * 4).fill(255);
  const most = depth < 8 ? 2 ** depth - 1 : 255;
  for (let i = 0; i < width * height; i++) {
    const at = (n: number): number => ((data[i * channels + n] ?? 0) as number) >> shift;
    const [red, green, blue, opacity] = palette
      ? (palette[at(0)] ?? [255, 255, 255])
      : channels >= 3
        ? [at(0), at(1), at(2), channels === 4 ? at(3) : 255]
        : [...Array(3).fill((at(0) * 255) / most), channels === 2 ? at(1) : 255];
    samples.set([red ?? 255, green ?? 255, blue ?? 255, opacity ?? 255], i * 4);
  }
  const grey = greyOf(samples, width, height, 4);
  return {
    entries: '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode',
    bytes: deflateSync(grey.data, { level: 1 }),
  };
}

function* chunksOf(bytes: Buffer): Generator<{ type: string; body: Buffer }> {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    yield { type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}
