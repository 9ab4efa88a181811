import type { Readable } from 'node:stream';
import type {
  ArchiveMember,
  Batch,
  DocumentStatus,
  DocumentView,
  Figure,
  FigureFilter,
  FigurePatch,
  FigureWithDocument,
  HistoryEvent,
  ListOf,
  NewFigure,
  ReportRecord,
  Series,
  SubmittedDocument,
} from '../model/index.ts';

export type Language = 'vi' | 'en';
/** A value with its entity tag, as stood in the ledger at one moment. */
export type Tagged<T> = { value: T; etag: string };

/** What `correct` answers: done, or the figure as somebody else has left it, or nothing there. */
export type Correction = { outcome: 'done' | 'conflict'; figure: Tagged<Figure> } | { outcome: 'missing' };

/** Everything the service does; HTTP, the command line and the workers are its callers. */
export interface Service {
  submit(upload: { filename: string; content: Readable; batch: string | null }): Promise<SubmittedDocument>;
  documents(query: {
    status?: DocumentStatus;
    cursor?: string;
    limit?: number;
    language: Language;
  }): Promise<ListOf<DocumentView>>;
  document(id: string, language: Language): Promise<DocumentView | null>;
  /** The files of an archive in its order; nothing of any other document, null where there is none. */
  members(
    id: string,
    query: { cursor?: string; limit?: number; language: Language },
  ): Promise<ListOf<ArchiveMember> | null>;
  /** The record as extracted, with human decisions laid over its figures. */
  record(id: string): Promise<Tagged<ReportRecord> | null>;
  file(id: string): Promise<{ content: Readable; filename: string; mediaType: string; bytes: number } | null>;
  /** Puts a document in the queue again; false where there is none. */
  extractAgain(id: string): Promise<boolean>;
  figure(documentId: string, figureId: string): Promise<Tagged<Figure> | null>;
  correct(documentId: string, figureId: string, etag: string, patch: FigurePatch, who: string): Promise<Correction>;
  addFigure(documentId: string, figure: NewFigure, who: string): Promise<Tagged<Figure> | null>;
  history(documentId: string, cursor?: string): Promise<ListOf<HistoryEvent> | null>;
  figures(filter: FigureFilter, cursor?: string, limit?: number): Promise<ListOf<FigureWithDocument>>;
  series(filter: FigureFilter): Promise<Series>;
  /** Every figure that matches, streamed in flat memory. */
  everyFigure(filter: FigureFilter): AsyncIterable<FigureWithDocument>;
  createBatch(name: string): Promise<Batch>;
  batch(id: string): Promise<Batch | null>;
  /** The batch now and after each change, until it is finished or the caller stops. */
  watchBatch(id: string, signal: AbortSignal): AsyncIterable<Batch>;
  /** One job: read, extract, store. Never throws for a bad file: the ledger says what happened. */
  process(documentId: string): Promise<void>;
  /** Queues again whatever the ledger holds as unfinished; the number of documents queued. */
  recover(): Promise<number>;
  /** Whether the ledger and the queue answer. */
  health(): Promise<{ database: boolean; queue: boolean; blobs: boolean }>;
}
