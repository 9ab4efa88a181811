import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { ErrorCode, StoredReview } from '../app/index.ts';
import type {
  Batch,
  BatchFileState,
  BatchStage,
  Check,
  DocumentMetadata,
  DocumentStatus,
  DocumentView,
  Figure,
  Given,
  Message,
  Progress,
  ReportRecord,
  Verdict,
} from '../model/index.ts';

/** JSON goes in as text and comes out parsed. */
type Json<T> = ColumnType<T, string | null, string | null>;
type Time = ColumnType<Date, Date | undefined, Date>;

export interface DocumentsTable {
  id: string;
  sha256: string;
  filename: string;
  original_name: string;
  media_type: string | null;
  bytes: number;
  status: Generated<DocumentStatus>;
  error_code: ErrorCode | null;
  batch: string | null;
  submitted: Time;
  processed: ColumnType<Date | null>;
  run: Generated<number>;
  attempts: Generated<number>;
  extractor_version: string | null;
  metadata: Json<DocumentMetadata | null>;
  counts: Json<DocumentView['counts']>;
  place_code: string | null;
  place_name: string | null;
  place_level: string | null;
  archive: string | null;
  archive_path: string | null;
  /** The archive, or the document itself where it came alone. */
  root: GeneratedAlways<string>;
  review: ColumnType<StoredReview, string | undefined, string>;
  /** Figures that nobody has decided on, and how many of them are worth a look. */
  doubtful: Generated<number>;
  undecided: Generated<number>;
  progress: Json<Progress | null>;
  /** The batch whose pause and cancellation it obeys. */
  hold: string | null;
  given: Json<Given | null>;
}

interface BatchesTable {
  id: string;
  name: string;
  created: Time;
  key: string | null;
  kind: Generated<Batch['kind']>;
  held: 'paused' | 'cancelled' | null;
  given: ColumnType<Given, string | undefined, string>;
}

export interface BatchFilesTable {
  sequence: GeneratedAlways<number>;
  batch: string;
  document: string | null;
  path: string;
  state: Generated<BatchFileState>;
  error_code: ErrorCode | null;
  stage: GeneratedAlways<BatchStage | null>;
  /** Of an announced file. */
  sha256: string | null;
  bytes: number | null;
  given: Json<Given | null>;
  settled: ColumnType<Date | null>;
  /** Of a member: the archive, and where in it. */
  archive: string | null;
  position: number | null;
}

interface MembersTable {
  archive: string;
  position: number;
  path: string;
  document: string | null;
  error_code: ErrorCode | null;
}

export interface FiguresTable {
  document: string;
  id: string;
  start: number;
  figure: JSONColumnType<Figure>;
  etag: string;
  found: boolean;
  indicator: string | null;
  subjects: string[];
  place_code: string | null;
  place_name: string | null;
  place_level: string | null;
  period_start: string | null;
  period_end: string | null;
  /** What it has in common with those that say the same of its place; null without place or indicator. */
  series: number | null;
  words: string;
  verdict: Verdict | null;
  /** Null where it stands as extracted, JSON null where it was not; `place` is folded. */
  extracted: Json<{ figure: Figure; words: string; place: string | null } | null>;
  /** The record's about its text; null for none. */
  messages: Json<Message[] | null>;
  /** Nobody has decided on it, or the extraction speaks against what they decided; it is worth a look. */
  undecided: Generated<boolean>;
  doubtful: Generated<boolean>;
  search: GeneratedAlways<string>;
}

export interface Tables {
  documents: DocumentsTable;
  figures: FiguresTable;
  records: {
    document: string;
    record: JSONColumnType<ReportRecord>;
    /** The last decision before the extraction. */
    since: Generated<number>;
    schema_version: string | null;
    recognised: Generated<boolean>;
  };
  /** Of the record as extracted, in its order. */
  checks: { document: string; position: number; figures: string[]; content: JSONColumnType<Check> };
  /** Packed (store/packed-words.ts). */
  page_words: { document: string; number: number; words: Uint8Array };
  decisions: {
    sequence: GeneratedAlways<number>;
    document: string;
    figure: string | null;
    at: Time;
    who: string;
    field: string;
    old: Json<unknown>;
    new: Json<unknown>;
    reason: string | null;
    layer: Generated<'first' | 'second'>;
  };
  batches: BatchesTable;
  batch_files: BatchFilesTable;
  /** Uploads in pieces that are whole, and what they became. */
  uploads: { id: string; document: string; duplicate: boolean; bytes: number; finished: Time };
  members: MembersTable;
  /** A view: the members, and which of them had come before. */
  member_files: MembersTable & { duplicate: GeneratedAlways<boolean> };
}
