import { readPdf } from '../pdf/read-pdf.ts';
import type { ReaderLimits, Reading } from '../reading.ts';
import { type PictureType, pictureAsPdf } from './as-pdf.ts';

/** Reads a picture of a page, or a TIFF of several. Throws what {@link pictureAsPdf} and {@link readPdf} throw. */
export async function readImage(bytes: Buffer, type: PictureType, limits: ReaderLimits): Promise<Reading> {
  const reading = await readPdf(pictureAsPdf(bytes, type, limits.maxPages), limits);
  return { ...reading, mediaType: `image/${type}`, title: null };
}
