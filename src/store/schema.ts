import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { ErrorCode, StoredReview, Word } from '../app/index.ts';
import type {
  DocumentMetadata,
  DocumentStatus,
  DocumentView,
  Figure,
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
  words: string;
  verdict: Verdict | null;
  search: GeneratedAlways<string>;
}

export interface Tables {
  documents: DocumentsTable;
  figures: FiguresTable;
  /** `since`: the last decision before the extraction. */
  records: { document: string; record: JSONColumnType<ReportRecord>; since: Generated<number> };
  page_words: { document: string; number: number; words: JSONColumnType<Word[]> };
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
  batches: { id: string; name: string; created: Time };
  batch_files: {
    sequence: GeneratedAlways<number>;
    batch: string;
    document: string | null;
    filename: string;
    duplicate: Generated<boolean>;
    error_code: ErrorCode | null;
  };
  members: MembersTable;
  /** A view: the members, and which of them had come before. */
  member_files: MembersTable & { duplicate: GeneratedAlways<boolean> };
}
