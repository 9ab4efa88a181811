import { availableParallelism } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import type { Progress } from '../../model/index.ts';
import type { Clock } from '../guard.ts';
import { MOST_PIXELS } from '../image/raster.ts';
import { FrameReader } from './frames.ts';
import type { OcrReply, PageImage } from './recognise.ts';
import { type OcrLimits, recogniser } from './serve.ts';

/** Pictures of one document that wait or are being recognised; with more its reading process waits. */
const AT_HAND = availableParallelism() + 1;
/** A page is looked at in two directions at most, in each as a whole, and twice at the cells with rules and those without. */
const LOOKS = 2 * 5;
/** Processor time that a page, and a picture of one, adds to its document's: several times what they take. */
const [PAGE_MS, PICTURE_MS] = [300, 5000];
const LARGEST_OUTCOME = 1024 * 1024 * 1024;

export type Exchange = {
  /** What the process has said as its outcome, once that is whole; null where it talks nonsense. */
  take(chunk: Buffer): Buffer | null | undefined;
  /** The document is done with: nobody waits for answers. */
  end(): void;
};

/**
 * Hears what a reading process says of one document: its pictures are recognised and answered, its outcome is handed on.
 * While pictures are out its time stands still, since recognition has limits of its own. `onProgress` is told which page
 * is at hand.
 */
export function exchange(
  { output, answers }: { output: Readable; answers: Writable },
  clock: Clock,
  limits: OcrLimits & { maxPages: number },
  onProgress: (progress: Progress) => void = () => {},
): Exchange {
  const frames = new FrameReader({ picture: MOST_PIXELS, outcome: LARGEST_OUTCOME });
  let over = false;
  const recognise = recogniser(limits, () => !over);
  let [pages, asked, out] = [0, 0, 0];
  const answer = async (id: number, image: PageImage): Promise<void> => {
    out++;
    clock.stop();
    if (out >= AT_HAND) output.pause();
    const tooMany = ++asked > limits.maxPages * LOOKS;
    const reply = tooMany ? failed : await recognise(image).catch(() => failed);
    out--;
    output.resume();
    if (over) return;
    answers.write(`${JSON.stringify({ id, ...reply })}\n`);
    if (out === 0) clock.go();
  };
  const take = (chunk: Buffer): Buffer | null | undefined => {
    const found = frames.push(chunk);
    if (!found) return null;
    for (const frame of found) {
      if (frame.kind === 'outcome') return frame.bytes;
      if (frame.kind === 'page') {
        if (++pages <= limits.maxPages) clock.allow(PAGE_MS);
      } else if (frame.kind === 'progress') {
        const { page, pages: all } = frame;
        if (page >= 1 && page <= all && all <= limits.maxPages) onProgress({ page, pages: all });
      } else {
        if (asked < limits.maxPages * LOOKS) clock.allow(PICTURE_MS);
        void answer(frame.id, frame.image);
      }
    }
    return undefined;
  };
  return {
    take,
    end: () => {
      over = true;
    },
  };
}

const failed: OcrReply = { failure: 'failed' };
