import { type Kysely, sql } from 'kysely';

/**
 * Every file of a batch is a row from the moment it is announced, those of its archives as soon as they are unpacked, and
 * says itself what became of it. Triggers keep it true, whatever writes a document's status, and count: `batch_counts`
 * has a row for each connection that wrote, so that none waits for another; their sums are the batch.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    ALTER TABLE batches
      ADD COLUMN key text COLLATE "C" UNIQUE,
      ADD COLUMN kind text NOT NULL DEFAULT 'files' CHECK (kind IN ('files', 'extraction')),
      ADD COLUMN held text CHECK (held IN ('paused', 'cancelled')),
      ADD COLUMN given jsonb NOT NULL DEFAULT '{"place": null, "year": null}'`.execute(db);

  // The batch whose pause and cancellation a document obeys: none once somebody else has brought the same bytes.
  await sql`
    ALTER TABLE documents
      ADD COLUMN hold text COLLATE "C" REFERENCES batches,
      ADD COLUMN given jsonb`.execute(db);
  await sql`UPDATE documents SET hold = batch WHERE status IN ('queued', 'processing')`.execute(db);
  await sql`CREATE INDEX documents_held ON documents (hold, id) WHERE status = 'queued'`.execute(db);

  // What uploads in pieces became, for a client that lost the last answer.
  await sql`
    CREATE TABLE uploads (
      id text COLLATE "C" PRIMARY KEY,
      document text COLLATE "C" NOT NULL REFERENCES documents,
      duplicate boolean NOT NULL,
      bytes bigint NOT NULL,
      finished timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX uploads_by_finished ON uploads (finished)`.execute(db);

  await sql`
    CREATE FUNCTION file_state(status text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT CASE WHEN status IN ('queued', 'processing') THEN 'pending' WHEN status = 'failed' THEN 'failed' ELSE 'done' END
    $$`.execute(db);
  await sql`
    DO $$
    DECLARE name text;
    BEGIN
      FOR name IN SELECT conname FROM pg_constraint WHERE conrelid = 'batch_files'::regclass AND contype = 'c'
      LOOP EXECUTE format('ALTER TABLE batch_files DROP CONSTRAINT %I', name); END LOOP;
    END $$`.execute(db);
  await sql`ALTER TABLE batch_files RENAME COLUMN filename TO path`.execute(db);
  await sql`
    ALTER TABLE batch_files
      ADD COLUMN state text COLLATE "C" NOT NULL DEFAULT 'pending'
        CHECK (state IN ('done', 'duplicate', 'failed', 'pending')),
      ADD COLUMN sha256 text COLLATE "C",
      ADD COLUMN bytes bigint,
      ADD COLUMN given jsonb,
      ADD COLUMN settled timestamptz,
      ADD COLUMN archive text COLLATE "C" REFERENCES documents,
      ADD COLUMN position int`.execute(db);
  await sql`
    UPDATE batch_files f
    SET state = CASE WHEN f.duplicate THEN 'duplicate' ELSE 'failed' END, settled = b.created
    FROM batches b
    WHERE b.id = f.batch AND (f.duplicate OR f.document IS NULL)`.execute(db);
  await sql`
    UPDATE batch_files f
    SET state = file_state(d.status), error_code = CASE WHEN d.status = 'failed' THEN d.error_code END,
      settled = CASE WHEN d.status NOT IN ('queued', 'processing') THEN coalesce(d.processed, d.submitted) END
    FROM documents d
    WHERE d.id = f.document AND NOT f.duplicate`.execute(db);
  await sql`
    INSERT INTO batch_files (batch, path, document, state, error_code, settled, archive, position)
    SELECT f.batch, f.path || '/' || m.path, m.document,
      CASE WHEN m.duplicate THEN 'duplicate' WHEN d.id IS NULL THEN 'failed' ELSE file_state(d.status) END,
      CASE WHEN d.id IS NULL THEN m.error_code WHEN NOT m.duplicate AND d.status = 'failed' THEN d.error_code END,
      CASE WHEN m.duplicate OR d.id IS NULL OR d.status NOT IN ('queued', 'processing')
        THEN coalesce(d.processed, d.submitted, a.processed, a.submitted) END,
      m.archive, m.position
    FROM batch_files f
    JOIN documents a ON a.id = f.document
    JOIN member_files m ON m.archive = a.id
    LEFT JOIN documents d ON d.id = m.document
    WHERE NOT f.duplicate
    ORDER BY f.sequence, m.position`.execute(db);
  await sql`
    ALTER TABLE batch_files
      DROP COLUMN duplicate,
      ADD COLUMN stage text COLLATE "C" GENERATED ALWAYS AS (
        CASE
          WHEN error_code IS NULL THEN NULL
          WHEN document IS NULL AND archive IS NULL THEN 'upload'
          WHEN error_code = 'internal' THEN 'extract'
          ELSE 'read'
        END
      ) STORED,
      ADD CHECK ((state = 'failed') = (error_code IS NOT NULL)),
      ADD CHECK (document IS NOT NULL OR state = 'failed' OR (state = 'pending' AND sha256 IS NOT NULL)),
      ADD CHECK ((archive IS NULL) = (position IS NULL))`.execute(db);

  await sql`DROP INDEX batch_files_by_batch`.execute(db);
  await sql`CREATE INDEX batch_files_in_order ON batch_files (batch, sequence)`.execute(db);
  await sql`CREATE INDEX batch_files_by_state ON batch_files (batch, state, sequence)`.execute(db);
  await sql`CREATE INDEX batch_files_by_settled ON batch_files (batch, settled)`.execute(db);
  await sql`CREATE INDEX batch_files_by_document ON batch_files (document)`.execute(db);
  // Paths are longer than an index takes. Only announced files have a hash, and each path of them is one file.
  await sql`
    CREATE UNIQUE INDEX batch_files_by_path ON batch_files (batch, md5(path)) WHERE sha256 IS NOT NULL`.execute(db);
  await sql`
    CREATE INDEX batch_files_awaited ON batch_files (sha256) WHERE state = 'pending' AND document IS NULL`.execute(db);
  await sql`
    CREATE UNIQUE INDEX batch_files_by_member ON batch_files (archive, position, batch)
      WHERE archive IS NOT NULL`.execute(db);

  await sql`
    CREATE TABLE batch_counts (
      batch text COLLATE "C" NOT NULL,
      state text COLLATE "C" NOT NULL,
      awaited boolean NOT NULL,
      error_code text COLLATE "C" NOT NULL,
      stage text COLLATE "C" NOT NULL,
      retryable boolean NOT NULL,
      backend int NOT NULL,
      count bigint NOT NULL,
      PRIMARY KEY (batch, state, awaited, error_code, stage, retryable, backend)
    ) WITH (fillfactor = 50)`.execute(db);
  const counted = (rows: string) =>
    `INSERT INTO batch_counts AS c
    SELECT batch, state, state = 'pending' AND document IS NULL, coalesce(error_code, ''), coalesce(stage, ''),
      num_nonnulls(document, sha256, archive) > 0, pg_backend_pid(), sum(n)
    FROM (${rows}) AS rows
    GROUP BY 1, 2, 3, 4, 5, 6
    HAVING sum(n) <> 0
    ON CONFLICT (batch, state, awaited, error_code, stage, retryable, backend)
      DO UPDATE SET count = c.count + excluded.count;`;
  await sql.raw(counted('SELECT *, 1 AS n FROM batch_files')).execute(db);
  await sql
    .raw(`
    CREATE FUNCTION count_batch_files() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN ${counted('SELECT *, 1 AS n FROM new_rows')}
      ELSIF TG_OP = 'DELETE' THEN ${counted('SELECT *, -1 AS n FROM old_rows')}
      ELSE ${counted('SELECT *, -1 AS n FROM old_rows UNION ALL SELECT *, 1 FROM new_rows')}
      END IF;
      RETURN NULL;
    END $$`)
    .execute(db);
  const seen = {
    INSERT: 'NEW TABLE AS new_rows',
    UPDATE: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
    DELETE: 'OLD TABLE AS old_rows',
  };
  for (const [event, rows] of Object.entries(seen)) {
    const name = `batch_files_counted_on_${event.toLowerCase()}`;
    await sql
      .raw(`CREATE TRIGGER ${name} AFTER ${event} ON batch_files REFERENCING ${rows}
        FOR EACH STATEMENT EXECUTE FUNCTION count_batch_files()`)
      .execute(db);
  }

  // A connection keeps the plans of its first call, whether one document changed then or all of a batch: hence no join of
  // what was and is, and an update that is planned each time.
  await sql`
    CREATE FUNCTION settle_batch_files() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE changed text[];
    BEGIN
      SELECT array_agg(id) INTO changed FROM (
        SELECT id FROM (
          SELECT id, file_state(status) || CASE WHEN status = 'failed' THEN error_code ELSE '' END AS state FROM old_rows
          UNION ALL
          SELECT id, file_state(status) || CASE WHEN status = 'failed' THEN error_code ELSE '' END FROM new_rows
        ) AS seen
        GROUP BY id
        HAVING min(state) <> max(state)
      ) AS ids;
      IF changed IS NOT NULL THEN
        EXECUTE 'UPDATE batch_files f
          SET state = file_state(d.status), error_code = CASE WHEN d.status = ''failed'' THEN d.error_code END,
            settled = CASE WHEN d.status NOT IN (''queued'', ''processing'') THEN clock_timestamp() END
          FROM documents d
          WHERE d.id = f.document AND f.document = ANY ($1) AND f.state <> ''duplicate'''
        USING changed;
      END IF;
      RETURN NULL;
    END $$`.execute(db);
  await sql`
    CREATE TRIGGER documents_settle_files AFTER UPDATE ON documents
      REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION settle_batch_files()`.execute(db);
};
