import { sql } from 'kysely';
import type { ErrorCode, LedgerDocument, LedgerFile, MemberPlace } from '../app/index.ts';
import type { AnnouncedFile, Given } from '../model/index.ts';
import { type Connection, documentRows } from './queries.ts';
import { documentOf, json } from './rows.ts';

/** Announced, and neither their bytes nor a reason have come. */
export const AWAITED = sql<boolean>`(state = 'pending' AND document IS NULL)`;

export const FILE = [
  'sequence',
  'path',
  'state',
  'document',
  'stage',
  'error_code as errorCode',
  AWAITED.as('awaited'),
] as const;

/** What starting over sets of a document. */
export const startOver = (hold: string | null) =>
  sql`status = 'queued', error_code = NULL, attempts = 0, progress = NULL, run = run + 1, hold = ${hold}`;

const documentsOf = async (db: Connection, ids: string[]): Promise<LedgerDocument[]> =>
  ids.length === 0 ? [] : (await documentRows(db).where('id', 'in', ids).execute()).map((row) => documentOf(row));

/** How a batch is held; nothing changes that until the transaction ends. */
export const heldBatch = async (db: Connection, batch: string) =>
  db.selectFrom('batches').select(['held', 'given']).where('id', '=', batch).forShare().executeTakeFirst();

/** A file that waits for bytes. */
type Awaited = { sequence: number; sha256: string | null };

/**
 * Settles awaited files of a batch whose bytes have come some other way. A document that was cancelled is brought again by
 * the first of its files; one that waits for another batch to go on waits no longer. What is to be queued again.
 */
const settleKnown = async (
  db: Connection,
  batch: string,
  files: readonly Awaited[],
  paused: boolean,
): Promise<LedgerDocument[]> => {
  const known = await db
    .selectFrom('documents')
    .select(['id', 'sha256', 'status', 'error_code', 'hold'])
    .where(sql<boolean>`sha256 = ANY (${files.map(({ sha256 }) => sha256)}::text[])`)
    .execute();
  if (known.length === 0) return [];
  const idsOf = (which: (document: (typeof known)[number]) => boolean) => known.filter(which).map(({ id }) => id);
  const cancelled = idsOf(({ error_code }) => error_code === 'cancelled');
  const revived = await sql<{ id: string }>`
    UPDATE documents SET ${startOver(batch)}
    WHERE id = ANY (${cancelled}::text[]) AND error_code = 'cancelled'
    RETURNING id`.execute(db);
  const others = paused ? [] : idsOf(({ status, hold }) => status === 'queued' && hold !== null && hold !== batch);
  const released = await sql<{ id: string }>`
    UPDATE documents SET hold = NULL WHERE id = ANY (${others}::text[]) AND status = 'queued'
    RETURNING id`.execute(db);
  const own = new Set(revived.rows.map(({ id }) => id));
  const byHash = new Map(known.map(({ sha256, id }) => [sha256, id]));
  const settled = files.flatMap(({ sequence, sha256 }) => {
    const document = sha256 === null ? undefined : byHash.get(sha256);
    return document === undefined ? [] : [{ sequence, document, isOwn: own.delete(document) }];
  });
  await sql`
    UPDATE batch_files f
    SET document = s.document, state = CASE WHEN s.own THEN 'pending' ELSE 'duplicate' END,
      settled = CASE WHEN NOT s.own THEN clock_timestamp() END
    FROM unnest(
      ${settled.map(({ sequence }) => sequence)}::bigint[],
      ${settled.map(({ document }) => document)}::text[],
      ${settled.map(({ isOwn }) => isOwn)}::boolean[]
    ) AS s (sequence, document, own)
    WHERE f.sequence = s.sequence AND f.state = 'pending' AND f.document IS NULL`.execute(db);
  return documentsOf(
    db,
    [...revived.rows, ...released.rows].map(({ id }) => id),
  );
};

const SOME = 1000;

/** The same for all that a batch waits for. */
export const settleAll = async (db: Connection, batch: string, paused: boolean): Promise<void> => {
  for (let after = 0; ; ) {
    const files = await db
      .selectFrom('batch_files')
      .select(['sequence', 'sha256'])
      .where('batch', '=', batch)
      .where('state', '=', 'pending')
      .where('document', 'is', null)
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(SOME)
      .execute();
    await settleKnown(db, batch, files, paused);
    after = files.at(-1)?.sequence ?? after;
    if (files.length < SOME) return;
  }
};

const nothingGiven = (given: Given | undefined): boolean => !given || (given.place === null && given.year === null);

/** Two that announce the same files wait for one another file by file, so all take them in one order. */
const inOrder = (files: AnnouncedFile[]): AnnouncedFile[] =>
  [...new Map(files.map((file) => [file.path, file])).values()].sort((a, b) => (a.path < b.path ? -1 : 1));

export const announce = async (
  db: Connection,
  batch: string,
  files: AnnouncedFile[],
): Promise<{ files: LedgerFile[]; begin: LedgerDocument[] }> => {
  const held = (await heldBatch(db, batch))?.held ?? null;
  const cancelled = held === 'cancelled';
  const ordered = inOrder(files);
  const paths = ordered.map(({ path }) => path);
  const fresh = await sql<Awaited>`
    INSERT INTO batch_files AS f (batch, path, sha256, bytes, given, state, error_code, settled)
    SELECT ${batch}, path, sha256, bytes, given, ${cancelled ? 'failed' : 'pending'},
      ${cancelled ? 'cancelled' : null}, CASE WHEN ${cancelled} THEN clock_timestamp() END
    FROM unnest(
      ${paths}::text[],
      ${ordered.map(({ sha256 }) => sha256)}::text[],
      ${ordered.map(({ bytes }) => bytes)}::bigint[],
      ${ordered.map(({ given }) => (nothingGiven(given) ? null : json(given)))}::jsonb[]
    ) AS announced (path, sha256, bytes, given)
    ON CONFLICT (batch, md5(path)) WHERE sha256 IS NOT NULL DO UPDATE
      SET sha256 = excluded.sha256, bytes = excluded.bytes, given = excluded.given, document = NULL,
        state = excluded.state, error_code = excluded.error_code, settled = excluded.settled
      WHERE f.sha256 <> excluded.sha256
    RETURNING sequence, sha256`.execute(db);
  const begin = cancelled ? [] : await settleKnown(db, batch, fresh.rows, held === 'paused');
  const rows = await db
    .selectFrom('batch_files')
    .select(FILE)
    .where('batch', '=', batch)
    .where('sha256', 'is not', null)
    .where(sql<boolean>`md5(path) IN (SELECT md5(p) FROM unnest(${paths}::text[]) p)`)
    .execute();
  const byPath = new Map(rows.map((row) => [row.path, row]));
  return { files: files.map(({ path }) => byPath.get(path) as LedgerFile), begin };
};

/** The announced file that bytes are: by its path, else by its content. */
export const announcedFile = (db: Connection, batch: string, path: string, sha256: string) =>
  db
    .selectFrom('batch_files')
    .select(['sequence', 'document', 'state', 'given'])
    .where('batch', '=', batch)
    .where('sha256', 'is not', null)
    .where(sql<boolean>`(md5(path) = md5(${path}) OR (sha256 = ${sha256} AND state = 'pending' AND document IS NULL))`)
    .orderBy(sql`path = ${path}`, 'desc')
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();

/** What a file says that stands for a document, itself or as its duplicate. */
const standing = (document: LedgerDocument, duplicate: boolean) => {
  const { status, errorCode } = document;
  const state =
    status === 'queued' || status === 'processing'
      ? ('pending' as const)
      : status === 'failed'
        ? ('failed' as const)
        : ('done' as const);
  return {
    document: document.id,
    state: duplicate ? ('duplicate' as const) : state,
    error_code: duplicate ? null : errorCode,
    settled: duplicate || state !== 'pending' ? new Date() : null,
  };
};

/** Enters what came for a file of a batch; answers whether it counts as a duplicate. */
export const enterFile = async (
  db: Connection,
  { batch, path, sha256, bytes }: { batch: string; path: string; sha256: string; bytes: number },
  document: LedgerDocument,
  known: boolean,
): Promise<boolean> => {
  const own = await announcedFile(db, batch, path, sha256);
  // Sent again, since the answer was lost: it stays what it was.
  if (own?.document === document.id) return own.state === 'duplicate';
  if (own) {
    await db
      .updateTable('batch_files')
      .set({ ...standing(document, known), sha256, bytes })
      .where('sequence', '=', own.sequence)
      .execute();
  } else {
    await db
      .insertInto('batch_files')
      .values({ batch, path, ...standing(document, known) })
      .execute();
  }
  return known;
};

/** All files that wait for the bytes of a document, in whatever batch. */
export const settleAwaited = async (db: Connection, { id, sha256 }: LedgerDocument): Promise<void> => {
  await sql`
    UPDATE batch_files SET document = ${id}, state = 'duplicate', settled = clock_timestamp()
    WHERE sha256 = ${sha256} AND state = 'pending' AND document IS NULL`.execute(db);
};

/** The same for every file, whatever document it waits for. */
export const settleArrived = async (db: Connection): Promise<number> => {
  const { numAffectedRows } = await sql`
    UPDATE batch_files f SET document = d.id, state = 'duplicate', settled = clock_timestamp()
    FROM documents d
    WHERE d.sha256 = f.sha256 AND f.state = 'pending' AND f.document IS NULL`.execute(db);
  return Number(numAffectedRows ?? 0);
};

export const refuseFile = async (db: Connection, batch: string, path: string, code: ErrorCode): Promise<void> => {
  const refused = { state: 'failed' as const, error_code: code, settled: new Date() };
  const own = await db
    .updateTable('batch_files')
    .set({ ...refused, document: null })
    .where('batch', '=', batch)
    .where('sha256', 'is not', null)
    .where(sql<boolean>`md5(path) = md5(${path})`)
    .where('document', 'is', null)
    .executeTakeFirst();
  if (own.numUpdatedRows === 0n) {
    await db
      .insertInto('batch_files')
      .values({ batch, path, document: null, ...refused })
      .execute();
  }
};

/** A member of an archive counts in every batch that brought the archive. */
export const enterMemberFile = async (db: Connection, { archive, position }: MemberPlace): Promise<void> => {
  await sql`
    INSERT INTO batch_files AS f (batch, path, document, state, error_code, settled, archive, position)
    SELECT a.batch, a.path || '/' || m.path, m.document,
      CASE WHEN m.duplicate THEN 'duplicate' WHEN d.id IS NULL THEN 'failed' ELSE file_state(d.status) END,
      CASE WHEN d.id IS NULL THEN m.error_code WHEN NOT m.duplicate AND d.status = 'failed' THEN d.error_code END,
      CASE WHEN m.duplicate OR d.id IS NULL OR d.status NOT IN ('queued', 'processing') THEN clock_timestamp() END,
      m.archive, m.position
    FROM batch_files a
    JOIN batches b ON b.id = a.batch AND b.kind = 'files'
    JOIN member_files m ON m.archive = a.document
    LEFT JOIN documents d ON d.id = m.document
    WHERE a.document = ${archive} AND a.state <> 'duplicate' AND m.position = ${position}
    ON CONFLICT (archive, position, batch) WHERE archive IS NOT NULL DO UPDATE
      SET path = excluded.path, document = excluded.document, state = excluded.state,
        error_code = excluded.error_code, settled = excluded.settled
      WHERE (f.path, f.document, f.state, f.error_code)
        IS DISTINCT FROM (excluded.path, excluded.document, excluded.state, excluded.error_code)`.execute(db);
};
