import { type RawBuilder, sql } from 'kysely';
import type { Audit, StoredDocument, StoredExtraction } from '../app/index.ts';
import type { Database } from './database.ts';

/** What a file of a batch should say, of the document `d` that it is. */
const SHOULD = sql`
  state = file_state(d.status), error_code = CASE WHEN d.status = 'failed' THEN d.error_code END,
  settled = CASE WHEN d.status NOT IN ('queued', 'processing') THEN coalesce(d.processed, clock_timestamp()) END`;

/** The sums of a batch's files, as migration 0006 counts them. */
const SUMS = sql`
  SELECT batch, state, state = 'pending' AND document IS NULL AS awaited, coalesce(error_code, '') AS error_code,
    coalesce(stage, '') AS stage, num_nonnulls(document, sha256, archive) > 0 AS retryable, count(*) AS count
  FROM batch_files`;

/** Looks through the ledger in keyset pages, each one statement and so of one moment. */
export const createAudit = (db: Database): Audit => {
  const ask = async <T>(query: RawBuilder<T>): Promise<T[]> => (await query.execute(db)).rows;
  return {
    documents: ({ after, limit }) =>
      ask(sql<StoredDocument>`
        SELECT id, sha256, bytes, filename FROM documents WHERE sha256 > ${after} ORDER BY sha256 LIMIT ${limit}`),

    extractions: ({ after, limit }) =>
      ask(sql<StoredExtraction>`
        SELECT d.id, d.filename, r.record ->> 'text' AS text, coalesce((d.counts ->> 'figures')::int, 0) AS counted,
          f.figures, f.spans,
          CASE WHEN r.record #>> '{document,reader,name}' = 'zip'
            THEN (SELECT count(*) FROM members m WHERE m.archive = d.id) END AS members
        FROM documents d
        LEFT JOIN records r ON r.document = d.id
        CROSS JOIN LATERAL (
          SELECT count(*) AS figures, coalesce(
            jsonb_agg(jsonb_build_array(f.id, f.figure #> '{span,start}', f.figure #> '{span,end}')) FILTER (WHERE f.found),
            '[]') AS spans
          FROM figures f WHERE f.document = d.id
        ) f
        WHERE d.status IN ('extracted', 'reviewed') AND d.id > ${after}
        ORDER BY d.id LIMIT ${limit}`),

    known: async (ids) => {
      const found = await ask(sql<{ id: string }>`SELECT id FROM documents WHERE id = ANY (${ids})`);
      return new Set(found.map(({ id }) => id));
    },
    hasBytes: async (sha256) =>
      (await ask(sql<{ id: string }>`SELECT id FROM documents WHERE sha256 = ${sha256}`)).length > 0,

    unlistedMembers: ({ after, limit }) =>
      ask(sql<{ id: string; archive: string }>`
        SELECT d.id, d.archive FROM documents d
        JOIN documents a ON a.id = d.archive AND a.status IN ('extracted', 'reviewed')
        WHERE d.archive IS NOT NULL AND d.id > ${after}
          AND NOT EXISTS (SELECT FROM members m WHERE m.archive = d.archive AND m.document = d.id)
        ORDER BY d.id LIMIT ${limit}`),
    lostDecisions: ({ after, limit }) =>
      ask(sql<{ id: string }>`
        SELECT DISTINCT c.document AS id FROM decisions c
        JOIN documents d ON d.id = c.document AND d.status IN ('extracted', 'reviewed')
        WHERE c.figure IS NOT NULL AND c.document > ${after}
          AND NOT EXISTS (SELECT FROM figures f WHERE f.document = c.document AND f.id = c.figure)
        ORDER BY 1 LIMIT ${limit}`),

    untrueFiles: ({ after, limit }) =>
      ask(sql<{ sequence: number; batch: string; path: string }>`
        SELECT f.sequence, f.batch, f.path FROM batch_files f JOIN documents d ON d.id = f.document
        WHERE f.state <> 'duplicate' AND f.sequence > ${after} AND (
          f.state <> file_state(d.status)
          OR f.error_code IS DISTINCT FROM CASE WHEN d.status = 'failed' THEN d.error_code END
        )
        ORDER BY f.sequence LIMIT ${limit}`),
    untrueBatches: async () => {
      const found = await ask(sql<{ batch: string }>`
        WITH sums AS (${SUMS} GROUP BY 1, 2, 3, 4, 5, 6), counted AS (
          SELECT batch, state, awaited, error_code, stage, retryable, sum(count) AS count
          FROM batch_counts GROUP BY 1, 2, 3, 4, 5, 6
        )
        SELECT DISTINCT batch FROM sums
        FULL JOIN counted USING (batch, state, awaited, error_code, stage, retryable)
        WHERE coalesce(sums.count, 0) <> coalesce(counted.count, 0)
        ORDER BY batch`);
      return found.map(({ batch }) => batch);
    },

    settleFile: async (sequence) => {
      await sql`
        UPDATE batch_files f SET ${SHOULD} FROM documents d
        WHERE f.sequence = ${sequence} AND d.id = f.document AND f.state <> 'duplicate'`.execute(db);
    },
    recount: (batch) =>
      db.transaction().execute(async (tx) => {
        // Nobody may count in between.
        await sql`LOCK TABLE batch_files IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
        await sql`DELETE FROM batch_counts WHERE batch = ${batch}`.execute(tx);
        await sql`
          INSERT INTO batch_counts (batch, state, awaited, error_code, stage, retryable, count, backend)
          SELECT *, pg_backend_pid() FROM (${SUMS} WHERE batch = ${batch} GROUP BY 1, 2, 3, 4, 5, 6) AS sums`.execute(
          tx,
        );
      }),
  };
};
