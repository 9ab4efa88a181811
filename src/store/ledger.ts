import { type ExpressionBuilder, sql } from 'kysely';
import type {
  ErrorCode,
  FigureQuery,
  FoundFigure,
  Ledger,
  LedgerDocument,
  MemberPlace,
  PlaceQuery,
} from '../app/index.ts';
import type { MemberCounts } from '../model/index.ts';
import type { Database } from './database.ts';
import { archiveName, type Connection, documentRows } from './queries.ts';
import { review } from './review.ts';
import { type DocumentRow, documentOf, json, standingOf } from './rows.ts';
import type { Tables } from './schema.ts';

type Columns = ExpressionBuilder<Tables & { f: Tables['figures']; d: Tables['documents'] }, 'f' | 'd'>;

const UNFINISHED = ['queued', 'processing'] as const;

/** Words hold letters and digits only, so they need no quoting in a tsquery. */
const tsquery = (phrases: string[][]): string =>
  phrases
    .map((phrase) => `(${phrase.join(' <-> ')})`)
    .join(' & ')
    .replace(/\)$/u, ':*)');

/** A figure's own place, or its document's where it has none. */
const atPlace = (eb: Columns, place: PlaceQuery) => {
  const at = (table: 'f' | 'd') => {
    if ('code' in place) return eb(`${table}.place_code`, '=', place.code);
    const named = eb(`${table}.place_name`, '=', place.name);
    return place.levels.length === 0 ? named : eb.and([named, eb(`${table}.place_level`, 'in', place.levels)]);
  };
  return eb.or([at('f'), eb.and([eb('f.place_name', 'is', null), at('d')])]);
};

const matches = (eb: Columns, query: FigureQuery) =>
  eb.and([
    sql<boolean>`f.verdict IS DISTINCT FROM 'rejected'`,
    ...(query.document === null ? [] : [eb('f.document', '=', query.document)]),
    ...(query.indicator === null ? [] : [eb('f.indicator', '=', query.indicator)]),
    ...(query.subject === null ? [] : [sql<boolean>`f.subjects @> ARRAY[${query.subject}]::text[]`]),
    ...(query.place === null ? [] : [atPlace(eb, query.place)]),
    ...(query.from === null ? [] : [eb('f.period_end', '>=', query.from)]),
    ...(query.to === null ? [] : [eb('f.period_start', '<=', query.to)]),
    ...(query.phrases.length === 0 ? [] : [sql<boolean>`f.search @@ to_tsquery('simple', ${tsquery(query.phrases)})`]),
  ]);

/** The whole it names was rejected. */
const partOfNothing = sql<boolean>`EXISTS (
  SELECT FROM figures w WHERE w.document = f.document AND w.id = f.figure ->> 'partOf' AND w.verdict = 'rejected'
)`.as('part_of_nothing');

/** Of files `f` and their documents `d`: what became of how many. */
const COUNTS = sql`
  count(f.duplicate) AS found,
  count(*) FILTER (WHERE f.duplicate) AS duplicate,
  count(*) FILTER (WHERE NOT f.duplicate AND d.status IN ('extracted', 'reviewed')) AS done,
  count(*) FILTER (WHERE NOT f.duplicate AND (f.error_code IS NOT NULL OR d.status = 'failed')) AS failed,
  count(*) FILTER (WHERE NOT f.duplicate AND d.status IN ('queued', 'processing')) AS pending`;

/** Documents with, of the archives among them, what became of their members. */
const counted = async (db: Connection, rows: DocumentRow[]): Promise<LedgerDocument[]> => {
  if (rows.length === 0) return [];
  const { rows: counts } = await sql<MemberCounts & { archive: string }>`
    SELECT f.archive, ${COUNTS}
    FROM member_files f
    LEFT JOIN documents d ON d.id = f.document
    WHERE f.archive IN (${sql.join(rows.map(({ id }) => id))})
    GROUP BY f.archive`.execute(db);
  const byArchive = new Map(counts.map(({ archive, ...members }) => [archive, members]));
  return rows.map((row) => documentOf(row, byArchive.get(row.id)));
};

/** Enters a member, whatever stood at its place before. */
const enterMember = async (
  db: Connection,
  { archive, position, path }: MemberPlace,
  outcome: { document: string; error_code: null } | { document: null; error_code: ErrorCode },
): Promise<void> => {
  await db
    .insertInto('members')
    .values({ archive, position, path, ...outcome })
    .onConflict((conflict) => conflict.columns(['archive', 'position']).doUpdateSet({ path, ...outcome }))
    .execute();
};

/** The ledger in PostgreSQL 15 or later. */
export const createLedger = (db: Database): Ledger => {
  const document = async (id: string): Promise<LedgerDocument | null> => {
    const rows = await documentRows(db).where('id', '=', id).execute();
    return (await counted(db, rows))[0] ?? null;
  };

  return {
    ...review(db),

    submit: ({ id, sha256, filename, originalName, bytes, batch, member }) =>
      db.transaction().execute(async (tx) => {
        const inserted = await tx
          .insertInto('documents')
          .values({
            id,
            sha256,
            filename,
            original_name: originalName.toWellFormed().replaceAll('\0', ''),
            bytes,
            batch,
            archive: member?.archive ?? null,
            archive_path: member?.path ?? null,
          })
          .onConflict((conflict) => conflict.column('sha256').doNothing())
          .returningAll()
          .returning(archiveName)
          .executeTakeFirst();
        const row =
          inserted ??
          (await tx
            .selectFrom('documents')
            .selectAll()
            .select(archiveName)
            .where('sha256', '=', sha256)
            .executeTakeFirstOrThrow());
        const duplicate = inserted === undefined;
        if (member !== null) {
          await enterMember(tx, member, { document: row.id, error_code: null });
        } else if (batch !== null) {
          await tx.insertInto('batch_files').values({ batch, document: row.id, filename, duplicate }).execute();
        }
        return { document: documentOf(row), duplicate };
      }),

    refuse: async (batch, filename, code) => {
      await db.insertInto('batch_files').values({ batch, document: null, filename, error_code: code }).execute();
    },

    refuseMember: (place, code) => enterMember(db, place, { document: null, error_code: code }),

    keepMembers: async (archive, count) => {
      await db.deleteFrom('members').where('archive', '=', archive).where('position', '>=', count).execute();
    },

    members: async (archive, { after = -1, limit }) => {
      const rows = await db
        .selectFrom('member_files')
        .selectAll()
        .where('archive', '=', archive)
        .where('position', '>', after)
        .orderBy('position')
        .limit(limit)
        .execute();
      const ids = rows.flatMap(({ document }) => document ?? []);
      const found = ids.length === 0 ? [] : await documentRows(db).where('id', 'in', ids).execute();
      const documents = new Map(found.map((row) => [row.id, documentOf(row)]));
      return rows.map(({ position, path, duplicate, document, error_code }) => ({
        position,
        path,
        duplicate,
        document: (document !== null && documents.get(document)) || null,
        errorCode: error_code,
      }));
    },

    document,

    documents: async ({ status, after, limit }) => {
      let query = documentRows(db).orderBy('root', 'desc').orderBy('id').limit(limit);
      if (status !== undefined) query = query.where('status', '=', status);
      if (after !== undefined) {
        const { root, id } = after;
        query = query.where('root', '<=', root).where((eb) => eb.or([eb('root', '<', root), eb('id', '>', id)]));
      }
      return counted(db, await query.execute());
    },

    begin: async (id) => {
      const row = await db
        .updateTable('documents')
        .set((eb) => ({ status: 'processing', attempts: eb('attempts', '+', 1), progress: null }))
        .where('id', '=', id)
        .where('status', 'in', UNFINISHED)
        .returningAll()
        .returning(archiveName)
        .executeTakeFirst();
      return row ? documentOf(row) : null;
    },

    progress: async (id, progress) => {
      await db
        .updateTable('documents')
        .set({ progress: json(progress) })
        .where('id', '=', id)
        .where('status', '=', 'processing')
        .execute();
    },

    fail: async (id, code) => {
      await db
        .updateTable('documents')
        .set({ status: 'failed', error_code: code, processed: new Date(), progress: null })
        .where('id', '=', id)
        .where('status', 'in', UNFINISHED)
        .execute();
    },

    requeue: async (id) => {
      const row = await db
        .updateTable('documents')
        .set((eb) => ({ status: 'queued', error_code: null, attempts: 0, run: eb('run', '+', 1) }))
        .where('id', '=', id)
        .where('status', 'not in', UNFINISHED)
        .returningAll()
        .returning(archiveName)
        .executeTakeFirst();
      return row ? documentOf(row) : document(id);
    },

    unfinished: async ({ after = '', limit }) => {
      const rows = await documentRows(db)
        .where('status', 'in', UNFINISHED)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => documentOf(row));
    },

    figures: async (query, { after, limit }) => {
      let select = db
        .selectFrom('figures as f')
        .innerJoin('documents as d', 'd.id', 'f.document')
        .selectAll('f')
        .select(['d.filename', 'd.metadata'])
        .select(partOfNothing)
        .where((eb) => matches(eb as unknown as Columns, query))
        .orderBy('f.document', 'desc')
        .orderBy('f.start')
        .orderBy('f.id')
        .limit(limit);
      if (after) {
        select = select.where(
          sql<boolean>`(f.document < ${after.document} OR (f.document = ${after.document}
            AND (f.start, f.id) > (${after.start}::int, ${after.figure})))`,
        );
      }
      const rows = await select.execute();
      return rows.map(
        (row): FoundFigure => ({
          ...standingOf(row.part_of_nothing ? { ...row, figure: { ...row.figure, partOf: null } } : row),
          document: { id: row.document, filename: row.filename, metadata: row.metadata },
        }),
      );
    },

    createBatch: async (batch) => {
      await db.insertInto('batches').values(batch).execute();
    },

    batch: async (id) => {
      const { rows } = await sql<MemberCounts & { id: string; name: string; created: Date }>`
        SELECT b.id, b.name, b.created, ${COUNTS}
        FROM batches b
        LEFT JOIN (
          SELECT batch, document, duplicate, error_code FROM batch_files WHERE batch = ${id}
          UNION ALL
          SELECT a.batch, m.document, m.duplicate, m.error_code
          FROM documents a
          JOIN member_files m ON m.archive = a.id
          WHERE a.batch = ${id}
        ) f ON f.batch = b.id
        LEFT JOIN documents d ON d.id = f.document
        WHERE b.id = ${id}
        GROUP BY b.id`.execute(db);
      const row = rows[0];
      return row ? { ...row, created: row.created.toISOString() } : null;
    },

    ready: async () => {
      await sql`SELECT 1`.execute(db);
      return true;
    },
  };
};
