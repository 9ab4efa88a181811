/**
 * What an unpacking process says to its parent on one descriptor: of each member its name, its bytes and its end, at last
 * how it itself ended. Each frame has a head of two 32-bit numbers (kind, length), then so many bytes.
 */
import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { MemberEvent } from './members.ts';

/** How the unpacking of a whole archive ended. */
export const Ended = z.object({ failure: Failure.nullable() });
export type Ended = z.infer<typeof Ended>;
const Member = z.object({ path: z.string().min(1) });

export type Frame = MemberEvent | { kind: 'outcome'; bytes: Buffer };

const KINDS = ['member', 'bytes', 'end', 'outcome'] as const;
const HEAD = 8;
const LARGEST = 1024 * 1024;

const framed = (kind: Frame['kind'], bytes: Uint8Array): Uint8Array[] => {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(KINDS.indexOf(kind), 0);
  head.writeUInt32LE(bytes.length, 4);
  return [head, bytes];
};
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** The frames of one event: bytes of any length go in pieces. */
export function framesOf(event: MemberEvent): Uint8Array[] {
  if (event.kind === 'member') return framed('member', json({ path: event.path }));
  if (event.kind === 'end') return framed('end', json({ failure: event.failure }));
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < event.bytes.length; at += LARGEST) {
    pieces.push(...framed('bytes', event.bytes.subarray(at, at + LARGEST)));
  }
  return pieces;
}
export const outcomeFrame = (ended: Ended): Uint8Array[] => framed('outcome', json(ended));

/** Puts frames together from chunks, which come from a process that has worked on hostile bytes. */
export class ArchiveFrames {
  #bytes: Buffer = Buffer.alloc(0);

  /** The frames that `chunk` completes; throws on what is none of ours. */
  push(chunk: Buffer): Frame[] {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    const frames: Frame[] = [];
    while (this.#bytes.length >= HEAD) {
      const kind = KINDS[this.#bytes.readUInt32LE(0)];
      const end = HEAD + this.#bytes.readUInt32LE(4);
      if (!kind || end > HEAD + LARGEST) throw new Error('not a frame of an archive');
      if (this.#bytes.length < end) break;
      frames.push(frameOf(kind, this.#bytes.subarray(HEAD, end)));
      this.#bytes = this.#bytes.subarray(end);
    }
    return frames;
  }
}

function frameOf(kind: Frame['kind'], bytes: Buffer): Frame {
  if (kind === 'bytes' || kind === 'outcome') return { kind, bytes };
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  return kind === 'member' ? { kind, ...Member.parse(value) } : { kind, ...Ended.parse(value) };
}
