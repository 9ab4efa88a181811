/**
 * What a reading process says to its parent on one descriptor: that a page is read, pictures to recognise, then its
 * outcome. Each frame has a head of five 32-bit numbers (kind, id, width, height, resolution), then its bytes: width × height.
 */
import type { PageImage } from './recognise.ts';

const [PICTURE, OUTCOME, PAGE] = [1, 2, 3];
const HEAD = 20;

export type Frame =
  | { kind: 'page' }
  | { kind: 'picture'; id: number; image: PageImage }
  | { kind: 'outcome'; bytes: Buffer };

const head = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(HEAD);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32LE(number, i * 4);
  return bytes;
};

export const pictureFrame = (id: number, { width, height, dpi, data }: PageImage): Uint8Array[] => [
  head(PICTURE, id, width, height, dpi),
  data,
];
export const pageFrame = (): Uint8Array[] => [head(PAGE, 0, 0, 0, 0)];
export const outcomeFrame = (bytes: Uint8Array): Uint8Array[] => [head(OUTCOME, 0, bytes.length, 1, 0), bytes];

/** Puts frames together from chunks. Chunks come from a process that has worked on hostile bytes: `limits` are in bytes. */
export class FrameReader {
  readonly #limits: { picture: number; outcome: number };
  #chunks: Buffer[] = [];
  #length = 0;

  constructor(limits: { picture: number; outcome: number }) {
    this.#limits = limits;
  }

  /** The frames that `chunk` completes; null where it is none of ours or over the limits. */
  push(chunk: Buffer): Frame[] | null {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const frames: Frame[] = [];
    while (this.#length >= HEAD) {
      const bytes = this.#gather(HEAD);
      const [kind, id, width, height, dpi] = [0, 4, 8, 12, 16].map((at) => bytes.readUInt32LE(at)) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const size = width * height;
      const most = { [PICTURE]: this.#limits.picture, [OUTCOME]: this.#limits.outcome, [PAGE]: 0 }[kind];
      if (most === undefined || size > most) return null;
      if (this.#length < HEAD + size) break;
      const body = this.#take(HEAD + size).subarray(HEAD);
      if (kind === PAGE) frames.push({ kind: 'page' });
      else if (kind === OUTCOME) frames.push({ kind: 'outcome', bytes: body });
      else frames.push({ kind: 'picture', id, image: { width, height, dpi, data: body } });
    }
    return frames;
  }

  /** All bytes so far where the first chunk has fewer than `count`. */
  #gather(count: number): Buffer {
    const [first] = this.#chunks;
    if (first && first.length >= count) return first;
    this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0] as Buffer;
  }

  #take(count: number): Buffer {
    const bytes = this.#gather(count);
    this.#chunks[0] = bytes.subarray(count);
    this.#length -= count;
    if (this.#chunks[0].length === 0) this.#chunks.shift();
    return bytes.subarray(0, count);
  }
}
