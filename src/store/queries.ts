import { sql, type Transaction } from 'kysely';
import type { Decision, Examined, Left, NumberedEvent, Outcome } from '../app/index.ts';
import type { ReportRecord } from '../model/index.ts';
import type { Database } from './database.ts';
import { differs, EXAMINED, eventOf, examinedOf, FIGURE_ROW, figureRow, json, seriesIn } from './rows.ts';
import type { Tables } from './schema.ts';

export type Connection = Database | Transaction<Tables>;

/** In one statement: a megabyte of figures. */
const ROWS = 1000;

export const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, n) => rows.slice(n * ROWS, (n + 1) * ROWS));

/** The events of a document, oldest first; those of some figures only, where they are named. */
export const eventsOf = async (
  db: Connection,
  document: string,
  figures: ReadonlySet<string> | null,
): Promise<NumberedEvent[]> => {
  let query = db.selectFrom('decisions').selectAll().where('document', '=', document).orderBy('sequence');
  if (figures) query = query.where(sql<boolean>`figure = ANY (${[...figures]})`);
  return (await query.execute()).map(eventOf);
};

/** Enters events; answers with them as they are numbered and dated. */
export const insertEvents = async (
  db: Connection,
  document: string,
  events: readonly Decision[],
): Promise<NumberedEvent[]> => {
  const entered: NumberedEvent[] = [];
  for (const some of chunks(events)) {
    const rows = some.map(({ layer, ...event }) => ({
      ...event,
      layer: layer ?? ('first' as const),
      document,
      old: json(event.old),
      new: json(event.new),
    }));
    entered.push(...(await db.insertInto('decisions').values(rows).returningAll().execute()).map(eventOf));
  }
  return entered.sort((a, b) => a.sequence - b.sequence);
};

/** In the order of the text. Words are a third of a row, and only searching reads them: `words: false` leaves them out. */
export const figureRows = (db: Connection, document: string, { words = true }: { words?: boolean } = {}) =>
  db
    .selectFrom('figures')
    .select(EXAMINED.filter((column) => column !== 'words'))
    .select([words ? sql.ref<string>('words').as('words') : sql<string>`''`.as('words'), differs])
    .where('document', '=', document)
    .orderBy('start')
    .orderBy('id');

/** The record without its figures: they stand in rows of their own. */
export const reportOf = async (db: Connection, document: string): Promise<ReportRecord | null> => {
  const row = await db
    .selectFrom('records')
    .select(sql<ReportRecord>`record || '{"figures": []}'`.as('record'))
    .where('document', '=', document)
    .executeTakeFirst();
  return row?.record ?? null;
};

export const outcomeOf = async (db: Connection, document: string): Promise<Outcome<Examined> | null> => {
  const record = await reportOf(db, document);
  if (!record) return null;
  const figures = (await figureRows(db, document).execute()).map(examinedOf);
  return { record: { ...record, figures: figures.flatMap(({ extracted }) => extracted?.figure ?? []) }, figures };
};

/** Columns that come out of a row as they are, and are replaced with it. */
const REPLACED = [
  'start',
  'figure',
  'etag',
  'found',
  'indicator',
  'subjects',
  'place_code',
  'place_name',
  'place_level',
  'period_start',
  'period_end',
  'words',
  'verdict',
  'messages',
] as const;
const columns = (prefix: string) => sql.raw(REPLACED.map((name) => `${prefix}${name}`).join(', '));
const replaced = sql.raw([...REPLACED, 'series', 'extracted'].map((name) => `${name} = excluded.${name}`).join(', '));

/**
 * Enters figures of a document whose own place is known, or replaces those of the same ids. As one JSON text: a hundred
 * rows of parameters take PostgreSQL, and the driver, longer than what they say. `left` is noted of new ones.
 */
export const putFigures = async (
  db: Connection,
  document: string,
  figures: readonly Examined[],
  left: Left | null = null,
): Promise<void> => {
  for (const some of chunks(figures)) {
    const rows = some.map((one) => figureRow(one, left));
    await sql`
      INSERT INTO figures (document, id, ${columns('')}, undecided, doubtful, series, extracted)
      SELECT ${document}, r.id, ${columns('r.')}, r.undecided, r.doubtful, ${seriesIn(sql`d.place_code`)},
        CASE WHEN r.added THEN 'null' ELSE r.extracted END
      FROM json_to_recordset(${json(rows)}) AS r ${FIGURE_ROW}
      JOIN documents d ON d.id = ${document}
      ON CONFLICT (document, id) DO UPDATE SET ${replaced}`.execute(db);
  }
};

/** Holds the document until the transaction ends: extracting and deciding take turns. */
export const lock = (db: Connection, id: string) =>
  db.selectFrom('documents').select('review').where('id', '=', id).forUpdate().executeTakeFirst();

/** Goes with every column of a document. */
export const archiveName = sql<string | null>`(SELECT a.filename FROM documents a WHERE a.id = documents.archive)`.as(
  'archive_name',
);

export const documentRows = (db: Connection) => db.selectFrom('documents').selectAll().select(archiveName);
