import { ReadError } from '../../model/read-error.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import type { ReaderLimits, Reading } from '../reading.ts';
import { type PictureType, pictureAsPdf } from './as-pdf.ts';

/** Reads a picture of a page, or a TIFF of several. Throws what {@link pictureAsPdf} and {@link readPdf} throw. */
export async function readImage(bytes: Buffer, type: PictureType, limits: ReaderLimits): Promise<Reading> {
  const reading = await readPdf(asPdf(bytes, type, limits.maxPages), limits);
  return { ...reading, mediaType: `image/${type}`, title: null };
}

/** Decoders throw errors of their own on what they do not know, Buffers on places outside of them. */
function asPdf(bytes: Buffer, type: PictureType, maxPages: number): Buffer {
  try {
    return pictureAsPdf(bytes, type, maxPages);
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError('damaged', String(error));
  }
}
