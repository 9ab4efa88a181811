import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import type { Progress } from '../../model/index.ts';
import { MOST_PIXELS } from '../image/raster.ts';
import type { Clock } from '../watch.ts';
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

/**
 * Takes what a reading process says: its pictures are recognised and answered, its outcome is handed on. While pictures
 * are out its time stands still, since recognition has limits of its own. `onProgress` is told which page is at hand.
 */
export function exchange(
  child: ChildProcess,
  output: Readable,
  limits: OcrLimits & { maxPages: number },
  onProgress: (progress: Progress) => void = () => {},
): (chunk: Buffer, clock: Clock) => Buffer {
  const frames = new FrameReader({ picture: MOST_PIXELS, outcome: LARGEST_OUTCOME });
  const answers = child.stdio[4] as Writable;
  answers.on('error', () => undefined);
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const recognise = recogniser(limits, isAlive);
  let [pages, asked, out] = [0, 0, 0];
  const answer = async (id: number, image: PageImage, clock: Clock): Promise<void> => {
    out++;
    clock.stop();
    if (out >= AT_HAND) output.pause();
    const tooMany = ++asked > limits.maxPages * LOOKS;
    const reply = tooMany ? failed : await recognise(image).catch(() => failed);
    if (isAlive() && !answers.writableEnded) answers.write(`${JSON.stringify({ id, ...reply })}\n`);
    out--;
    if (out === 0 && isAlive()) clock.go();
    output.resume();
  };
  return (chunk, clock) => {
    const found = frames.push(chunk);
    if (!found) {
      child.kill('SIGKILL');
      return Buffer.alloc(0);
    }
    const outcomes: Buffer[] = [];
    for (const frame of found) {
      if (frame.kind === 'outcome') {
        outcomes.push(frame.bytes);
        // A process that still listens for answers does not end.
        answers.end();
      } else if (frame.kind === 'page') {
        if (++pages <= limits.maxPages) clock.allow(PAGE_MS);
      } else if (frame.kind === 'progress') {
        const { page, pages: all } = frame;
        if (page >= 1 && page <= all && all <= limits.maxPages) onProgress({ page, pages: all });
      } else {
        if (asked < limits.maxPages * LOOKS) clock.allow(PICTURE_MS);
        void answer(frame.id, frame.image, clock);
      }
    }
    return Buffer.concat(outcomes);
  };
}

const failed: OcrReply = { failure: 'failed' };
