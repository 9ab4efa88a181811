import type { Figure, Span } from '../model/index.ts';
import type {
  Blobs,
  Extract,
  FindReviewer,
  Infer,
  JobQueue,
  Ledger,
  Log,
  PictureToPdf,
  Recheck,
  Unpack,
  Word,
} from './ports.ts';

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
  unpack: Unpack;
  pictureToPdf: PictureToPdf;
  extract: Extract;
  infer: Infer;
  recheck: Recheck;
  /** Where a span stands on its pages, of whose words these are: one box a line. */
  boxes(words: ReadonlyMap<number, Word[]>, span: Span): Figure['boxes'];
  findReviewer: FindReviewer;
  log: Log;
  limits: Limits;
}
