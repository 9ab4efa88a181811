import { type ExpressionBuilder, sql, type Transaction } from 'kysely';
import type {
  ErrorCode,
  FigureQuery,
  FoundFigure,
  Ledger,
  LedgerDocument,
  MemberPlace,
  NumberedEvent,
  Outcome,
  PlaceQuery,
  StandingFigure,
} from '../app/index.ts';
import type { MemberCounts } from '../model/index.ts';
import type { Database } from './database.ts';
import { type DocumentRow, documentOf, figureRow, json, recordColumns, standingOf } from './rows.ts';
import type { Tables } from './schema.ts';

type Connection = Database | Transaction<Tables>;
type Columns = ExpressionBuilder<Tables & { f: Tables['figures']; d: Tables['documents'] }, 'f' | 'd'>;

const UNFINISHED = ['queued', 'processing'] as const;
/** PostgreSQL takes 65,535 parameters a statement, and a row of figures has fifteen. */
const ROWS = 1000;

const events = async (db: Connection, document: string, after = 0, limit?: number): Promise<NumberedEvent[]> => {
  const query = db
    .selectFrom('decisions')
    .select(['sequence', 'at', 'who', 'figure', 'field', 'old', 'new', 'reason'])
    .where('document', '=', document)
    .where('sequence', '>', after)
    .orderBy('sequence');
  const rows = await (limit === undefined ? query : query.limit(limit)).execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
};

const outcomeOf = async (db: Connection, document: string): Promise<Outcome | null> => {
  const record = await db.selectFrom('records').select('record').where('document', '=', document).executeTakeFirst();
  if (!record) return null;
  const rows = await db
    .selectFrom('figures')
    .selectAll()
    .where('document', '=', document)
    .orderBy('start')
    .orderBy('id')
    .execute();
  return { record: record.record, figures: rows.map(standingOf) };
};

const insertFigures = async (db: Connection, document: string, figures: StandingFigure[]): Promise<void> => {
  for (let at = 0; at < figures.length; at += ROWS) {
    const rows = figures.slice(at, at + ROWS).map((figure) => figureRow(document, figure));
    await db.insertInto('figures').values(rows).execute();
  }
};

/** Holds the document until the transaction ends: extracting and deciding take turns. */
const lock = (db: Connection, id: string) =>
  db.selectFrom('documents').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

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
    ...(query.document === null ? [] : [eb('f.document', '=', query.document)]),
    ...(query.indicator === null ? [] : [eb('f.indicator', '=', query.indicator)]),
    ...(query.subject === null ? [] : [sql<boolean>`f.subjects @> ARRAY[${query.subject}]::text[]`]),
    ...(query.place === null ? [] : [atPlace(eb, query.place)]),
    ...(query.from === null ? [] : [eb('f.period_end', '>=', query.from)]),
    ...(query.to === null ? [] : [eb('f.period_start', '<=', query.to)]),
    ...(query.phrases.length === 0 ? [] : [sql<boolean>`f.search @@ to_tsquery('simple', ${tsquery(query.phrases)})`]),
  ]);

/** Goes with every column of a document. */
const archiveName = sql<string | null>`(SELECT a.filename FROM documents a WHERE a.id = documents.archive)`.as(
  'archive_name',
);

const documentRows = (db: Connection) => db.selectFrom('documents').selectAll().select(archiveName);

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
        .set((eb) => ({ status: 'processing', attempts: eb('attempts', '+', 1) }))
        .where('id', '=', id)
        .where('status', 'in', UNFINISHED)
        .returningAll()
        .returning(archiveName)
        .executeTakeFirst();
      return row ? documentOf(row) : null;
    },

    finish: (id, settle) =>
      db.transaction().execute(async (tx) => {
        await lock(tx, id);
        const before = await outcomeOf(tx, id);
        const decisions = await events(tx, id);
        const { record, figures } = settle({
          record: before?.record ?? null,
          figures: before?.figures ?? [],
          decisions,
        });
        await tx
          .insertInto('records')
          .values({ document: id, record: json(record) })
          .onConflict((conflict) => conflict.column('document').doUpdateSet({ record: json(record) }))
          .execute();
        await tx.deleteFrom('figures').where('document', '=', id).execute();
        await insertFigures(tx, id, figures);
        await tx
          .updateTable('documents')
          .set({
            ...recordColumns(record, figures.length),
            status: decisions.length > 0 ? 'reviewed' : 'extracted',
            error_code: null,
            processed: new Date(),
          })
          .where('id', '=', id)
          .execute();
      }),

    fail: async (id, code) => {
      await db
        .updateTable('documents')
        .set({ status: 'failed', error_code: code, processed: new Date() })
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

    /** One snapshot: the record and its figures belong together. */
    record: (id) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((tx) => outcomeOf(tx, id)),

    figure: async (document, id) => {
      const row = await db
        .selectFrom('figures')
        .selectAll()
        .where('document', '=', document)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? standingOf(row) : null;
    },

    decide: (document, { figure, ifTag, events }) =>
      db.transaction().execute(async (tx) => {
        await lock(tx, document);
        const row = figureRow(document, figure);
        const changed =
          ifTag === null
            ? await tx
                .insertInto('figures')
                .values(row)
                .onConflict((conflict) => conflict.columns(['document', 'id']).doNothing())
                .returning('id')
                .executeTakeFirst()
            : await tx
                .updateTable('figures')
                .set(row)
                .where('document', '=', document)
                .where('id', '=', figure.figure.id)
                .where('etag', '=', ifTag)
                .returning('id')
                .executeTakeFirst();
        if (!changed) return false;
        const rows = events.map((event) => ({ ...event, document, old: json(event.old), new: json(event.new) }));
        await tx.insertInto('decisions').values(rows).execute();
        await tx
          .updateTable('documents')
          .set({
            status: sql`CASE status WHEN 'extracted' THEN 'reviewed' ELSE status END`,
            counts: sql`jsonb_set(counts, '{figures}', to_jsonb((SELECT count(*) FROM figures WHERE document = ${document})))`,
          })
          .where('id', '=', document)
          .execute();
        return true;
      }),

    history: (document, { after, limit }) => events(db, document, after, limit),

    figures: async (query, { after, limit }) => {
      let select = db
        .selectFrom('figures as f')
        .innerJoin('documents as d', 'd.id', 'f.document')
        .selectAll('f')
        .select(['d.filename', 'd.metadata'])
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
          ...standingOf(row),
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
