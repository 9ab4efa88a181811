import { writeSync } from 'node:fs';

/** Writes all bytes; waits while who reads them has enough to do. */
export function writeAll(descriptor: number, parts: readonly Uint8Array[]): void {
  for (const bytes of parts) for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
