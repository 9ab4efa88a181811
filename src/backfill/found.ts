/** Where a file lies; bytes where its name is no UTF-8. */
export type Location = string | Buffer;

/** By what one sees that a file is still the same. */
export interface Stamp {
  bytes: number;
  /** When it was last changed, in milliseconds since 1970. */
  modified: number;
}

/** A file on disk, and what it is called in its batch: folders and name between "/". */
export interface DiskFile extends Stamp {
  path: string;
  location: Location;
}

/** A file to send: one on disk, or a member of an archive there. */
export interface Found {
  path: string;
  /** The file on disk that holds its bytes. */
  disk: DiskFile;
  open(): AsyncIterable<Buffer>;
}

/** What was left out on purpose. */
export type Skipped = 'system' | 'link' | 'special' | 'own' | 'excluded';

/** One finding on the way through folders. */
export type Step =
  | { kind: 'file'; file: DiskFile }
  | { kind: 'failed'; path: string; error: unknown }
  | { kind: 'skipped'; path: string; why: Skipped };
