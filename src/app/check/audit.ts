/** A document as it is compared with the blobs. */
export interface StoredDocument {
  id: string;
  sha256: string;
  bytes: number;
  filename: string;
}

/** What is stored of an extracted document. */
export interface StoredExtraction {
  id: string;
  filename: string;
  /** Null where there is no record. */
  text: string | null;
  /** How many figures the document says it has, and how many there are. */
  counted: number;
  figures: number;
  /** Of the figures that the extraction found, or a person added: name, start, end. */
  spans: [id: string, start: number, end: number][];
  /** Of an archive: how many members are entered; null of any other document. */
  members: number | null;
}

type Page = { after: string; limit: number };

/** What checking asks of the ledger, page by page, and how it is mended. */
export interface Audit {
  /** In the order of their hashes. */
  documents(page: Page): Promise<StoredDocument[]>;
  /** Extracted documents in the order of their ids. */
  extractions(page: Page): Promise<StoredExtraction[]>;
  /** Those of `ids` that documents have. */
  known(ids: string[]): Promise<Set<string>>;
  hasBytes(sha256: string): Promise<boolean>;
  /** Documents that came in an archive and are not among its members; decisions whose figure is gone. */
  unlistedMembers(page: Page): Promise<{ id: string; archive: string }[]>;
  lostDecisions(page: Page): Promise<{ id: string }[]>;
  /** Files of batches that say something else than their document, by their numbers. */
  untrueFiles(page: { after: number; limit: number }): Promise<{ sequence: number; batch: string; path: string }[]>;
  /** Batches whose sums are not those of their files. */
  untrueBatches(): Promise<string[]>;
  settleFile(sequence: number): Promise<void>;
  recount(batch: string): Promise<void>;
}
