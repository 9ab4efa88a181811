import { type Kysely, sql } from 'kysely';

/** Identifiers compare byte by byte (COLLATE "C"), so that cursors mean the same in every database. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    CREATE TABLE batches (
      id text COLLATE "C" PRIMARY KEY,
      name text NOT NULL,
      created timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`
    CREATE TABLE documents (
      id text COLLATE "C" PRIMARY KEY,
      sha256 text COLLATE "C" NOT NULL UNIQUE,
      filename text NOT NULL,
      original_name text NOT NULL,
      media_type text,
      bytes bigint NOT NULL,
      status text NOT NULL DEFAULT 'queued'
        CHECK (status IN ('queued', 'processing', 'extracted', 'reviewed', 'failed')),
      error_code text,
      batch text COLLATE "C" REFERENCES batches,
      submitted timestamptz NOT NULL DEFAULT now(),
      processed timestamptz,
      run int NOT NULL DEFAULT 1,
      attempts int NOT NULL DEFAULT 0,
      extractor_version text,
      metadata jsonb,
      counts jsonb,
      place_code text COLLATE "C",
      place_name text COLLATE "C",
      place_level text COLLATE "C"
    )`.execute(db);
  await sql`CREATE INDEX documents_unfinished ON documents (id) WHERE status IN ('queued', 'processing')`.execute(db);
  await sql`CREATE INDEX documents_by_status ON documents (status, id)`.execute(db);
  await sql`CREATE INDEX documents_by_place ON documents (place_name)`.execute(db);
  await sql`
    CREATE TABLE batch_files (
      sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      batch text COLLATE "C" NOT NULL REFERENCES batches,
      document text COLLATE "C" REFERENCES documents,
      filename text NOT NULL,
      duplicate boolean NOT NULL DEFAULT false,
      error_code text,
      CHECK ((document IS NULL) = (error_code IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX batch_files_by_batch ON batch_files (batch)`.execute(db);
  await sql`
    CREATE TABLE records (
      document text COLLATE "C" PRIMARY KEY REFERENCES documents,
      record jsonb NOT NULL
    )`.execute(db);
  await sql`
    CREATE TABLE figures (
      document text COLLATE "C" NOT NULL REFERENCES documents,
      id text COLLATE "C" NOT NULL,
      start int NOT NULL,
      figure jsonb NOT NULL,
      etag text COLLATE "C" NOT NULL,
      found boolean NOT NULL,
      indicator text COLLATE "C",
      subjects text[] NOT NULL,
      place_code text COLLATE "C",
      place_name text COLLATE "C",
      place_level text COLLATE "C",
      period_start date,
      period_end date,
      words text NOT NULL,
      search tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED,
      PRIMARY KEY (document, id)
    )`.execute(db);
  await sql`CREATE INDEX figures_in_order ON figures (document DESC, start, id)`.execute(db);
  await sql`CREATE INDEX figures_by_indicator ON figures (indicator, period_start)`.execute(db);
  await sql`CREATE INDEX figures_by_place ON figures (place_name)`.execute(db);
  await sql`CREATE INDEX figures_by_subject ON figures USING gin (subjects)`.execute(db);
  await sql`CREATE INDEX figures_by_word ON figures USING gin (search)`.execute(db);
  await sql`
    CREATE TABLE decisions (
      sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      document text COLLATE "C" NOT NULL REFERENCES documents,
      figure text COLLATE "C" NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      who text NOT NULL,
      field text NOT NULL,
      old jsonb NOT NULL,
      new jsonb NOT NULL,
      reason text
    )`.execute(db);
  await sql`CREATE INDEX decisions_by_document ON decisions (document, sequence)`.execute(db);
};
