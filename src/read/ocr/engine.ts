import type { Ending } from '../watch.ts';
import type { OcrFailure, PageImage } from './recognise.ts';

/** What reads a picture, in a process of its own that ends with it or is ended. */
export type Engine = {
  name: string;
  recognise(image: PageImage, timeoutMs: number): Promise<{ hocr: string } | { failure: OcrFailure }>;
};

/** One column of lines of several sizes: the mode that keeps the cells of tables together with their rows. */
export const PAGE_MODE = '4';

const MB = 1024 * 1024;
/** Memory of an engine's process in megabytes, and the most it may say. */
export const ENGINE_LIMITS = { memoryMb: 1024, resultBytes: 32 * MB };

export function endingReply({ cause, exitCode, result }: Ending): { hocr: string } | { failure: OcrFailure } {
  if (cause === 'timed_out') return { failure: 'timed_out' };
  if (cause !== 'exited' || exitCode !== 0) return { failure: 'failed' };
  return { hocr: result.toString('utf8') };
}
