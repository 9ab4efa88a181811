import type { Readable } from 'node:stream';
import type {
  DocumentError,
  DocumentMetadata,
  DocumentStatus,
  DocumentView,
  Figure,
  HistoryEvent,
  Indicator,
  MemberCounts,
  PageWords,
  PlaceLevel,
  Progress,
  ReportRecord,
  Review,
  ReviewState,
  SourceDocument,
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
  /** A local file with these bytes for a reader process. */
  path(sha256: string): Promise<string>;
  /** Whether bytes can be written now. */
  ready(): Promise<boolean>;
}

/** One run of one document; the same document and run is the same job, however often it is added. */
export interface Job {
  documentId: string;
  run: number;
}

/** Work to do. It may be lost at any time: the ledger knows what must be in it. */
export interface JobQueue {
  add(job: Job): Promise<void>;
  /** Those of `jobs` that the queue does not hold in any state. */
  absent(jobs: Job[]): Promise<Job[]>;
  /** How many wait and how many are worked on. */
  depth(): Promise<{ waiting: number; active: number }>;
  close(): Promise<void>;
}

/** Hands each job to `handle` until closed; `close` waits for the jobs in hand. */
export type StartWorker = (handle: (job: Job) => Promise<void>) => { close(): Promise<void> };

/** bytes → Document, in a child process that can be killed; throws ReadError. Scans tell which page is at hand. */
export type Read = (
  file: { path: string; filename: string; sha256: string },
  onProgress: (progress: Progress) => void,
) => Promise<SourceDocument>;

/** A picture file (JPEG, PNG, TIFF) → the PDF of its pages, made in a child process; throws ReadError. */
export type PictureToPdf = (file: { path: string }) => Promise<Buffer>;

/** A file of an archive, handed over before the next is unpacked; its content fails with ReadError. */
export type Unpacked = { path: string; content: Readable };

/** bytes of an archive → its members, out of a child process; throws ReadError, and whatever `take` throws. */
export type Unpack = (file: { path: string }, take: (member: Unpacked) => Promise<void>) => Promise<void>;

/** Document → Record: pure and synchronous. */
export type Extract = (document: SourceDocument) => ReportRecord;

/** What the extractor makes of marked text: the figures in it, none where it holds no number. Pure and synchronous. */
export type Infer = (record: ReportRecord, span: Span) => Figure[];

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
}

export interface NewDocument {
  id: string;
  sha256: string;
  filename: string;
  /** The name as sent, whatever it was. */
  originalName: string;
  bytes: number;
  batch: string | null;
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

export type Decision = Omit<HistoryEvent, 'at'>;

/** Everything known of a document before it is extracted again. */
export interface Standing {
  record: ReportRecord | null;
  figures: StandingFigure[];
  decisions: HistoryEvent[];
}

/** A review as the ledger holds it; `version` counts what was done with it. */
export type StoredReview = Omit<Review, 'etag'> & { version: number };

/** What other reports say in place of a figure: of the same thing and place, one to three years before or after. */
export interface Neighbours {
  /** The middle one of their values. */
  median: number;
  count: number;
  /** Years of the first and the last. */
  years: [number, number];
}

/** Everything that a decision on a report looks at, of one moment. */
export interface Reviewing extends Outcome {
  review: StoredReview;
  /** Oldest first. */
  events: NumberedEvent[];
  /** The last event before the latest extraction. */
  since: number;
  /** By figure. */
  neighbours: ReadonlyMap<string, Neighbours>;
}

/** Figures that nobody has decided on, and how many of them are worth a look. */
export interface Left {
  undecided: number;
  doubtful: number;
}

/** What becomes of a report: figures that are new or changed, the events that say so, the review as it is then. */
export interface Ruling {
  figures: StandingFigure[];
  events: Decision[];
  review: StoredReview;
}

/** A word of a page: its span in the text, and where it stands. */
export type Word = PageWords['words'][number];

/** What finishing an extraction stores. */
export interface Finish {
  /** Lays what was decided over the extraction. */
  settle(standing: Standing): Outcome;
  /** What the extraction means for the review: events of its own, and the state then. */
  review(before: Outcome | null, now: Outcome, review: StoredReview): Pick<Ruling, 'review' | 'events'>;
  left(reviewing: Reviewing): Left;
  /** By page. */
  words: ReadonlyMap<number, Word[]>;
}

export interface QueueQuery {
  states: readonly ReviewState[];
  /** Only what this person has in hand, to review first or second. */
  mine: string | null;
  after?: QueuePosition;
  limit: number;
}

/** Where a page of the queue ended. */
export type QueuePosition = { doubtful: number; id: string };

/** A record as extracted (under its lasting ids) and its figures as they stand. */
export interface Outcome {
  record: ReportRecord;
  figures: StandingFigure[];
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
}

export interface FoundFigure extends StandingFigure {
  document: Pick<LedgerDocument, 'id' | 'filename' | 'metadata'>;
}

/** Where a page of figures ended: newest document first, then in the order of its text. */
export type FigurePosition = { document: string; start: number; figure: string };

export type NumberedEvent = HistoryEvent & { sequence: number };

export interface LedgerBatch extends MemberCounts {
  id: string;
  name: string;
  created: string;
}

/** The only truth: documents, records, figures, decisions, batches. Each method is one transaction. */
export interface Ledger {
  /** Enters a document, or answers with the earlier one of the same bytes; either way it counts in its batch. */
  submit(document: NewDocument): Promise<{ document: LedgerDocument; duplicate: boolean }>;
  /** Counts a file that was not taken in its batch. */
  refuse(batch: string, filename: string, code: ErrorCode): Promise<void>;
  /** Counts a member of an archive that could not be unpacked. */
  refuseMember(place: MemberPlace, code: ErrorCode): Promise<void>;
  /** Forgets the members of an earlier run behind the first `count`. */
  keepMembers(archive: string, count: number): Promise<void>;
  /** In the order of the archive, those behind position `after`. */
  members(archive: string, query: { after?: number; limit: number }): Promise<LedgerMember[]>;
  document(id: string): Promise<LedgerDocument | null>;
  /** Newest first, an archive before its members and they in their order; those behind `after`. */
  documents(query: { status?: DocumentStatus; after?: DocumentPosition; limit: number }): Promise<LedgerDocument[]>;
  /** Takes a waiting or interrupted document in hand; null where there is nothing to do. */
  begin(id: string): Promise<LedgerDocument | null>;
  /** Notes how far a document is that is being worked on. */
  progress(id: string, progress: Progress): Promise<void>;
  /** Stores what an extraction and the decisions that stand make together, with no decision in between. */
  finish(id: string, finish: Finish): Promise<void>;
  fail(id: string, code: ErrorCode): Promise<void>;
  /** Starts the next run of a finished document; one that is still under way is answered as it is. */
  requeue(id: string): Promise<LedgerDocument | null>;
  /** Documents queued or processing, oldest first. */
  unfinished(query: { after?: string; limit: number }): Promise<LedgerDocument[]>;

  record(id: string): Promise<Outcome | null>;
  figure(document: string, figure: string): Promise<StandingFigure | null>;
  /** Null where the document has not been extracted. */
  review(document: string): Promise<StoredReview | null>;
  /** Null where the document has no record. */
  reviewing(document: string): Promise<Reviewing | null>;
  /**
   * Stores what `rule` makes of a report under review, with nothing else happening to it in between; answers with the
   * report as it is then. Nothing is stored where `rule` throws or answers null. Null where the document has no record.
   */
  rule<R extends Ruling>(
    document: string,
    rule: (reviewing: Reviewing) => R | null,
    left: Finish['left'],
  ): Promise<{ reviewing: Reviewing; ruling: R | null } | null>;
  /** Extracted reports, the most doubtful first; archives are none. */
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

  createBatch(batch: { id: string; name: string }): Promise<void>;
  batch(id: string): Promise<LedgerBatch | null>;
  ready(): Promise<boolean>;
}

export type PlaceKey = { name: string; level: PlaceLevel; code: string | null };
export type DocumentPlace = DocumentMetadata['place'];
