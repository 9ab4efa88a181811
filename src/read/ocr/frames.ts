/**
 * What a reading process says to its parent on one descriptor: that a page is read, pictures to recognise, how far it is
 * with them, then its outcome. Each frame has a head of five 32-bit numbers (kind, id, width, height, resolution), then
 * its bytes: width × height.
 */
import type { PageImage } from './recognise.ts';

const [PICTURE, OUTCOME, PAGE, BLOCK] = [1, 2, 3, 4];
const PROGRESS = 5;
const HEAD = 20;

export type Frame =
  | { kind: 'page' }
  | { kind: 'progress'; page: number; pages: number }
  | { kind: 'picture'; id: number; image: PageImage }
  | { kind: 'outcome'; bytes: Buffer };

const head = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(HEAD);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32LE(number, i * 4);
  return bytes;
};

export const pictureFrame = (id: number, { width, height, dpi, data, block }: PageImage): Uint8Array[] => [
  head(block ? BLOCK : PICTURE, id, width, height, dpi),
  data,
];
export const pageFrame = (): Uint8Array[] => [head(PAGE, 0, 0, 0, 0)];
/** `page` of `pages` is being recognised: in the places of id and width, so that no bytes follow. */
export const progressFrame = (page: number, pages: number): Uint8Array[] => [head(PROGRESS, page, pages, 0, 0)];
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
      const { picture, outcome } = this.#limits;
      const most = { [PICTURE]: picture, [BLOCK]: picture, [OUTCOME]: outcome, [PAGE]: 0, [PROGRESS]: 0 }[kind];
      if (most === undefined || size > most) return null;
      if (this.#length < HEAD + size) break;
      const body = this.#take(HEAD + size).subarray(HEAD);
      if (kind === PAGE) frames.push({ kind: 'page' });
      else if (kind === PROGRESS) frames.push({ kind: 'progress', page: id, pages: width });
      else if (kind === OUTCOME) frames.push({ kind: 'outcome', bytes: body });
      else {
        const image = { width, height, dpi, data: body, ...(kind === BLOCK && { block: true }) };
        frames.push({ kind: 'picture', id, image });
      }
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
