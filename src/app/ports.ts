import type { Readable } from 'node:stream';
import type {
  AnnouncedFile,
  Batch,
  BatchFile,
  BatchFileState,
  BatchStage,
  Check,
  DocumentError,
  DocumentMetadata,
  DocumentStatus,
  DocumentView,
  Figure,
  Given,
  HistoryEvent,
  Indicator,
  Message,
  PageWords,
  PlaceLevel,
  Progress,
  ReportRecord,
  Review,
  ReviewState,
  Span,
  Subject,
  Verdict,
} from '../model/index.ts';

/** Bytes addressed by their SHA-256: written, synced, then named; never half there. */
export interface Blobs {
  /** Streams `source` in; refuses with ReadError `too_large` past `limit` bytes and leaves nothing behind. */
  put(source: Readable, limit: number): Promise<{ sha256: string; bytes: number }>;
  get(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** Calls `use` with a local file of these bytes, which is there until `use` has settled. */
  withFile<T>(sha256: string, use: (path: string) => Promise<T>): Promise<T>;
  /** Whether bytes can be written now. */
  ready(): Promise<boolean>;
}

export interface StoredBlob {
  sha256: string;
  bytes: number;
  modified: Date;
}

/** A file where blobs lie or come in that is none; `part`: of an upload. */
export type StrayFile = { name: string; modified: Date; part: boolean };

/** What checking and backing up ask beside. */
export interface BlobStore extends Blobs {
  /** In the order of their names. */
  list(): AsyncIterable<StoredBlob>;
  strays(): AsyncIterable<StrayFile>;
  removeStray(name: string): Promise<void>;
  /**
   * Puts a blob aside, deleting nothing. One that is only unused comes back when it is asked for after all; one that is
   * damaged makes room for the true bytes.
   */
  quarantine(sha256: string, why: 'unused' | 'damaged'): Promise<void>;
}

/** One run of one document; the same document and run is the same job, however often it is added. */
export interface Job {
  documentId: string;
  run: number;
  /** It came in a batch: what was uploaded by itself goes before it. */
  batched?: boolean;
}

/** Work to do. It may be lost at any time: the ledger knows what must be in it. */
export interface JobQueue {
  add(job: Job): Promise<void>;
  addAll(jobs: Job[]): Promise<void>;
  /** Those of `jobs` that the queue does not hold in any state. */
  absent(jobs: Job[]): Promise<Job[]>;
  /** All jobs, some at a time; one that comes or goes meanwhile may or may not be among them. */
  jobs(): AsyncIterable<Job[]>;
  /** Takes a job out that nobody has in hand. */
  remove(job: Job): Promise<void>;
  /** How many wait and how many are worked on. */
  depth(): Promise<{ waiting: number; active: number }>;
  close(): Promise<void>;
}

/** What came of a job's earlier tries. */
export interface Delivery {
  /** Tries that ended with an error that the document may be the cause of. */
  faults: number;
  /** Tries whose worker died, or was not heard of for long, with the job in hand. */
  deaths: number;
  /** Those of them in which it had no other: only they say something of the document. */
  deathsAlone: number;
  /** Notes that the worker has no other job in hand. */
  alone(): Promise<void>;
}

/**
 * Hands each job to `handle` until closed; `close` waits for the jobs in hand. One that `handle` rejects is tried again
 * later, and counts as a fault unless it was a HandedBack.
 */
export type StartWorker = (handle: (job: Job, delivery: Delivery) => Promise<void>) => { close(): Promise<void> };

/** A document's record and the words of its pages. */
export interface Extraction {
  record: ReportRecord;
  /** Packed (store/packed-words.ts), by page. */
  words: readonly (readonly [page: number, packed: Uint8Array])[];
}

/**
 * bytes → Record, in a child process that can be killed; throws ReadError, and Interrupted where it was the service that
 * ended it. Scans tell which page is at hand.
 */
export type Extract = (
  file: { path: string; filename: string; sha256: string; given: Given | null },
  onProgress: (progress: Progress) => void,
) => Promise<Extraction>;

/** A picture file (JPEG, PNG, TIFF) → the PDF of its pages, made in a child process; throws ReadError. */
export type PictureToPdf = (file: { path: string }) => Promise<Buffer>;

/** A file of an archive, handed over before the next is unpacked; its content fails with ReadError. */
export type Unpacked = { path: string; content: Readable };

/** bytes of an archive → its members, out of a child process; throws ReadError, and whatever `take` throws. */
export type Unpack = (file: { path: string }, take: (member: Unpacked) => Promise<void>) => Promise<void>;

/** What the extractor makes of marked text: the figures in it, none where it holds no number. Pure and synchronous. */
export type Infer = (record: ReportRecord, span: Span) => Figure[];

/** A report, or all of it that bears on some figures, as it was checked and as it stands. */
export interface CheckedReport {
  text: string;
  /** The text was recognised (OCR). */
  recognised: boolean;
  /** As extracted. */
  checks: readonly Check[];
  /** `extracted` is null where a person entered it, `now` where it was rejected. */
  figures: readonly { extracted: Figure | null; now: Figure | null }[];
}

/** The checks of figures as they stand: those of figures that nobody has changed stay as they are. Pure and synchronous. */
export type Recheck = (report: CheckedReport) => Check[];

/** Somebody a report can be handed over to; null where there is no such account, or it may not review. */
export type FindReviewer = (account: string) => Promise<{ id: string; name: string } | null>;

/** What the use cases ask of a log; pino's loggers have it. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type ErrorCode = DocumentError['code'];

/** A document as the ledger holds it. Dates are ISO 8601 in UTC. */
export interface LedgerDocument extends Omit<DocumentView, 'error'> {
  errorCode: ErrorCode | null;
  /** How often it has been sent to the queue, from 1: submitting is the first run, extracting again the next. */
  run: number;
  /** How often a worker has started on the present run. */
  attempts: number;
  /** The batch whose pause and cancellation it obeys; null where it was brought, or asked for, by itself. */
  hold: string | null;
  /** What is known of it from where it lay. */
  given: Given | null;
}

export interface NewDocument {
  id: string;
  sha256: string;
  filename: string;
  /** The name as sent, whatever it was. */
  originalName: string;
  bytes: number;
  batch: string | null;
  /** Of an upload in pieces: its id, under which what it became is remembered. */
  upload?: string;
  /** Where it came in an archive; it then counts among the members and, through the archive, in its batch. */
  member: MemberPlace | null;
}

/** A place in an archive: the same place is the same member, however often the archive is unpacked. */
export interface MemberPlace {
  archive: string;
  position: number;
  path: string;
}

export interface LedgerMember {
  position: number;
  path: string;
  duplicate: boolean;
  document: LedgerDocument | null;
  errorCode: ErrorCode | null;
}

/** Where a page of documents ended: `root` is the archive the document came in, or itself. */
export type DocumentPosition = { root: string; id: string };

/** A figure after review, with what searching it needs. */
export interface StandingFigure {
  figure: Figure;
  verdict: Verdict | null;
  /** Of the figure and its verdict. */
  etag: string;
  /** False where a person decided on it but the latest extraction no longer finds it. */
  found: boolean;
  /** Folded words of its label and sentence, joined by spaces. */
  words: string;
}

/** A figure with what the latest extraction says of it. */
export interface Examined extends StandingFigure {
  /** As extracted, under its lasting id; null where a person entered it or it is no longer found. */
  extracted: Pick<StandingFigure, 'figure' | 'words'> | null;
  /** The record's messages about its text. */
  messages: Message[];
}

export type Decision = Omit<HistoryEvent, 'at'>;

/** Everything known of a document before it is extracted again. */
export interface Standing {
  record: ReportRecord | null;
  figures: StandingFigure[];
  decisions: HistoryEvent[];
}

/** A review as the ledger holds it. */
export type StoredReview = Omit<Review, 'etag'> & {
  /** Counts what was done with it. */
  version: number;
};

/** What other reports say in place of a figure: of the same thing and place, one to three years before or after. */
export interface Neighbours {
  /** The middle one of their values. */
  median: number;
  count: number;
  /** Years of the first and the last. */
  years: [number, number];
}

/** What a decision on a report looks at, of one moment. */
export interface Reviewing {
  review: StoredReview;
  schemaVersion: string;
  /** The text was recognised (OCR). */
  recognised: boolean;
  figures: Examined[];
  /** The figures of which all is here that bears on them; null for all. Others are here for their sake. */
  whole: ReadonlySet<string> | null;
  /** Checks as extracted. */
  checks: Check[];
  /** Who has decided on any figure in the report's own layer. */
  deciders: ReadonlySet<string>;
  /** Oldest first; those of the figures at hand, and of the report where all are asked for. */
  events: NumberedEvent[];
  /** The last event before the latest extraction. */
  since: number;
  /** By figure. */
  neighbours: ReadonlyMap<string, Neighbours>;
  /** "" where nothing was asked about that needs it. */
  text: string;
  /** Without its figures; null where it was not asked for. */
  record: ReportRecord | null;
}

/** What of a report under review is asked for: the more, the dearer. */
export type Asked =
  | { figures: 'all'; record?: boolean; text?: boolean }
  | {
      figures: readonly string[];
      /** Wholes that they are to be parts of. */
      wholes: readonly string[];
      /** What they say will change, so that all whose sums they are in are asked for too. */
      effects: boolean;
    };

/** Of the figures at hand: those that nobody has decided on, and those of them that are worth a look. */
export interface Left {
  undecided: ReadonlySet<string>;
  doubtful: ReadonlySet<string>;
}

/** What becomes of a report: figures that are new or changed, the events that say so, the review as it is then. */
export interface Ruling {
  figures: Examined[];
  events: Decision[];
  review: StoredReview;
}

/** A word of a page: its span in the text, and where it stands. */
export type Word = PageWords['words'][number];

/** What finishing an extraction stores. */
export interface Finish {
  /** Lays what was decided over the extraction. */
  settle(standing: Standing): Outcome<Examined>;
  /** What the extraction means for the review: events of its own, and the state then. */
  review(before: Outcome | null, now: Outcome, review: StoredReview): Pick<Ruling, 'review' | 'events'>;
  left(reviewing: Reviewing): Left;
  /** Packed, by page. */
  words: Extraction['words'];
}

export interface QueueQuery {
  states: readonly ReviewState[];
  /** Who asks: the place of a report that they review a second time tells nothing of the first one's work. */
  who: string;
  /** Only what they have in hand, to review first or second. */
  mine: boolean;
  after?: QueuePosition;
  limit: number;
}

/** Where a page of the queue ended. */
export type QueuePosition = { doubtful: number; id: string };

/** A record as extracted (under its lasting ids) and its figures as they stand. */
export interface Outcome<F extends StandingFigure = StandingFigure> {
  record: ReportRecord;
  figures: F[];
}

/** A place by its official code, or by its folded bare name at any of `levels` (none: any level). */
export type PlaceQuery = { code: string } | { name: string; levels: PlaceLevel[] };

export interface FigureQuery {
  document: string | null;
  indicator: Indicator | null;
  subject: Subject | null;
  place: PlaceQuery | null;
  from: string | null;
  to: string | null;
  /** Phrases that must all occur; the last word of the last one may be only begun. */
  phrases: string[][];
  /** Documents of which only the extraction is looked at. */
  blind: readonly string[];
}

export interface FoundFigure extends StandingFigure {
  document: Pick<LedgerDocument, 'id' | 'filename' | 'metadata'>;
}

/** Where a page of figures ended: newest document first, then in the order of its text. */
export type FigurePosition = { document: string; start: number; figure: string };

export type NumberedEvent = HistoryEvent & { sequence: number };

/** How many files of a batch stand alike. */
export interface FileCount {
  state: BatchFileState;
  awaited: boolean;
  code: ErrorCode | null;
  stage: BatchStage | null;
  retryable: boolean;
  count: number;
}

export interface LedgerBatch
  extends Pick<Batch, 'id' | 'name' | 'kind' | 'created' | 'processing' | 'settled' | 'given'> {
  held: 'paused' | 'cancelled' | null;
  counts: FileCount[];
  /** Files that came to an end in the last five minutes. */
  recent: number;
}

export interface LedgerFile extends Omit<BatchFile, 'error'> {
  /** The order in which the files of all batches were entered. */
  sequence: number;
  errorCode: ErrorCode | null;
}

export type NewLedgerBatch = { id: string; name: string; key: string | null; given: Given };

/** What queueing a document asks of it. */
export type Unfinished = Pick<LedgerDocument, 'id' | 'run' | 'hold'>;

/** The only truth: documents, records, figures, decisions, batches. Each method is one transaction. */
export interface Ledger {
  /**
   * Enters a document, or answers with the earlier one of the same bytes; either way it counts in its batch, as the file
   * that was announced or as a new one, and every file of these bytes that is awaited anywhere is settled. `begin`: it is
   * to be queued.
   */
  submit(document: NewDocument): Promise<{ document: LedgerDocument; duplicate: boolean; begin: boolean }>;
  /** What an upload in pieces became. */
  finishedUpload(upload: string): Promise<{ document: string; duplicate: boolean; bytes: number } | null>;
  /** Counts a file that was not taken in its batch. */
  refuse(batch: string, path: string, code: ErrorCode): Promise<void>;
  /** Counts a member of an archive that could not be unpacked. */
  refuseMember(place: MemberPlace, code: ErrorCode): Promise<void>;
  /** Forgets the members of an earlier run behind the first `count`. */
  keepMembers(archive: string, count: number): Promise<void>;
  /** In the order of the archive, those behind position `after`. */
  members(archive: string, query: { after?: number; limit: number }): Promise<LedgerMember[]>;
  document(id: string): Promise<LedgerDocument | null>;
  /** Newest first, an archive before its members and they in their order; those behind `after`. */
  documents(query: { status?: DocumentStatus; after?: DocumentPosition; limit: number }): Promise<LedgerDocument[]>;
  /** Takes a waiting or interrupted document in hand; null where there is nothing to do, or its batch is paused. */
  begin(id: string): Promise<LedgerDocument | null>;
  /** Puts a document in hand back as it was; it waits for whoever takes it up next. */
  putDown(id: string): Promise<void>;
  /** Notes how far a document is that is being worked on. */
  progress(id: string, progress: Progress): Promise<void>;
  /** Stores what an extraction and the decisions that stand make together, with no decision in between. */
  finish(id: string, finish: Finish): Promise<void>;
  fail(id: string, code: ErrorCode): Promise<void>;
  /** Starts the next run of a finished document, for itself; one that is still under way is answered as it is. */
  requeue(id: string): Promise<LedgerDocument | null>;
  /** Documents queued or processing, oldest first, without those of paused batches. */
  unfinished(query: { after?: string; limit: number }): Promise<Unfinished[]>;
  /**
   * Settles announced files whose bytes came while they were being announced, as neither of the two transactions saw the
   * other; how many.
   */
  settleArrived(): Promise<number>;
  /** Calls `work` unless another process on this ledger is at the same `task`; null then. */
  alone<T>(task: string, work: () => Promise<T>): Promise<T | null>;

  record(id: string): Promise<Outcome<Examined> | null>;
  /** The record without its figures. */
  report(id: string): Promise<ReportRecord | null>;
  figure(document: string, figure: string): Promise<Examined | null>;
  /** Null where the document has not been extracted. */
  review(document: string): Promise<StoredReview | null>;
  /** Null where the document has no record. */
  reviewing(document: string, asked: Asked): Promise<Reviewing | null>;
  /**
   * Stores what `rule` makes of a report under review, with nothing else happening to it in between; answers with the
   * asked part of it as it is then. Nothing is stored where `rule` throws or answers null. Null where the document has no record.
   */
  rule<R extends Ruling>(
    document: string,
    asked: Asked,
    rule: (reviewing: Reviewing) => R | null,
    left: Finish['left'],
  ): Promise<{ reviewing: Reviewing; ruling: R | null } | null>;
  /** Documents that this person reviews a second time and may not yet see the first review of. */
  blind(who: string): Promise<string[]>;
  /** Those of `ids` that this person reviews so, and how many figures the extraction found in each. */
  foundBlindly(who: string, ids: readonly string[]): Promise<Map<string, number>>;
  /** Extracted reports, the most doubtful first, those last that `who` reviews a second time; archives are none. */
  queue(query: QueueQuery): Promise<LedgerDocument[]>;
  /** Null where the document has no such page; no words where it was extracted before they were kept. */
  page(document: string, number: number): Promise<PageWords | null>;
  /** The words of the pages that the spans touch, by page. */
  wordsAt(document: string, spans: readonly Span[]): Promise<Map<number, Word[]>>;
  /** Oldest first; of one figure, or of all and the report. Events of the `layers` only. */
  history(
    document: string,
    query: { figure: string | null; layers: readonly ('first' | 'second')[]; after?: number; limit: number },
  ): Promise<NumberedEvent[]>;
  figures(query: FigureQuery, page: { after?: FigurePosition; limit: number }): Promise<FoundFigure[]>;

  /** Of a known key the batch that has it. */
  createBatch(batch: NewLedgerBatch): Promise<{ id: string; created: boolean }>;
  batch(id: string): Promise<LedgerBatch | null>;
  batchExists(id: string): Promise<boolean>;
  /** Newest first, those behind `after`. */
  batches(query: { after?: string; limit: number }): Promise<LedgerBatch[]>;
  /** Enters files that will be sent, in the order of `files`; `begin` are documents that are to be queued again. */
  announce(batch: string, files: AnnouncedFile[]): Promise<{ files: LedgerFile[]; begin: LedgerDocument[] }>;
  batchFiles(
    batch: string,
    query: { state?: BatchFileState; code?: string; after?: number; limit: number },
  ): Promise<LedgerFile[]>;
  /** Pauses a batch, resumes it, or cancels what has not been begun. */
  hold(batch: string, held: LedgerBatch['held']): Promise<void>;
  /** Starts failed files over, those of one code or all: documents are queued, files without one are awaited. */
  retry(batch: string, code: string | null): Promise<void>;
  /** Enters a batch of the documents that an older engine extracted, and starts their next run. */
  extractBelow(batch: { id: string; name: string }, below: string, of: string | null): Promise<void>;
  /** Queued documents that obey a batch, oldest first. */
  waiting(batch: string, query: { after?: string; limit: number }): Promise<LedgerDocument[]>;
  ready(): Promise<boolean>;
  /** Whether an error says only that the ledger could not be reached, or not just now. */
  isAway(error: unknown): boolean;
}

export type PlaceKey = { name: string; level: PlaceLevel; code: string | null };
export type DocumentPlace = DocumentMetadata['place'];
