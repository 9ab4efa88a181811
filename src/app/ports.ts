import type { Readable } from 'node:stream';
import type { ReportRecord, SourceDocument } from '../model/index.ts';

/** Bytes addressed by their SHA-256: written, synced, then named; never half there. */
export interface Blobs {
  /** Streams `source` in; refuses with ReadError `too_large` past `limit` bytes and leaves nothing behind. */
  put(source: Readable, limit: number): Promise<{ sha256: string; bytes: number }>;
  get(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** A local file with these bytes for a reader process. */
  path(sha256: string): Promise<string>;
}

export interface Job {
  documentId: string;
}

/** Work to do. It may be lost at any time: the ledger knows what must be in it. */
export interface JobQueue {
  add(job: Job): Promise<void>;
  /** How many wait and how many are worked on. */
  depth(): Promise<{ waiting: number; active: number }>;
  close(): Promise<void>;
}

/** Hands each job to `handle` until closed; `close` waits for the jobs in hand. */
export type StartWorker = (handle: (job: Job) => Promise<void>) => { close(): Promise<void> };

/** bytes → Document, in a child process that can be killed; throws ReadError. */
export type Read = (file: { path: string; filename: string; sha256: string }) => Promise<SourceDocument>;

/** Document → Record: pure and synchronous. */
export type Extract = (document: SourceDocument) => ReportRecord;
