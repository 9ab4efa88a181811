import type { Readable } from 'node:stream';
import type {
  Agreement,
  AnnouncedFile,
  ArchiveMember,
  Batch,
  BatchAction,
  BatchFile,
  BatchFileState,
  Decided,
  Decisions,
  Desk,
  DocumentStatus,
  DocumentView,
  Figure,
  FigureFilter,
  FigurePatch,
  FigureWithDocument,
  HistoryEvent,
  ListOf,
  Me,
  NewBatch,
  NewExtraction,
  NewFigure,
  PageWords,
  ReportRecord,
  Review,
  ReviewAction,
  ReviewedFigure,
  ReviewLayer,
  ReviewState,
  Series,
  Span,
  SubmittedDocument,
} from '../model/index.ts';
import type { Delivery } from './ports.ts';

export type Language = 'vi' | 'en';
/** A value with its entity tag, as stood in the ledger at one moment. */
export type Tagged<T> = { value: T; etag: string };

/** What `correct` answers: done, or the figure as somebody else has left it, or nothing there. */
export type Correction = { outcome: 'done' | 'conflict'; figure: Tagged<Figure> } | { outcome: 'missing' };

/** What `decide` answers: done, or the figures as they stand where one has changed meanwhile. */
export type Decisioning = { outcome: 'done'; decided: Decided } | { outcome: 'conflict'; current: ReviewedFigure[] };

/** What `act` answers: done, or the review as somebody else has left it. */
export type Acting = { outcome: 'done' | 'conflict'; review: Review };

/** Everything the service does; HTTP, the command line and the workers are its callers. */
export interface Service {
  /** `upload`: the id of an upload in pieces, which becomes one document however often it is submitted. */
  submit(upload: {
    filename: string;
    content: Readable;
    batch: string | null;
    upload?: string;
  }): Promise<SubmittedDocument>;
  /** What an upload in pieces became, for a day. */
  finishedUpload(upload: string): Promise<{ document: string; duplicate: boolean; bytes: number } | null>;
  /**
   * Here and below: of a report that `me` reviews a second time and may not yet see the first review of, what is counted
   * is what the extraction found.
   */
  documents(
    query: { status?: DocumentStatus; cursor?: string; limit?: number; language: Language },
    me?: Me,
  ): Promise<ListOf<DocumentView>>;
  document(id: string, language: Language, me?: Me): Promise<DocumentView | null>;
  /** The files of an archive in its order; nothing of any other document, null where there is none. */
  members(
    id: string,
    query: { cursor?: string; limit?: number; language: Language },
    me?: Me,
  ): Promise<ListOf<ArchiveMember> | null>;
  /**
   * The record as extracted, with human decisions laid over its figures. Here and wherever figures are read: for who
   * reviews a report a second time and may not yet see the first review (`me`), the extraction alone.
   */
  record(id: string, me?: Me): Promise<Tagged<ReportRecord> | null>;
  file(id: string): Promise<{ content: Readable; filename: string; mediaType: string; bytes: number } | null>;
  /** The pages as a PDF: the file itself, or of a picture the PDF that it was read from. */
  pages(id: string): Promise<{ content: Readable | Buffer; filename: string; bytes: number } | null>;
  /** Puts a document in the queue again; false where there is none. */
  extractAgain(id: string): Promise<boolean>;
  figure(documentId: string, figureId: string, me?: Me): Promise<Tagged<Figure> | null>;
  correct(documentId: string, figureId: string, etag: string, patch: FigurePatch, me: Me): Promise<Correction>;
  addFigure(documentId: string, figure: NewFigure, me: Me): Promise<Tagged<Figure> | null>;
  /** What a person sees of it: a second reviewer does not see the first one's decisions, nor the other way round. */
  history(
    documentId: string,
    me: Me,
    query?: { figure?: string; cursor?: string; language?: Language },
  ): Promise<ListOf<HistoryEvent> | null>;
  /** The review and every figure as it stands in a layer; null where there is no such document. */
  desk(documentId: string, me: Me, how: { layer: ReviewLayer; language: Language }): Promise<Desk | null>;
  /** Changes that belong together: all are made or none. */
  decide(documentId: string, decisions: Decisions, me: Me, language: Language): Promise<Decisioning | null>;
  review(documentId: string): Promise<Review | null>;
  /** `etag`: of the review as the person saw it. */
  act(documentId: string, etag: string, action: ReviewAction, me: Me): Promise<Acting | null>;
  /** How far the two reviewers of a report agree, once both have finished. */
  agreement(documentId: string): Promise<Agreement | null>;
  /** Reports with something left to decide (or of the states asked for), the most doubtful first. */
  queue(
    me: Me,
    query: { states?: ReviewState[]; mine?: boolean; cursor?: string; limit?: number; language: Language },
  ): Promise<ListOf<DocumentView>>;
  /** What the extractor makes of marked text: the figures in it, as drafts that nothing has stored. */
  infer(documentId: string, span: Span): Promise<Figure[] | null>;
  /** The words of a page with their places. */
  pageWords(documentId: string, number: number): Promise<PageWords | null>;
  figures(filter: FigureFilter, cursor?: string, limit?: number, me?: Me): Promise<ListOf<FigureWithDocument>>;
  series(filter: FigureFilter, me?: Me): Promise<Series>;
  /** Every figure that matches, streamed in flat memory. */
  everyFigure(filter: FigureFilter, me?: Me): AsyncIterable<FigureWithDocument>;
  /** A new batch, or the one that has its key. */
  createBatch(batch: NewBatch, language: Language): Promise<{ batch: Batch; created: boolean }>;
  batch(id: string, language: Language): Promise<Batch | null>;
  batchExists(id: string): Promise<boolean>;
  batches(query: { cursor?: string; limit?: number; language: Language }): Promise<ListOf<Batch>>;
  /** Enters files that will be sent; says of each, in the same order, what is known of it. */
  announce(batch: string, files: AnnouncedFile[], language: Language): Promise<BatchFile[] | null>;
  batchFiles(
    batch: string,
    query: { state?: BatchFileState; code?: string; cursor?: string; limit?: number; language: Language },
  ): Promise<ListOf<BatchFile> | null>;
  /** Every file of a batch, streamed in flat memory; null where there is no such batch. */
  everyBatchFile(batch: string, language: Language): Promise<AsyncIterable<BatchFile> | null>;
  actOnBatch(batch: string, action: BatchAction, language: Language): Promise<Batch | null>;
  /** Extracts again what an older engine extracted, as a batch. */
  extractBelow(extraction: NewExtraction, language: Language): Promise<Batch>;
  /** The batch now and after each change, until it is at its end or the caller stops. */
  watchBatch(id: string, language: Language, signal: AbortSignal): AsyncIterable<Batch>;
  /** One job: read, extract, store. Never throws for a bad file: the ledger says what happened. */
  process(documentId: string, delivery?: Delivery): Promise<void>;
  /** Queues again whatever the ledger holds as unfinished; the number of documents queued. */
  recover(): Promise<number>;
  /** Whether the ledger and the queue answer. */
  health(): Promise<{ database: boolean; queue: boolean; blobs: boolean }>;
}
