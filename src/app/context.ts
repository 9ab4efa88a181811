import type { Blobs, Extract, JobQueue, Ledger, Log, Read, Unpack } from './ports.ts';

export interface Limits {
  /** Bytes of one uploaded file. */
  uploadBytes: number;
  /** How often a document is tried before a fault of ours is told as `internal`. */
  attempts: number;
}

/** What the use cases stand on. */
export interface Context {
  ledger: Ledger;
  blobs: Blobs;
  queue: JobQueue;
  read: Read;
  unpack: Unpack;
  extract: Extract;
  log: Log;
  limits: Limits;
}
