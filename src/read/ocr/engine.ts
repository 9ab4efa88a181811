import type { Ending } from '../watch.ts';
import type { OcrFailure, PageImage } from './recognise.ts';

/** What reads a picture, in a process of its own that ends with it or is ended. */
export type Engine = {
  name: string;
  recognise(image: PageImage, timeoutMs: number): Promise<{ hocr: string } | { failure: OcrFailure }>;
};

/**
 * Tesseract's way of looking for lines: in pages, one column of several sizes, which keeps the cells of tables together
 * with their rows; in blocks, one block, where it would take short lines among longer ones for pictures.
 */
export const pageMode = ({ block }: Pick<PageImage, 'block'>): string => (block ? '6' : '4');

const MB = 1024 * 1024;
/** Memory of an engine's process in megabytes, and the most it may say. */
export const ENGINE_LIMITS = { memoryMb: 1024, resultBytes: 32 * MB };

export function endingReply({ cause, exitCode, result }: Ending): { hocr: string } | { failure: OcrFailure } {
  if (cause === 'timed_out') return { failure: 'timed_out' };
  if (cause !== 'exited' || exitCode !== 0) return { failure: 'failed' };
  return { hocr: result.toString('utf8') };
}
