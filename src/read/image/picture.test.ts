import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { encode as encodePng } from 'fast-png';
import jpeg from 'jpeg-js';
import { tiffOf } from '../../../scripts/renditions/scan.ts';
import { renderer } from '../pdf/render.ts';
import { type PictureType, pictureAsPdf } from './as-pdf.ts';
import type { Raster } from './raster.ts';

/** A picture with nothing symmetric in it. */
const picture = (width: number, height: number): Raster => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return x < 30 && y < 20 ? 0 : x > 60 && y > 90 ? 90 : 255;
  }),
});
const PAGE = picture(100, 140);

const rgba = ({ width, height, data }: Raster) => {
  const bytes = Buffer.alloc(width * height * 4, 255);
  for (const [i, grey] of data.entries()) bytes.fill(grey, i * 4, i * 4 + 3);
  return { width, height, data: bytes };
};

/** One bit a pixel, 1 white, in strips of 50 rows, deflated: what scanners' programs write. */
function stripedTiff({ width, height, data }: Raster): Buffer {
  const stride = (width + 7) >> 3;
  const bits = Buffer.alloc(stride * height);
  for (const [i, grey] of data.entries()) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (grey > 50) bits[y * stride + (x >> 3)] = (bits[y * stride + (x >> 3)] as number) | (128 >> (x & 7));
  }
  const strips = [0, 50, 100].map((from) =>
    deflateSync(bits.subarray(from * stride, Math.min(height, from + 50) * stride)),
  );
  const offsets: number[] = [];
  let at = 8;
  for (const strip of strips) {
    offsets.push(at);
    at += strip.length;
  }
  const values = [...offsets, ...strips.map((strip) => strip.length)];
  const tags = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 1, 1],
    [259, 3, 1, 8],
    [262, 3, 1, 1],
    [273, 4, 3, at],
    [278, 4, 1, 50],
    [279, 4, 3, at + 12],
  ];
  const directory = Buffer.alloc(24 + 2 + tags.length * 12 + 4);
  for (const [i, value] of values.entries()) directory.writeUInt32LE(value, i * 4);
  directory.writeUInt16LE(tags.length, 24);
  for (const [i, [tag = 0, type = 0, count = 0, value = 0]] of tags.entries()) {
    directory.writeUInt16LE(tag, 26 + i * 12);
    directory.writeUInt16LE(type, 28 + i * 12);
    directory.writeUInt32LE(count, 30 + i * 12);
    directory.writeUInt32LE(value, 34 + i * 12);
  }
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1');
  head.writeUInt32LE(at + 24, 4);
  return Buffer.concat([head, ...strips, directory]);
}

const draw = async (bytes: Buffer, type: PictureType, page = 1): Promise<Raster> => {
  const { render, close } = renderer(pictureAsPdf(bytes, type, 10));
  // A picture without a resolution is a page of A4: 100 pixels are 8.27 inches.
  const drawn = await render(page, 100 / 8.27);
  await close();
  return drawn;
};
const at = ({ width, data }: Raster, x: number, y: number): number => data[y * width + x] as number;

describe.each<[string, PictureType, () => Buffer]>([
  ['a grey PNG', 'png', () => Buffer.from(encodePng({ ...PAGE, channels: 1, depth: 8 }))],
  ['a PNG with opacity', 'png', () => Buffer.from(encodePng({ ...rgba(PAGE), channels: 4, depth: 8 }))],
  ['a JPEG', 'jpeg', () => Buffer.from(jpeg.encode(rgba(PAGE), 95).data)],
  ['a TIFF', 'tiff', () => tiffOf([PAGE], 0)],
])('%s', (_, type, make) => {
  test('has its pixels where they were', async () => {
    const drawn = await draw(make(), type);
    // PDFium rounds a page's size down.
    expect(Math.abs(drawn.width - 100) + Math.abs(drawn.height - 140)).toBeLessThanOrEqual(4);
    expect(at(drawn, 5, 5)).toBeLessThan(40);
    expect(at(drawn, 50, 5)).toBeGreaterThan(215);
    expect(at(drawn, 5, 120)).toBeGreaterThan(215);
    expect(Math.abs(at(drawn, 80, 120) - 90)).toBeLessThan(40);
  });
});

test('a TIFF of bits in strips', async () => {
  const drawn = await draw(stripedTiff(PAGE), 'tiff');
  expect([at(drawn, 5, 5), at(drawn, 50, 5), at(drawn, 5, 120), at(drawn, 80, 60)]).toEqual([0, 255, 255, 255]);
});

test('a TIFF of several pages', async () => {
  const bytes = tiffOf([PAGE, { ...PAGE, data: PAGE.data.toReversed() }], 0);
  expect(at(await draw(bytes, 'tiff', 2), 95, 135)).toBeLessThan(40);
});

test.each<[string, string, PictureType, () => Buffer]>([
  ['too_many_pages', 'more pages than allowed', 'tiff', () => tiffOf(Array(11).fill(picture(8, 8)), 200)],
  ['damaged', 'directories cut off', 'tiff', () => tiffOf([PAGE], 200).subarray(0, 3000)],
  ['damaged', 'a JPEG without a frame', 'jpeg', () => Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['damaged', 'a PNG without a head', 'png', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  [
    'too_large',
    'a picture that claims to be of 10 gigapixels',
    'png',
    () => {
      const bytes = Buffer.from(encodePng({ ...PAGE, channels: 1, depth: 8 }));
      bytes.writeUInt32BE(100_000, 16);
      bytes.writeUInt32BE(100_000, 20);
      return bytes;
    },
  ],
])('%s: %s', (code, _, type, make) => {
  expect(() => pictureAsPdf(make(), type, 10)).toThrow(expect.objectContaining({ code }));
});

test('a TIFF whose directories go round in a ring ends', () => {
  const bytes = tiffOf([picture(8, 8)], 200);
  const first = bytes.readUInt32LE(4);
  bytes.writeUInt32LE(first, first + 2 + bytes.readUInt16LE(first) * 12);
  expect(pictureAsPdf(bytes, 'tiff', 10).toString('latin1')).toContain('/Count 1');
});
