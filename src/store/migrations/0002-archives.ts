import { type Kysely, sql } from 'kysely';

/**
 * Archives and their members. A document that came in an archive names it; `root` lets lists keep both together.
 * `members` has every file of an archive, those that were known already and those that could not be unpacked too;
 * which of them are duplicates follows from where each document came first, so that unpacking again changes nothing.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    ALTER TABLE documents
      ADD COLUMN archive text COLLATE "C" REFERENCES documents,
      ADD COLUMN archive_path text,
      ADD COLUMN root text COLLATE "C" NOT NULL GENERATED ALWAYS AS (coalesce(archive, id)) STORED,
      ADD CHECK ((archive IS NULL) = (archive_path IS NULL))`.execute(db);
  await sql`CREATE INDEX documents_in_order ON documents (root DESC, id)`.execute(db);
  await sql`DROP INDEX documents_by_status`.execute(db);
  await sql`CREATE INDEX documents_by_status ON documents (status, root DESC, id)`.execute(db);
  await sql`CREATE INDEX documents_by_batch ON documents (batch) WHERE batch IS NOT NULL`.execute(db);
  await sql`
    CREATE TABLE members (
      archive text COLLATE "C" NOT NULL REFERENCES documents,
      position int NOT NULL,
      path text NOT NULL,
      document text COLLATE "C" REFERENCES documents,
      error_code text,
      PRIMARY KEY (archive, position),
      CHECK ((document IS NULL) = (error_code IS NOT NULL))
    )`.execute(db);
  await sql`CREATE INDEX members_by_document ON members (document, archive, position)`.execute(db);
  await sql`
    CREATE VIEW member_files AS
    SELECT m.archive, m.position, m.path, m.document, m.error_code,
      m.document IS NOT NULL AND (
        d.archive IS DISTINCT FROM m.archive
        OR EXISTS (
          SELECT FROM members e
          WHERE e.document = m.document AND e.archive = m.archive AND e.position < m.position
        )
      ) AS duplicate
    FROM members m
    LEFT JOIN documents d ON d.id = m.document`.execute(db);
};
