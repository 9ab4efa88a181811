import { sql } from 'kysely';
import type { ErrorCode, Ledger, LedgerDocument, MemberPlace } from '../app/index.ts';
import type { Given, MemberCounts } from '../model/index.ts';
import { isAway } from './away.ts';
import {
  announcedFile,
  enterFile,
  enterMemberFile,
  heldBatch,
  refuseFile,
  settleAwaited,
  startOver,
} from './batch-files.ts';
import { batches } from './batches.ts';
import type { Database } from './database.ts';
import { archiveName, type Connection, documentRows } from './queries.ts';
import { review } from './review.ts';
import { type DocumentRow, documentOf, json } from './rows.ts';
import { searchFigures } from './search.ts';

const UNFINISHED = ['queued', 'processing'] as const;

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
  await enterMemberFile(db, { archive, position, path });
};

/** In hand, or of no batch that is paused. */
const goesOn = sql<boolean>`(documents.status = 'processing' OR NOT EXISTS (
  SELECT FROM batches b WHERE b.id = documents.hold AND b.held = 'paused'
))`;

const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');

/** What an upload in pieces has become; nobody else submits it until the transaction ends. Older ones are forgotten. */
const earlier = async (db: Connection, upload: string) => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`submit ${upload}`}, 0))`.execute(db);
  await db.deleteFrom('uploads').where('finished', '<', sql<Date>`now() - interval '1 day'`).execute();
  const row = await db.selectFrom('uploads').selectAll().where('id', '=', upload).executeTakeFirst();
  if (!row) return null;
  const document = documentOf(await documentRows(db).where('id', '=', row.document).executeTakeFirstOrThrow());
  return { document, duplicate: row.duplicate, begin: false };
};

interface Origin {
  hold: string | null;
  held: 'paused' | 'cancelled' | null;
  given: Given | null;
}

/** What holds for a document of where it comes from: the batch it obeys, and what is known of it. */
const originOf = async (
  db: Connection,
  { batch, member, path, sha256 }: { batch: string | null; member: MemberPlace | null; path: string; sha256: string },
): Promise<Origin> => {
  if (member !== null) {
    const archive = await db
      .selectFrom('documents')
      .select(['hold', 'given'])
      .where('id', '=', member.archive)
      .executeTakeFirstOrThrow();
    const held = archive.hold === null ? null : ((await heldBatch(db, archive.hold))?.held ?? null);
    return { ...archive, held };
  }
  if (batch === null) return { hold: null, held: null, given: null };
  const of = await heldBatch(db, batch);
  const file = await announcedFile(db, batch, path, sha256);
  const [place, year] = [file?.given?.place ?? of?.given.place ?? null, file?.given?.year ?? of?.given.year ?? null];
  return { hold: batch, held: of?.held ?? null, given: place === null && year === null ? null : { place, year } };
};

/**
 * The document whose bytes have come again. One that was cancelled with its batch starts over for whoever brings it now
 * (`known` is false: it is theirs); one that waits for another batch to go on waits no longer.
 */
const broughtAgain = async (
  db: Connection,
  sha256: string,
  { hold, held }: Origin,
): Promise<{ document: LedgerDocument; begin: boolean; known: boolean }> => {
  const stored = async () => documentOf(await documentRows(db).where('sha256', '=', sha256).executeTakeFirstOrThrow());
  const document = await stored();
  if (document.errorCode === 'cancelled' && held !== 'cancelled') {
    const { numAffectedRows } = await sql`
      UPDATE documents SET ${startOver(hold)} WHERE sha256 = ${sha256} AND error_code = 'cancelled'`.execute(db);
    return { document: await stored(), begin: true, known: numAffectedRows === 0n };
  }
  if (document.status === 'queued' && document.hold !== null && document.hold !== hold && held === null) {
    await db.updateTable('documents').set({ hold: null }).where('sha256', '=', sha256).execute();
    return { document: await stored(), begin: true, known: true };
  }
  return { document, begin: false, known: true };
};

/** The ledger in PostgreSQL 15 or later. */
export const createLedger = (db: Database): Ledger => {
  const document = async (id: string): Promise<LedgerDocument | null> => {
    const rows = await documentRows(db).where('id', '=', id).execute();
    return (await counted(db, rows))[0] ?? null;
  };

  return {
    ...review(db),

    ...batches(db),

    submit: ({ id, sha256, filename, originalName, bytes, batch, member, upload }) =>
      db.transaction().execute(async (tx) => {
        const before = upload === undefined ? null : await earlier(tx, upload);
        if (before) return before;
        const path = storable(originalName);
        const origin = await originOf(tx, { batch, member, path, sha256 });
        const cancelled = origin.held === 'cancelled';
        const inserted = await tx
          .insertInto('documents')
          .values({
            id,
            sha256,
            filename,
            original_name: path,
            bytes,
            batch,
            archive: member?.archive ?? null,
            archive_path: member?.path ?? null,
            hold: origin.hold,
            given: origin.given && json(origin.given),
            ...(cancelled && { status: 'failed', error_code: 'cancelled', processed: new Date() }),
          })
          .onConflict((conflict) => conflict.column('sha256').doNothing())
          .returningAll()
          .returning(archiveName)
          .executeTakeFirst();
        const { document, begin, known } = inserted
          ? { document: documentOf(inserted), begin: !cancelled, known: false }
          : await broughtAgain(tx, sha256, origin);
        if (member !== null) await enterMember(tx, member, { document: document.id, error_code: null });
        const duplicate =
          member === null && batch !== null
            ? await enterFile(tx, { batch, path, sha256, bytes }, document, known)
            : known;
        await settleAwaited(tx, document);
        if (upload !== undefined) {
          await tx.insertInto('uploads').values({ id: upload, document: document.id, duplicate, bytes }).execute();
        }
        return { document, duplicate, begin };
      }),

    finishedUpload: async (id) => {
      const row = await db
        .selectFrom('uploads')
        .select(['document', 'duplicate', 'bytes'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },

    refuse: (batch, path, code) => refuseFile(db, batch, storable(path), code),

    refuseMember: (place, code) =>
      db.transaction().execute((tx) => enterMember(tx, place, { document: null, error_code: code })),

    keepMembers: (archive, count) =>
      db.transaction().execute(async (tx) => {
        for (const table of ['members', 'batch_files'] as const)
          await tx.deleteFrom(table).where('archive', '=', archive).where('position', '>=', count).execute();
      }),

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
        .where(goesOn)
        .returningAll()
        .returning(archiveName)
        .executeTakeFirst();
      return row ? documentOf(row) : null;
    },

    putDown: async (id) => {
      await db
        .updateTable('documents')
        .set((eb) => ({ status: 'queued', attempts: eb('attempts', '-', 1), progress: null }))
        .where('id', '=', id)
        .where('status', '=', 'processing')
        .execute();
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
        .set((eb) => ({ status: 'queued', error_code: null, attempts: 0, run: eb('run', '+', 1), hold: null }))
        .where('id', '=', id)
        .where('status', 'not in', UNFINISHED)
        .returningAll()
        .returning(archiveName)
        .executeTakeFirst();
      return row ? documentOf(row) : document(id);
    },

    unfinished: ({ after = '', limit }) =>
      db
        .selectFrom('documents')
        .select(['id', 'run', 'hold'])
        .where('status', 'in', UNFINISHED)
        .where(goesOn)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),

    alone: (task, work) =>
      db.connection().execute(async (connection) => {
        const name = `ansinh:${task}`;
        const { rows } = await sql<{
          ours: boolean;
        }>`SELECT pg_try_advisory_lock(hashtextextended(${name}, 0)) AS ours`.execute(connection);
        if (!rows[0]?.ours) return null;
        try {
          return await work();
        } finally {
          // A connection that dropped meanwhile has let go of it already.
          await sql`SELECT pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(connection).catch(() => {});
        }
      }),

    figures: (query, page) => searchFigures(db, query, page),

    ready: async () => {
      await sql`SELECT 1`.execute(db);
      return true;
    },

    isAway,
  };
};
