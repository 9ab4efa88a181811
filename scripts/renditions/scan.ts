/**
 * Makes scans of PDF files: every page a picture, askew, noisy and compressed as asked.
 *
 * usage: node scripts/renditions/scan.ts IN.pdf OUT.pdf|OUT.jpg|OUT.png|OUT.tif [--dpi 200] [--skew 1.5] [--noise 12]
 *        [--quality 60] [--turn 0|1|2|3] [--pages 1-3]
 *
 * `skew` in degrees clockwise, `noise` the standard deviation of the grey added to each pixel and, a tenth of it in a
 * thousand, the share of specks; `quality` that of JPEG; `turn` in quarters. JPEG and PNG hold the first page only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { encode as encodePng } from 'fast-png';
import jpeg from 'jpeg-js';
import { type Raster, straightened, turned } from '../../src/read/image/raster.ts';

export type ScanOptions = { dpi: number; skew: number; noise: number; quality: number; turn: number };

/** A pseudo-random sequence in [0, 1), the same for a seed: the same scan comes out each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a scanner adds: light that falls off, grain, specks. */
function noisy(image: Raster, noise: number, seed: number): Raster {
  if (noise === 0) return image;
  const next = random(seed);
  const data = Uint8Array.from(image.data, (grey) => {
    if (next() < noise / 10_000) return next() < 0.5 ? 40 : 255;
    // The sum of four uniform numbers is near enough to normal; its deviation is 0.577.
    const grain = (next() + next() + next() + next() - 2) * (noise / 0.577);
    return Math.max(0, Math.min(255, grey * 0.96 + 4 + grain));
  });
  return { ...image, data };
}

/** The pages of a PDF as a scanner of those faults sees them. */
export async function scanPages(pdf: Uint8Array, options: ScanOptions, pages?: readonly number[]): Promise<Raster[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const rasters: Raster[] = [];
  for (const number of pages ?? Array.from({ length: document.getPageCount() }, (_, i) => i + 1)) {
    const drawn = await document
      .getPage(number - 1)
      .render({ scale: options.dpi / 72, render: 'bitmap', colorSpace: 'Gray' });
    const page: Raster = { width: drawn.width, height: drawn.height, data: drawn.data };
    const askew = options.skew === 0 ? page : straightened(page, (-options.skew * Math.PI) / 180).image;
    rasters.push(turned(noisy(askew, options.noise, number), options.turn).image);
  }
  document.destroy();
  library.destroy();
  return rasters;
}

export function jpegOf({ width, height, data }: Raster, quality: number, dpi: number): Buffer {
  const rgba = Buffer.alloc(width * height * 4, 255);
  for (let i = 0; i < data.length; i++) rgba.fill(data[i] as number, i * 4, i * 4 + 3);
  const bytes = Buffer.from(jpeg.encode({ width, height, data: rgba }, quality).data);
  // JFIF's own density: units 1 (dots an inch), then both ways.
  bytes[13] = 1;
  bytes.writeUInt16BE(dpi, 14);
  bytes.writeUInt16BE(dpi, 16);
  return bytes;
}

/** A PDF whose pages are JPEG pictures and nothing else. */
export function pdfOf(pages: readonly Raster[], { dpi, quality }: Pick<ScanOptions, 'dpi' | 'quality'>): Buffer {
  const objects: Buffer[] = [];
  const add = (...parts: (string | Buffer)[]): number =>
    objects.push(Buffer.concat(parts.map((part) => Buffer.from(part))));
  const stream = (dictionary: string, bytes: Buffer): number =>
    add(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, i) => `${3 + i * 3} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const page of pages) {
    const [width, height] = [(page.width * 72) / dpi, (page.height * 72) / dpi].map((points) => points.toFixed(2));
    const at = objects.length + 1;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${at + 1} 0 R`,
      ` /Resources << /XObject << /P ${at + 2} 0 R >> >> >>`,
    );
    stream('', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /P Do Q`));
    const picture = `/Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height}`;
    stream(`${picture} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, jpegOf(page, quality, dpi));
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    const bytes = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    length += bytes.length;
    parts.push(bytes);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([
    ...parts,
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`),
  ]);
}

/** A TIFF of several grey pages, uncompressed (TIFF 6.0, section 4). */
export function tiffOf(pages: readonly Raster[], dpi: number): Buffer {
  const parts: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')];
  let [length, link] = [8, { part: 0, at: 4 }];
  for (const { width, height, data } of pages) {
    const pixels = Buffer.from(data.length % 2 ? Buffer.concat([data, Buffer.alloc(1)]) : data);
    parts.push(pixels);
    const strip = length;
    length += pixels.length;
    const tags: [tag: number, type: number, value: number][] = [
      [256, 4, width],
      [257, 4, height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, strip],
      [277, 3, 1],
      [278, 4, height],
      [279, 4, data.length],
      [282, 5, length + 2 + 11 * 12 + 4],
      [296, 3, 2],
    ];
    const directory = Buffer.alloc(2 + tags.length * 12 + 4 + 8);
    directory.writeUInt16LE(tags.length, 0);
    for (const [i, [tag, type, value]] of tags.entries()) {
      directory.writeUInt16LE(tag, 2 + i * 12);
      directory.writeUInt16LE(type, 4 + i * 12);
      directory.writeUInt32LE(1, 6 + i * 12);
      directory.writeUInt32LE(value, 10 + i * 12);
    }
    directory.writeUInt32LE(dpi, directory.length - 8);
    directory.writeUInt32LE(1, directory.length - 4);
    (parts[link.part] as Buffer).writeUInt32LE(length, link.at);
    link = { part: parts.push(directory) - 1, at: 2 + tags.length * 12 };
    length += directory.length;
  }
  return Buffer.concat(parts);
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      dpi: { type: 'string', default: '200' },
      skew: { type: 'string', default: '0' },
      noise: { type: 'string', default: '0' },
      quality: { type: 'string', default: '75' },
      turn: { type: 'string', default: '0' },
      pages: { type: 'string' },
    },
  });
  const [input, output] = positionals;
  if (!input || !output)
    throw new Error('usage: scan.ts IN.pdf OUT.pdf [--dpi N] [--skew DEGREES] [--noise N] [--quality N]');
  const [from = 1, to = from] = values.pages?.split('-').map(Number) ?? [];
  const pages = values.pages ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : undefined;
  const options: ScanOptions = {
    dpi: Number(values.dpi),
    skew: Number(values.skew),
    noise: Number(values.noise),
    quality: Number(values.quality),
    turn: Number(values.turn),
  };
  const rasters = await scanPages(readFileSync(input), options, pages);
  const [first] = rasters;
  if (!first) throw new Error('no pages');
  if (output.endsWith('.pdf')) writeFileSync(output, pdfOf(rasters, options));
  else if (output.endsWith('.tif')) writeFileSync(output, tiffOf(rasters, options.dpi));
  else if (output.endsWith('.png')) writeFileSync(output, encodePng({ ...first, channels: 1, depth: 8 }));
  else writeFileSync(output, jpegOf(first, options.quality, options.dpi));
}
