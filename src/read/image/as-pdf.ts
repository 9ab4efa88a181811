/**
 * Picture files as PDF files of pictures, whose compressed bytes move over as they are: TIFF's and JPEG's codecs are
 * PDF's filters. So the PDF reader's decoders, which are made for hostile files, read them, and what no browser shows
 * can be shown.
 */
import { ReadError } from '../../model/read-error.ts';
import { jpegPage } from './jpeg.ts';
import type { PicturePage } from './picture-page.ts';
import { pngPage } from './png.ts';
import { MOST_PIXELS } from './raster.ts';
import { tiffPages } from './tiff.ts';

export type PictureType = 'jpeg' | 'png' | 'tiff';

const PAGES: Record<PictureType, (bytes: Buffer, maxPages: number) => PicturePage[]> = {
  jpeg: (bytes) => [jpegPage(bytes)],
  png: (bytes) => [pngPage(bytes)],
  tiff: tiffPages,
};

/** The file as a PDF. Throws ReadError `damaged`, `too_large` (in pixels), `too_many_pages`, `unsupported_type`. */
export function pictureAsPdf(bytes: Buffer, type: PictureType, maxPages: number): Buffer {
  const pages = PAGES[type](bytes, maxPages);
  for (const { width, height } of pages) {
    if (width < 1 || height < 1) throw new ReadError('damaged', `a picture of ${width} × ${height}`);
    if (width * height > MOST_PIXELS) throw new ReadError('too_large', `a picture of ${width} × ${height}`);
  }
  return pdfOfPictures(pages);
}

/** Resolutions that scanners have; other values are those of screens, or none. */
const [LOWEST, HIGHEST] = [90, 1300];
/** The longer and the shorter side of A4, in inches: what a picture is that says nothing of its size. */
const [LONG, SHORT] = [11.69, 8.27];

function resolution({ width, height, dpi }: PicturePage): readonly [number, number] {
  if (dpi && Math.min(...dpi) >= LOWEST && Math.max(...dpi) <= HIGHEST) return dpi;
  const fitting = Math.max(Math.max(width, height) / LONG, Math.min(width, height) / SHORT);
  return [fitting, fitting];
}

export function pdfOfPictures(pages: readonly PicturePage[]): Buffer {
  const objects: Buffer[][] = [];
  const add = (...parts: (string | Uint8Array)[]): number =>
    objects.push(parts.map((part) => Buffer.from(part as string)));
  const stream = (entries: string, bytes: Uint8Array): number =>
    add(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream');
  const kids: number[] = [];
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  for (const page of pages) {
    const [across, down] = resolution(page).map((dpi) => 72 / dpi) as [number, number];
    const names: string[] = [];
    const draws: string[] = [];
    for (const [i, { entries, bytes, x, y, width, height }] of page.parts.entries()) {
      const size = `/Width ${width} /Height ${height}`;
      names.push(`/P${i} ${stream(`/Type /XObject /Subtype /Image ${size} ${entries}`, bytes)} 0 R`);
      const matrix = [width * across, 0, 0, height * down, x * across, (page.height - y - height) * down];
      draws.push(`q ${matrix.map((value) => value.toFixed(3)).join(' ')} cm /P${i} Do Q`);
    }
    const content = stream('', Buffer.from(draws.join('\n')));
    const box = `[0 0 ${(page.width * across).toFixed(3)} ${(page.height * down).toFixed(3)}]`;
    const resources = `<< /XObject << ${names.join(' ')} >> >>`;
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Rotate ${page.rotate} /Contents ${content} 0 R /Resources ${resources} >>`,
      ),
    );
  }
  objects[1] = [
    Buffer.from(`<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`),
  ];
  return file(objects);
}

/** Numbered objects as a file (PDF 32000-1, 7.5). */
function file(objects: readonly Buffer[][]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  let length = (parts[0] as Buffer).length;
  const push = (...added: Buffer[]): void => {
    for (const part of added) {
      parts.push(part);
      length += part.length;
    }
  };
  const offsets = objects.map((object, i) => {
    const at = length;
    push(Buffer.from(`${i + 1} 0 obj\n`), ...object, Buffer.from('\nendobj\n'));
    return at;
  });
  const start = length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`),
    Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}
