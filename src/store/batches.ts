import { sql } from 'kysely';
import type { FileCount, Ledger, LedgerBatch } from '../app/index.ts';
import { AWAITED, announce, FILE, heldBatch, settleAll, settleArrived, startOver } from './batch-files.ts';
import type { Database } from './database.ts';
import { type Connection, documentRows } from './queries.ts';
import { documentOf, json } from './rows.ts';

type Row = Omit<LedgerBatch, 'created' | 'settled'> & { created: Date; settled: Date | null };

/** In one snapshot, so that the sums agree with themselves. */
const batchesWhere = async (db: Connection, condition: ReturnType<typeof sql>): Promise<LedgerBatch[]> => {
  const { rows } = await sql<Row>`
    SELECT b.id, b.name, b.kind, b.held, b.created, b.given,
      (
        SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]')
        FROM (
          SELECT state, awaited, nullif(error_code, '') AS code, nullif(stage, '') AS stage, retryable,
            sum(count)::int AS count
          FROM batch_counts WHERE batch = b.id
          GROUP BY 1, 2, 3, 4, 5
          HAVING sum(count) <> 0
        ) c
      ) AS counts,
      (
        SELECT count(*) FROM documents d
        JOIN batch_files f ON f.document = d.id AND f.batch = b.id AND f.state = 'pending'
        WHERE d.status = 'processing'
      ) AS processing,
      (SELECT max(settled) FROM batch_files f WHERE f.batch = b.id) AS settled,
      (
        SELECT count(*) FROM batch_files f WHERE f.batch = b.id AND f.settled > now() - interval '5 minutes'
      ) AS recent
    FROM batches b
    ${condition}`.execute(db);
  return rows.map((row) => ({
    ...row,
    counts: row.counts as FileCount[],
    created: row.created.toISOString(),
    settled: row.settled?.toISOString() ?? null,
  }));
};

/** Lets go what has not been begun: a document that had a record before keeps it and is as it was. */
const cancel = async (db: Connection, batch: string): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    UPDATE documents d
    SET status = CASE
        WHEN r.document IS NULL THEN 'failed'
        WHEN EXISTS (SELECT FROM decisions e WHERE e.document = q.id AND e.figure IS NOT NULL AND e.layer = 'first')
          THEN 'reviewed'
        ELSE 'extracted'
      END,
      error_code = CASE WHEN r.document IS NULL THEN 'cancelled' END,
      processed = CASE WHEN r.document IS NULL THEN clock_timestamp() ELSE d.processed END
    FROM documents q
    LEFT JOIN records r ON r.document = q.id
    WHERE d.id = q.id AND d.hold = ${batch} AND d.status = 'queued'
    RETURNING d.id`.execute(db);
  await sql`
    UPDATE batch_files SET state = 'failed', error_code = 'cancelled', settled = clock_timestamp()
    WHERE batch = ${batch} AND (${AWAITED} OR (state <> 'duplicate' AND document = ANY (${rows.map(({ id }) => id)})))
      AND error_code IS DISTINCT FROM 'cancelled'`.execute(db);
};

type Methods =
  | 'createBatch'
  | 'batch'
  | 'batchExists'
  | 'batches'
  | 'announce'
  | 'batchFiles'
  | 'hold'
  | 'retry'
  | 'extractBelow'
  | 'settleArrived'
  | 'waiting';

/** Batches, and what becomes of their files. */
export const batches = (db: Database): Pick<Ledger, Methods> => ({
  createBatch: async ({ id, name, key, given }) => {
    const inserted = await db
      .insertInto('batches')
      .values({ id, name, key, given: json(given) })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n || key === null) return { id, created: true };
    const known = await db.selectFrom('batches').select('id').where('key', '=', key).executeTakeFirstOrThrow();
    return { id: known.id, created: false };
  },

  batch: async (id) => (await batchesWhere(db, sql`WHERE b.id = ${id}`))[0] ?? null,

  batchExists: async (id) =>
    (await db.selectFrom('batches').select('id').where('id', '=', id).executeTakeFirst()) !== undefined,

  batches: ({ after, limit }) =>
    batchesWhere(
      db,
      sql`${after === undefined ? sql`` : sql`WHERE b.id < ${after}`} ORDER BY b.id DESC LIMIT ${limit}`,
    ),

  announce: (batch, files) => db.transaction().execute((tx) => announce(tx, batch, files)),

  batchFiles: async (batch, { state, code, after = 0, limit }) => {
    let query = db
      .selectFrom('batch_files')
      .select(FILE)
      .where('batch', '=', batch)
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(limit);
    if (state !== undefined) query = query.where('state', '=', state);
    if (code !== undefined) query = query.where('state', '=', 'failed').where(sql`error_code`, '=', code);
    return query.execute();
  },

  hold: (batch, held) =>
    db.transaction().execute(async (tx) => {
      await tx.updateTable('batches').set({ held }).where('id', '=', batch).execute();
      if (held === 'cancelled') await cancel(tx, batch);
    }),

  retry: (batch, code) =>
    db.transaction().execute(async (tx) => {
      await sql`UPDATE batches SET held = nullif(held, 'cancelled') WHERE id = ${batch}`.execute(tx);
      const failed = sql`f.batch = ${batch} AND f.state = 'failed'
        ${code === null ? sql`` : sql`AND f.error_code = ${code}`}`;
      // Of a member that could not be unpacked the archive starts over.
      await sql`
        UPDATE documents SET ${startOver(batch)}
        WHERE status NOT IN ('queued', 'processing')
          AND id IN (SELECT coalesce(f.document, f.archive) FROM batch_files f WHERE ${failed})`.execute(tx);
      await sql`
        UPDATE batch_files f SET state = 'pending', error_code = NULL, settled = NULL
        WHERE ${failed} AND f.document IS NULL AND f.sha256 IS NOT NULL`.execute(tx);
      const held = await heldBatch(tx, batch);
      await settleAll(tx, batch, held?.held === 'paused');
    }),

  extractBelow: ({ id, name }, below, of) =>
    db.transaction().execute(async (tx) => {
      await tx.insertInto('batches').values({ id, name, kind: 'extraction', key: null }).execute();
      const version = (text: unknown) => sql`string_to_array(split_part(${text}, '-', 1), '.')::int[]`;
      await sql`
        UPDATE documents SET ${startOver(id)}
        WHERE status IN ('extracted', 'reviewed')
          AND ${version(sql`extractor_version`)} < ${version(sql`${below}::text`)}
          AND NOT EXISTS (SELECT FROM members m WHERE m.archive = documents.id)
          ${of === null ? sql`` : sql`AND id IN (SELECT document FROM batch_files WHERE batch = ${of})`}`.execute(tx);
      await sql`
        INSERT INTO batch_files (batch, path, document)
        SELECT ${id}, filename, id FROM documents WHERE hold = ${id} AND status = 'queued'
        ORDER BY id`.execute(tx);
    }),

  settleArrived: () => settleArrived(db),

  waiting: async (batch, { after = '', limit }) => {
    const rows = await documentRows(db)
      .where('hold', '=', batch)
      .where('status', '=', 'queued')
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map((row) => documentOf(row));
  },
});
